import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("A group answering by its link")
struct GroupAnsweringTests {
    let here: Neighbourhood
    let open: Case.ID
    let lunch: Activity.ID
    let id: Introduction.ID
    let token: String

    init() async throws {
        here = try await Neighbourhood()
        open = try await here.accepts(here.refers())
        lunch = try await here.group()
        id = try await here.introduces(open, to: lunch)
        token = try await here.lastToken()
    }

    private func says(
        _ fields: KeyValuePairs<String, String>,
        nonce: Submission.ID = Submission.ID()
    ) async throws
        -> Seen
    {
        try await here.sends("/l/\(token)", fields, as: nil, nonce: nonce)
    }

    @Test func `needs no account, one tap, and may change`() async throws {
        #expect(try await here.opens("/l/\(token)", as: nil).says("First name: Jean"))
        #expect(try await says(["answer": "yes"]).location == "/l/\(token)")
        #expect(try await here.opens("/l/\(token)", as: nil).says("You said: Yes, they are welcome."))
        _ = try await says(["answer": "ring", "words": "Before noon <i>please</i>"])
        #expect(try await here.count("introduction_answer WHERE replaced_by IS NULL") == 1)
        let list = try await here.opens("/introductions", as: here.amara)
        #expect(list.says("They ask you to ring"))
        #expect(list.says("Before noon &lt;i&gt;please"))
    }

    @Test func `can say yes from a day, and is asked for the day`() async throws {
        let missing = try await says(["answer": "yes_from", "from": "", "words": "kept"])
        #expect(missing.status == 422)
        #expect(missing.says("Say from which day, some time in the coming year"))
        #expect(missing.says("kept"))
        let day = Day(.now).advanced(by: 10)
        #expect(try await says(["answer": "yes_from", "from": "\(day)"]).status == 303)
        #expect(try await here.opens("/l/\(token)", as: nil).says("Yes, from \(day.spoken)"))
        #expect(try await says(["answer": "maybe"]).says("Tap one of the answers"))
    }

    @Test func `what is written goes with the day, and Enter in the day means from that day`() async throws {
        let day = Day(.now).advanced(by: 10)
        _ = try await says(["answer": "yes", "from": "\(day)", "words": "Ask for Pat at the desk"])

        #expect(try await here.opens("/l/\(token)", as: nil).says("Yes, from \(day.spoken)"))
        #expect(try await here.opens("/introductions", as: here.amara).says("Ask for Pat at the desk"))
    }

    @Test func `full is known in the directory at once`() async throws {
        _ = try await says(["answer": "full"])
        let activity = try await here.store.read { [lunch] in try $0.activity(lunch) }
        #expect(activity?.capacity?.state == .full)
        #expect(try await here.opens("/introductions", as: here.amara).says("They are full"))
    }

    @Test func `sent twice counts once`() async throws {
        let nonce = Submission.ID()
        for _ in 1...2 { _ = try await says(["answer": "yes"], nonce: nonce) }
        #expect(try await here.count("introduction_answer") == 1)
    }

    @Test func `two answers at once leave one`() async throws {
        let links = GroupLinks(store: here.store)
        async let one: Void = links.answer(token, GroupAnswer(kind: .yes, from: nil, words: ""))
        async let other: Void = links.answer(token, GroupAnswer(kind: .ring, from: nil, words: ""))
        _ = try await (one, other)
        #expect(try await here.count("introduction_answer WHERE replaced_by IS NULL") == 1)
    }

    @Test func `shows nothing of anybody's surname, birthday, number or address`() async throws {
        let seen = try await here.opens("/l/\(token)", as: nil)
        for secret in ["Moss", "1953", "M33", "07700", "eats alone", "son must not"] {
            #expect(!seen.says(secret))
        }
    }

    @Test func `a forged, expired or taken back link opens nothing`() async throws {
        let forged = String(repeating: "0", count: 64)
        #expect(try await here.opens("/l/\(forged)", as: nil).status == 404)
        #expect(try await here.sends("/l/\(forged)", ["answer": "yes"], as: nil).status == 404)
        #expect(try await here.opens("/l/<script>", as: nil).status == 404)

        let later = Date.now.addingTimeInterval(91 * 86_400)
        let links = GroupLinks(store: here.store)
        await #expect(throws: Missing.self) { try await links.open(token, .introduction, at: later) }
        await #expect(throws: Missing.self) { try await links.open(token, .outcome) }

        _ = try await here.sends("/introductions/\(id)/withdrawal", [:], as: here.amara)
        #expect(try await here.opens("/l/\(token)", as: nil).status == 410)
        #expect(try await says(["answer": "yes"]).status == 409)
        let refused = try await here.sends("/introductions/\(id)/answer", ["answer": "yes"], as: here.amara)
        #expect(refused.says("This introduction was taken back. Nothing more can be done with it."))
    }

    @Test func `each look is written down`() async throws {
        _ = try await here.opens("/l/\(token)", as: nil)
        #expect(
            try await here.count("log_entry WHERE act = 'looked' AND subject_kind = 'Introduction'") == 1
        )
    }

    @Test func `the link worker writes down what was said on the phone`() async throws {
        let seen = try await here.sends("/introductions/\(id)/answer", ["answer": "yes"], as: here.amara)
        #expect(seen.location == "/introductions/\(id)")
        #expect(try await here.count("introduction_answer WHERE heard_by IS NOT NULL") == 1)
    }

    @Test func `thanks go back once, and name nobody`() async throws {
        let thanks: KeyValuePairs = ["words": "Thank you for the chair by the window."]
        _ = try await here.sends("/introductions/\(id)/thanks", thanks, as: here.amara)
        #expect(
            try await here.lastMessage()
                == "To everyone at Tuesday lunch: Thank you for the chair by the window. Amara Okafor, link worker"
        )
        let again = try await here.sends("/introductions/\(id)/thanks", thanks, as: here.amara)
        #expect(again.status == 409)
        #expect(again.says("You have thanked them already."))
        #expect(try await here.count("thanks") == 1)
    }
}
