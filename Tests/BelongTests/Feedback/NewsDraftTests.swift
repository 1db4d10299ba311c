import Testing

@testable import Belong

@Suite("Drafting news")
struct NewsDraftTests {
    let facts = NewsFacts(
        givenName: "Alan",
        ownWords: "I want a reason to put my shoes on in the morning.",
        doing: ["Men’s Shed on Tuesdays", "The heating bill is with Harbour Advice."]
    )

    @Test func `begins with their own words, then says what is being done`() {
        #expect(
            NewsDraft(facts: facts, milestone: .plan).words
                == "“I want a reason to put my shoes on in the morning.” Alan has made a plan with me. "
                + "Men’s Shed on Tuesdays. The heating bill is with Harbour Advice."
        )
    }

    @Test func `stays within eighty words whatever is written down`() {
        let long = NewsFacts(
            givenName: "Alan",
            ownWords: Array(repeating: "morning", count: 90).joined(separator: " "),
            doing: Array(repeating: "A walk along the water with two people from the shed", count: 20)
        )
        for milestone in News.Milestone.allCases {
            #expect(NewsDraft(facts: long, milestone: milestone).words.wordCount <= 80)
        }
    }

    @Test func `the end says how it ended, and speaks of a plan only where there is one`() {
        var ended = NewsFacts(givenName: "Alan")
        ended.ended = .listening
        #expect(
            NewsDraft(facts: ended, milestone: .ending).words
                == "We have come to the end: being listened to was what helped. Alan knows how to come back."
        )
        (ended.ended, ended.hasPlan) = (.some, true)
        #expect(
            NewsDraft(facts: ended, milestone: .ending).words.hasSuffix(
                "Alan keeps the plan and knows how to come back."
            )
        )
        ended.ended = .died
        #expect(NewsDraft(facts: ended, milestone: .ending).words == "I am sorry to say that they have died.")
    }

    @Test func `is never blank, even when nothing is written down`() {
        for milestone in News.Milestone.allCases {
            #expect(!NewsDraft(facts: NewsFacts(givenName: "Alan"), milestone: milestone).words.isEmpty)
        }
    }

    @Test func `what is asked is never blank`() {
        #expect(News.heading(nil) == "Asked of you: none")
    }
}
