import Kernel

extension LogEntry.Actor {
    /// Who it was, of those who have no account.
    static func said(_ kind: Kind) -> String {
        switch kind {
        case .member: "Somebody who works here"
        case .person: "The person themselves, by their link"
        case .group: "The group, by its link"
        case .anybody: "Whoever filled in the form that is open to everyone"
        case .service: "Belong itself, on its rounds"
        case .keeper: "Whoever looks after Belong here"
        }
    }
}

extension LogEntry {
    /// *looked at their page*, *changed the plan*.
    static func said(_ act: String, _ subject: String) -> String {
        let verb = act == Act.looked.rawValue ? "looked at" : act
        return "\(verb) \(things[subject] ?? "something kept about them")"
    }

    /// What a line may be about, as it is said to the person.
    static let things = [
        "Case": "their page", "Plan": "the plan", "Contact": "a conversation", "Referral": "the referral",
        "Note": "a note", "Worry": "a worry", "Person": "who they are", "Introduction": "an introduction",
        "News": "news",
        "NewsReply": "a reply to news", "HandOver": "a hand-over", "Merging": "which records are theirs",
        "AskedMerging": "which records are theirs", "RecordCopy": "a copy of all that is kept",
        "Showing": "whether a supervisor may read along", "Message": "words for them",
        "Closing": "the end of their time with a link worker", "Sign": "a change that was noticed",
        "Activity": "a group they might like", "Moving": "to which practice they belong",
        "MeasureAsking": "what they are asked", "MeasureAnswering": "what they answered",
        "MeetingStory": "a story of theirs for the practice meeting",
    ]
}
