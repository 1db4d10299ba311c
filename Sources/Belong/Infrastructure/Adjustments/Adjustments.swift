import Foundation
import Kernel
import Store
import Web

/// What one link worker asked to be done differently at one practice. They and whoever
/// answers for the practice read the words; the supervisor and the network see on the
/// placement's page that something was asked, and what became of it.
struct Adjustments: Sendable {
    let store: any Store
    let member: Member
    let site: WebAddress

    struct Look: Sendable {
        let placed: Owing.Placed
        let all: [Adjustment]
        /// Who answers for the practice.
        let answering: [Concerned]
        /// The one who looks answers for the practice.
        let mayAnswer: Bool

        var isLinkWorker: Bool { placed.side == .linkWorker }
        var readsWords: Bool { isLinkWorker || mayAnswer }
    }

    struct Asked: Sendable {
        let kind: Adjustment.Kind
        let words: String
    }

    /// What is said to one, with the day by which where it is a yes.
    struct Said: Sendable {
        let act: Adjustment.Act
        var words = ""
        var by: Day?
    }

    func look(at id: Placement.ID, at now: Date = .now) async throws -> Look {
        let member = member
        return try await store.read { try $0.adjustmentLook(id, member, at: now) }
    }

    @discardableResult
    func ask(_ asked: Asked, in placement: Placement.ID, at now: Date = .now) async throws -> Adjustment.ID {
        let (member, site) = (member, site)
        return try await store.write { work in
            let look = try work.adjustmentLook(placement, member, at: now)
            guard look.isLinkWorker else { throw Missing() }
            let id = Adjustment.ID(at: now)
            try work.run(
                """
                INSERT INTO adjustment (id, placement, kind, words, asked_at, asked_by)
                VALUES (\(id), \(placement), \(asked.kind), \(asked.words), \(now), \(member.id))
                """
            )
            try work.tell(
                look.answering.map(\.id),
                "\(member.name) asks for something to be done differently at \(look.placed.practiceName)",
                "Yes and by when, a talk, or no with the reason: any of them is an answer. "
                    + "It stands here: \(site)/placements/\(placement)/adjustments",
                at: now
            )
            try work.log(.changed, id, by: member.id, at: now)
            return id
        }
    }

    /// The practice answers; the link worker says that it is done, not yet, or not needed any more.
    func say(
        _ said: Said,
        to id: Adjustment.ID,
        in placement: Placement.ID,
        at now: Date = .now
    ) async throws {
        let (member, site) = (member, site)
        try await store.write { work in
            _ = try work.rows("SELECT id FROM adjustment WHERE id = \(id) \(work.dialect.forUpdate)")
            let look = try work.adjustmentLook(placement, member, at: now)
            guard let found = look.all.first(where: { $0.id == id }) else { throw Missing() }
            let isTheirs =
                switch said.act {
                case .yes, .talk, .no: look.mayAnswer
                case .notYet, .done, .letGo: look.isLinkWorker
                }
            guard isTheirs else { throw Missing() }
            try found.admits(said.act)
            let turn = Key<Adjustment.Turn>(at: now)
            try work.run(
                """
                INSERT INTO adjustment_turn (id, adjustment, act, words, by_on, said_at, said_by)
                VALUES (\(turn), \(id), \(said.act), \(said.words), \(said.by), \(now), \(member.id))
                """
            )
            let others = look.isLinkWorker ? look.answering.map(\.id) : [look.placed.linkWorker.id]
            try work.tell(
                others,
                "Something was said to what \(look.placed.linkWorker.name) asked at \(look.placed.practiceName)",
                "It stands here: \(site)/placements/\(placement)/adjustments",
                at: now
            )
            try work.log(.changed, id, by: member.id, at: now)
        }
    }

    /// How many wait for this member: to be answered, or to be said whether they are done.
    func waiting(at now: Date = .now) async throws -> (toAnswer: Int, toSay: Int, placement: Placement.ID?) {
        let member = member
        return try await store.read { view in
            var (toAnswer, toSay): (Int, Int) = (0, 0)
            var first: Placement.ID?
            for placed in try view.placed(member, at: now) where placed.side != .supervisor {
                let look = try view.adjustmentLook(placed, member, at: now)
                let answers = look.mayAnswer ? look.all.count(where: \.awaitsPractice) : 0
                let says = look.isLinkWorker ? look.all.count { $0.awaitsLinkWorker(at: now) } : 0
                if first == nil, answers + says > 0 { first = placed.id }
                (toAnswer, toSay) = (toAnswer + answers, toSay + says)
            }
            return (toAnswer, toSay, first)
        }
    }
}

extension Reader {
    fileprivate func adjustmentLook(
        _ id: Placement.ID,
        _ member: Member,
        at now: Date
    ) throws -> Adjustments.Look {
        try adjustmentLook(placed(id, for: member, at: now), member, at: now)
    }

    fileprivate func adjustmentLook(
        _ placed: Owing.Placed,
        _ member: Member,
        at now: Date
    ) throws -> Adjustments.Look {
        let answering = try answering(for: placed, at: now)
        return try Adjustments.Look(
            placed: placed,
            all: adjustments("adjustment.placement = \(placed.id)"),
            answering: answering,
            mayAnswer: placed.side != .linkWorker && answering.contains { $0.id == member.id }
        )
    }
}
