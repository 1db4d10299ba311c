import Foundation
import Kernel
import Store
import Web

/// The reviews of the placements one member has to do with. Each of those it concerns
/// plans and holds them; that they were there, and what came of it, only the link
/// worker says.
struct Reviews: Sendable {
    let store: any Store
    let member: Member
    let site: WebAddress

    /// What stands on the page of one placement.
    struct Look: Sendable {
        let placed: Owing.Placed
        /// The latest first.
        let reviews: [Review]
        let around: Around

        var isLinkWorker: Bool { placed.side == .linkWorker }
        var next: Review? { reviews.last(where: \.isOpen) }
        var held: [Review] { reviews.filter { !$0.isOpen } }
    }

    struct Agreed: Sendable {
        let words: String
        let whose: Member.ID
        let dueOn: Day
    }

    func look(at id: Placement.ID, at now: Date = .now) async throws -> Look {
        let member = member
        return try await store.read { view in
            let placed = try view.placed(id, for: member, at: now)
            return try Look(
                placed: placed,
                reviews: view.reviewed("review.placement = \(id)"),
                around: view.around(placed, at: now)
            )
        }
    }

    @discardableResult
    func plan(_ beginsAt: Date, in id: Placement.ID, at now: Date = .now) async throws -> Review.ID {
        let (member, site) = (member, site)
        return try await store.write { work in
            let placed = try work.placed(id, for: member, at: now)
            _ = try work.rows("SELECT id FROM placement WHERE id = \(id) \(work.dialect.forUpdate)")
            guard try work.reviewed("review.placement = \(id)").allSatisfy({ !$0.isOpen }) else {
                throw Review.Refused.planned
            }
            let made = try work.plan(beginsAt, in: id, by: member.id, at: now)
            try work.tell(
                work.holders(of: placed, at: now).map(\.id).filter { $0 != member.id },
                "A review with \(placed.linkWorker.name): \(Supervision.spoken(beginsAt))",
                "Twenty minutes together, and it is prepared: \(site)/reviews/\(made)",
                at: now
            )
            return made
        }
    }

    func move(_ id: Review.ID, to beginsAt: Date, at now: Date = .now) async throws {
        let (member, site) = (member, site)
        try await store.write { work in
            let (review, placed) = try work.review(id, for: member, at: now)
            guard review.isOpen else { throw Review.Refused.closed }
            try work.run(
                """
                INSERT INTO review_move (id, review, begins_at, moved_at, moved_by)
                VALUES (\(Key<Review>(at: now)), \(id), \(beginsAt), \(now), \(member.id))
                """
            )
            try work.tell(
                work.holders(of: placed, at: now).map(\.id).filter { $0 != member.id },
                "The review with \(placed.linkWorker.name) is moved: \(Supervision.spoken(beginsAt))",
                "It stands here: \(site)/reviews/\(id)",
                at: now
            )
            try work.log(.changed, id, by: member.id, at: now)
        }
    }

    /// Closes it with what was agreed, and plans the next a quarter on.
    func close(_ id: Review.ID, with agreed: Agreed, at now: Date = .now) async throws {
        let (member, site) = (member, site)
        try await store.write { work in
            let (review, placed) = try work.review(id, for: member, at: now)
            try review.mayClose(at: now)
            guard try work.holders(of: placed, at: now).contains(where: { $0.id == agreed.whose }) else {
                throw Review.Refused.notThere
            }
            try work.run(
                """
                INSERT INTO review_commitment (review, words, whose, due_on, made_at, made_by)
                VALUES (\(id), \(agreed.words), \(agreed.whose), \(agreed.dueOn), \(now), \(member.id))
                """
            )
            if placed.side == .linkWorker { try work.say(true, of: id, by: member.id, at: now) }
            _ = try work.plan(review.next(heldAt: now), in: placed.id, by: member.id, at: now)
            try work.tell(
                [agreed.whose, placed.linkWorker.id].filter { $0 != member.id },
                "One thing was agreed at the review of \(Day(now).short)",
                "What, whose it is and by when stands here: \(site)/reviews/\(id)",
                at: now
            )
            try work.log(.changed, id, by: member.id, at: now)
        }
    }

    /// Whether the link worker was there: theirs to say, once.
    func say(_ wasThere: Bool, of id: Review.ID, at now: Date = .now) async throws {
        let member = member
        try await store.write { work in
            let (review, placed) = try work.review(id, for: member, at: now)
            guard placed.side == .linkWorker else { throw Missing() }
            guard !review.isOpen else { throw Review.Refused.open }
            guard review.wasThere == nil else { throw Review.Refused.said }
            try work.say(wasThere, of: id, by: member.id, at: now)
            try work.log(.changed, id, by: member.id, at: now)
        }
    }

    /// What became of the commitment: the link worker's to say, once.
    func say(_ effect: Commitment.Effect, of id: Review.ID, at now: Date = .now) async throws {
        let member = member
        try await store.write { work in
            let (review, placed) = try work.review(id, for: member, at: now)
            guard placed.side == .linkWorker else { throw Missing() }
            guard let commitment = review.commitment else { throw Review.Refused.open }
            guard commitment.effect == nil else { throw Review.Refused.said }
            try work.run(
                """
                INSERT INTO commitment_effect (review, effect, said_at, said_by)
                VALUES (\(id), \(effect), \(now), \(member.id))
                """
            )
            try work.log(.changed, id, by: member.id, at: now)
        }
    }
}

extension Reader {
    /// Those who hold a review and can commit to something there: the link worker, whoever
    /// manages the practice, whoever supervises this placement, whoever leads the network.
    func holders(of placed: Owing.Placed, at now: Date) throws -> [Concerned] {
        let own = Concerned(id: placed.linkWorker.id, name: placed.linkWorker.name, role: .linkWorker)
        let roles: [Role] = [.practiceManager, .supervisor, .networkLead]
        let others = try concerned(at: placed.practice, as: roles, on: Day(now)).filter { one in
            one.id != own.id && (one.role != .supervisor || one.id == placed.supervisor?.id)
        }
        return [own] + others
    }
}

extension Writer {
    /// A review of a placement this member may see. Whoever writes to it waits for the other.
    fileprivate func review(
        _ id: Review.ID,
        for member: Member,
        at now: Date
    ) throws -> (Review, Owing.Placed) {
        _ = try rows("SELECT id FROM review WHERE id = \(id) \(dialect.forUpdate)")
        guard let review = try reviewed("review.id = \(id)").first else { throw Missing() }
        return try (review, placed(review.placement, for: member, at: now))
    }

    fileprivate func plan(
        _ beginsAt: Date,
        in placement: Placement.ID,
        by member: Member.ID,
        at now: Date
    ) throws -> Review.ID {
        let id = Review.ID(at: now)
        try run(
            """
            INSERT INTO review (id, placement, begins_at, planned_at, planned_by)
            VALUES (\(id), \(placement), \(beginsAt), \(now), \(member))
            """
        )
        try log(.changed, id, by: member, at: now)
        return id
    }

    fileprivate func say(_ wasThere: Bool, of id: Review.ID, by member: Member.ID, at now: Date) throws {
        try run(
            """
            INSERT INTO review_presence (review, was_there, said_at, said_by)
            VALUES (\(id), \(wasThere), \(now), \(member))
            """
        )
    }
}
