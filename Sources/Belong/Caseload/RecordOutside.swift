extension RecordCopy {
    /// The tables that name a person or something of theirs and are not told in a copy,
    /// each with its reason. All others are: a test asks the schema.
    static let outside = [
        "acceptance": "who took it on stands on every copy",
        "attendance_question": "that the group was asked, with nothing in it about them",
        "attendance_reading": "when a colleague opened it is in the list of who looked",
        "case": "the case itself: everything in the copy is of it",
        "decline": "a referral that was declined has no case, and so no copy",
        "diary_missing": "what was tried when they did not come is told as a conversation",
        "introduction_escalation": "that a group did not answer, with nothing in it about them",
        "introduction_nudge": "a reminder to the group, with nothing in it about them",
        "introduction_part": "its words stand in what the group was told",
        "invitation": "the words that invited them stand in the copy as a message",
        "merging": "which records are theirs: everything of both is told as theirs",
        "merging_asked": "which records are theirs: everything of both is told as theirs",
        "moving": "to which practice they belong: they said so themselves",
        "news_notice": "that a colleague was told that there is news, without a word of it",
        "news_reading": "when a colleague opened it is in the list of who looked",
        "own_question": "the words that asked them stand in the copy as a message",
        "passage_hiding": "what is left out, and why: the copy says how many, and they may ask",
        "record_copy": "the copies that were given before: they have them",
        "referral_reading": "when a colleague opened it is in the list of who looked",
        "referral_reason": "told, as the reasons ticked",
        "said_answer": "who asked them stands in the version that came of it",
        "shortlist_sending": "the words that were sent stand in the copy as a message",
        "withdrawal": "their own no stands in the copy as what they answered",
    ]
}
