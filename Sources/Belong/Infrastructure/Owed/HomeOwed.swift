import Foundation
import Kernel
import Store

/// What one owes, or is to say, of how things are arranged: counted, like all that
/// waits on the first page.
extension Home {
    func owed(at now: Date) async throws -> [Need] {
        guard Issues.isFor(member) else { return [] }
        let waiting = try await Issues(store: store, member: member, site: site).waiting()
        let supervisions = Supervisions(store: store, member: member, site: site)
        let twice = member.isA(.networkLead) ? try await supervisions.fellOutTwice(at: now) : 0
        let toFix = waiting.toFix.need { count in
            Need(
                kind: "To put right",
                words: "\(count.counted("thing")) that a colleague raised and that you can put right",
                act: "See what",
                path: "/issues"
            )
        }
        let toClose = waiting.toClose.need { count in
            Need(
                kind: "Put right?",
                words: "\(count.counted("thing")) you raised that is said to be put right",
                act: "Say whether it is",
                path: "/issues"
            )
        }
        let fellOut = twice.need { count in
            Need(
                kind: "Supervision",
                tone: "sun",
                words: "\(count.counted("supervision")) a link worker is owed fell out twice in a row",
                act: "See where",
                path: "/placements"
            )
        }
        let unsaid = member.isA(.linkWorker) ? try await supervisions.unanswered(at: now) : 0
        let held = unsaid.need { count in
            Need(
                kind: "Supervision",
                words: "\(count.counted("supervision")) you have not said yet whether it was held",
                act: "Say so",
                path: "/placements"
            )
        }
        let toSettle = try await Rules(store: store, member: member, site: site).waiting().need { count in
            Need(
                kind: "Whose rule",
                words: "\(count.counted("question waits", "questions wait")) for you to say what holds",
                act: "See which",
                path: "/placements"
            )
        }
        let registers = Targets(store: store, member: member, site: site)
        let toConfirm = member.isA(.networkLead) ? try await registers.unconfirmed(at: now) : 0
        let counted = toConfirm.need { count in
            Need(
                kind: "What is counted",
                words: "\(count.counted("list")) of targets to look through: is it whole?",
                act: "Look",
                path: "/targets"
            )
        }
        return try await fellOut + toFix + toClose + held + toSettle + counted + reviews(at: now)
            + practiceLife(at: now)
    }
}

/// What is to change in how the work is run: to say something to, to settle, to answer.
extension Home {
    func changed(at now: Date) async throws -> [Need] {
        let waiting = try await ChangeNotices(store: store, member: member, site: site).waiting(at: now)
        let answering = waiting.answering.map { "/changes/\($0)" } ?? "/changes"
        func need(
            _ count: Int,
            _ words: String,
            _ act: String,
            tone: String = "",
            at path: String = "/changes"
        ) -> [Need] {
            count.need { _ in Need(kind: "Changes", tone: tone, words: words, act: act, path: path) }
        }
        let (held, unheard) = (waiting.held, waiting.unheard)
        return need(
            held,
            "\(held.counted("change is", "changes are")) held: a link worker says that it matters",
            "Say whether it does",
            tone: "sun"
        )
            + need(
                waiting.toSay,
                "\(waiting.toSay.counted("change")) to how the work is run: what do you say?",
                "Read and say"
            )
            + need(
                unheard,
                "\(unheard.counted("change")) on which not everybody who should be was heard yet",
                "See who"
            )
            + need(
                waiting.toAnswer,
                "\(waiting.toAnswer.counted("change")): tell those who spoke what changed because of it",
                "Tell them",
                at: answering
            )
    }
}
