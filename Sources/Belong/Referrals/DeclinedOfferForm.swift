import Foundation
import Kernel
import Web

/// *Offered, said no today*, as it was noted at the desk.
struct DeclinedOfferForm: Decodable, Sendable {
    var words = ""
    var remind: String?
    /// Said by whoever works at several; otherwise it is the one.
    var practice: String?

    func read(
        at practices: [Organisation.ID],
        today: Day
    ) throws(Problems) -> (words: String, practice: Organisation.ID, remindOn: Day?) {
        var problems = Problems()
        let places = Set(practices)
        let chosen = practice.flatMap { Organisation.ID($0) }.flatMap { places.contains($0) ? $0 : nil }
        let practice = problems.unless(
            places.count == 1 ? places.first : chosen,
            "practice",
            "Choose the practice"
        )
        let words = readWords(&problems)
        guard let practice, let words, problems.list.isEmpty else { throw problems }
        let weeks = remind.flatMap(Int.init) ?? 0
        return (words, practice, weeks > 0 ? today.advanced(by: weeks * 7) : nil)
    }

    /// A word for oneself says as little of who it is as a question does.
    private func readWords(_ problems: inout Problems) -> String? {
        do throws(Question.Refused) {
            return try Question.asked(words)
        } catch {
            problems.add("words", error.sentence)
            return nil
        }
    }
}

extension DeskPage {
    var notToday: HTML {
        """
        <section class="card"><h2>Offered, said no today</h2>
        <p class="small hint">That is an answer too. A word for yourself, no name; we remind you if you like.</p>
        \(problems.summary)
        \(HTML.form("/declined-offers", """
            \(Field("words", "A word for yourself", problems).line(offering.words))
            \(practices.count > 1 ? atWhich : nil)
            \(Field("remind", "Ask again").list(Self.reminding, chosen: offering.remind ?? "0"))
            <button class="btn quiet">Note it</button>
            """))</section>
        """
    }

    private var atWhich: HTML {
        Field("practice", "At which practice?", problems).one(of: practices, chosen: offering.practice)
    }

    private static let reminding = [
        Choice("0", "No reminder"),
        Choice("4", "In 4 weeks"),
        Choice("13", "In 3 months"),
    ]
}
