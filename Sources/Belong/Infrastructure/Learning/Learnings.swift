import Foundation
import Kernel
import Store
import Web

/// What is asked to be learned in the placements one member has to do with. The link
/// worker asks; whoever employs, pays, leads the network or manages the practice answers.
struct Learnings: Sendable {
    let store: any Store
    let member: Member
    let site: WebAddress

    struct Look: Sendable {
        let placed: Owing.Placed
        let asks: [LearningAsk]
        let mayAnswer: Bool

        var isLinkWorker: Bool { placed.side == .linkWorker }
    }

    struct Asked: Sendable {
        let words: String
        let cost: String
        let wantedOn: Day?
    }

    func look(at id: Placement.ID, at now: Date = .now) async throws -> Look {
        let member = member
        return try await store.read { try $0.learningLook(id, member, at: now) }
    }

    @discardableResult
    func ask(_ asked: Asked, in id: Placement.ID, at now: Date = .now) async throws -> LearningAsk.ID {
        let (member, site) = (member, site)
        return try await store.write { work in
            let look = try work.learningLook(id, member, at: now)
            guard look.isLinkWorker else { throw Missing() }
            let made = LearningAsk.ID(at: now)
            try work.run(
                """
                INSERT INTO learning_ask (id, placement, words, cost, wanted_on, asked_at, asked_by)
                VALUES (\(made), \(id), \(asked.words), \(asked.cost), \(asked.wantedOn), \(now), \(member.id))
                """
            )
            try work.tell(
                work.answerers(of: look.placed),
                "\(member.name) asks to learn something",
                "Yes, or no with the reason, within \(LearningAsk.promise) days: \(site)/placements/\(id)/learning",
                at: now
            )
            try work.log(.changed, made, by: member.id, at: now)
            return made
        }
    }

    func answer(
        _ ask: LearningAsk.ID,
        _ isYes: Bool,
        _ words: String,
        in id: Placement.ID,
        at now: Date = .now
    ) async throws {
        let (member, site) = (member, site)
        try await store.write { work in
            _ = try work.rows("SELECT id FROM learning_ask WHERE id = \(ask) \(work.dialect.forUpdate)")
            let look = try work.learningLook(id, member, at: now)
            guard look.mayAnswer, let found = look.asks.first(where: { $0.id == ask }) else {
                throw Missing()
            }
            guard found.answer == nil else { throw LearningAsk.Refused.answered }
            try work.run(
                """
                INSERT INTO learning_answer (ask, is_yes, words, answered_at, answered_by)
                VALUES (\(ask), \(isYes), \(words), \(now), \(member.id))
                """
            )
            try work.tell(
                [look.placed.linkWorker.id],
                "What you asked to learn was answered",
                "It stands here: \(site)/placements/\(id)/learning",
                at: now
            )
            try work.log(.changed, ask, by: member.id, at: now)
        }
    }

    /// Where something waits for this member's answer.
    func waiting(at now: Date = .now) async throws -> [LearningAsk] {
        let member = member
        return try await store.read { view in
            let theirs = try view.placedOrPaid(member, at: now).filter { $0.isAnswered(by: member) }
            return try view.learningAsks("placement IN (\(each: theirs.map(\.id))) AND ask IS NULL")
        }
    }
}

extension Owing.Placed {
    fileprivate func isAnswered(by member: Member) -> Bool { side == .manager || isPaid(by: member) }
}

extension Reader {
    fileprivate func learningLook(
        _ id: Placement.ID,
        _ member: Member,
        at now: Date
    ) throws -> Learnings.Look {
        let placed = try placedOrPaid(id, for: member, at: now)
        return try Learnings.Look(
            placed: placed,
            asks: learningAsks("placement = \(id)"),
            mayAnswer: placed.isAnswered(by: member)
        )
    }

    /// Everybody who can answer: for the practice, the network, whoever employs and whoever pays.
    fileprivate func answerers(of placed: Owing.Placed) throws -> [Member.ID] {
        let places = [placed.practice, placed.network, placed.employer, placed.funder].compactMap(\.self)
        let roles = [Role.practiceManager, .networkLead, .coordinator].map(\.rawValue)
        return try values(
            """
            SELECT DISTINCT membership.member
            FROM membership
            WHERE membership.organisation IN (\(each: places)) AND membership.role IN (\(each: roles))
                AND membership.member <> \(placed.linkWorker.id) AND \(Member.Membership.current)
            """
        )
    }
}

extension Home {
    func learning(at now: Date) async throws -> [Need] {
        guard Fundings.isFor(member) else { return [] }
        let waiting = try await Learnings(store: store, member: member, site: site).waiting(at: now)
        return waiting.count.need { count in
            Need(
                kind: "Learning",
                words: "\(count.counted("thing")) a link worker asks to learn, and nobody has answered",
                act: "Answer",
                path: "/placements/\(waiting[count - 1].placement)/learning"
            )
        }
    }
}
