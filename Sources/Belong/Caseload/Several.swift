import Foundation
import Kernel
import Store
import Web

/// One act for several people at once, where that is kind: kept in touch with while
/// nothing needs doing, or offered to a colleague. Words to people are never sent
/// this way. All of it happens, or nothing does.
struct Several: Sendable {
    let store: any Store
    let member: Member

    enum Refused: Refusal {
        case notAll

        var sentence: String {
            "For one of them it cannot be done any more, so nothing was changed. Open the page again and choose anew."
        }
    }

    /// Whom one may choose from: one's own open people, as the filter shows them.
    func page(at now: Date = .now) async throws -> SeveralPage {
        guard member.isA(.linkWorker) else { throw Missing() }
        let (cases, member) = (Cases(store: store, member: member), member)
        try await store.look(at: NameList.People.self, of: member.id, at: now)
        return try await store.read { view in
            let filter = try cases.filter(in: view)
            let practices = Set(member.organisations(as: .linkWorker))
            let colleagues = try practices.flatMap {
                try view.colleagues(besides: member.id, at: $0, on: Day(now))
            }
            let names = Dictionary(
                colleagues.map { ($0.id, $0.name) },
                uniquingKeysWith: { first, _ in first }
            )
            return try SeveralPage(
                caseload: cases.caseload(filter, unfolded: nil, whole: true, in: view, at: now),
                colleagues: names.map { Worry.Named(id: $0.key, name: $0.value) }
                    .sorted { ($0.name, "\($0.id)") < ($1.name, "\($1.id)") }
            )
        }
    }

    func hold(_ ids: [Case.ID], _ words: String, at now: Date = .now) async throws {
        let cases = Cases(store: store, member: member)
        try await store.write { work in
            for id in ids {
                do { try cases.hold(id, words, in: work, at: now) } catch is Missing { throw Refused.notAll }
            }
        }
    }

    func offer(_ ids: [Case.ID], _ asked: HandOverAsked, at now: Date = .now) async throws {
        let handOvers = HandOvers(store: store, member: member)
        try await store.write { work in
            // In one order, so that two who do this at once do not wait for each other.
            for id in ids.sorted(by: { "\($0)" < "\($1)" }) {
                do { try handOvers.offer(id, asked, in: work, at: now) } catch is Missing {
                    throw Refused.notAll
                }
            }
        }
    }
}

/// What was chosen for several, as it was typed.
struct SeveralForm: Decodable, Sendable {
    var cases: [String]?
    var act: String?
    var words: String?
    var to: String?
    var until: String?

    enum Asked: Sendable {
        case hold([Case.ID], String)
        case offer([Case.ID], HandOverAsked)
    }

    func read(today: Day) throws(Problems) -> Asked {
        var problems = Problems()
        let chosen = (cases ?? []).compactMap { Case.ID($0) }
        let ids = problems.unless(chosen.isEmpty ? nil : chosen, "cases", "Choose at least one of them")
        let words = problems.text(words, "words", "Say in a line why", upTo: 300)
        switch act {
        case "hold":
            guard let ids, let words, problems.list.isEmpty else { throw problems }
            return .hold(ids, words)
        case "offer":
            let to = problems.unless(to.flatMap { Member.ID($0) }, "to", "Choose a colleague")
            let until = HandOverForm.until(self.until, today: today, &problems)
            guard let ids, let words, let to, problems.list.isEmpty else { throw problems }
            return .offer(ids, HandOverAsked(to: to, why: words, toKnow: "", until: until))
        default:
            problems.add("act", "Say what you would like to do")
            throw problems
        }
    }
}
