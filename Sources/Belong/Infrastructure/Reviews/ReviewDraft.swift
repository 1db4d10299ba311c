import Foundation
import Kernel
import Store

/// A review as it is prepared for one reader: all that is in it is read from what the
/// rooms hold, as of now, or as of the day on which it was closed.
struct ReviewDraft: Sendable {
    let placed: Owing.Placed
    let review: Review
    /// The one before, with what was agreed then.
    let last: Review?
    let around: Around
    /// Nothing, where it is not this reader's to see.
    let standing: Standing?
    let owed: [Owing.Section]
    let holders: [Concerned]
    let next: Review?

    /// On the sixteen, now and at the last review.
    struct Standing: Sendable {
        let now: Sixteen
        let before: Sixteen
    }

    var isLinkWorker: Bool { placed.side == .linkWorker }
}

extension Reviews {
    /// The review, prepared. The look at where the placement stands is noted.
    func open(_ id: Review.ID, at now: Date = .now) async throws -> ReviewDraft {
        let member = member
        let draft = try await store.read { view in
            guard let review = try view.reviewed("review.id = \(id)").first else { throw Missing() }
            let placed = try view.placed(review.placement, for: member, at: now)
            return try view.draft(review, placed, for: member, at: now)
        }
        try await store.beside.write { try $0.log(.looked, draft.placed.id, by: member.id, at: now) }
        return draft
    }
}

extension Reader {
    fileprivate func draft(
        _ review: Review,
        _ placed: Owing.Placed,
        for member: Member,
        at now: Date
    ) throws -> ReviewDraft {
        let moment = review.commitment?.madeAt ?? now
        let all = try reviewed("review.placement = \(placed.id)")
        let before = all.filter { ($0.commitment?.madeAt ?? .distantFuture) < moment }
        return try ReviewDraft(
            placed: placed,
            review: review,
            last: before.max { ($0.commitment?.madeAt ?? moment) < ($1.commitment?.madeAt ?? moment) },
            around: around(placed, at: moment),
            standing: onlooker(member, of: placed).map { try standing(placed, at: moment, by: $0, now: now) },
            owed: review.isOpen ? owed(placed, at: now) : [],
            holders: holders(of: placed, at: now),
            next: all.last { $0.isOpen && $0.id != review.id }
        )
    }

    private func standing(
        _ placed: Owing.Placed,
        at moment: Date,
        by onlooker: Onlooker,
        now: Date
    ) throws -> ReviewDraft.Standing {
        func sixteen(_ moment: Date) throws -> Sixteen {
            let read = try self.sixteen(.placement(placed.id), at: moment, by: onlooker, now: now)
            guard let sixteen = read[placed.id] else { throw Missing() }
            return sixteen
        }
        return try .init(now: sixteen(moment), before: sixteen(lastLook(placed, before: moment)))
    }

    /// What is still open of all that is owed, besides what the review itself speaks of.
    private func owed(_ placed: Owing.Placed, at now: Date) throws -> [Owing.Section] {
        try Features.owed.filter { $0.heading != Owing.Part.reviews.heading }.compactMap { part in
            let open = try part.lines(self, placed, now).filter { !$0.isDone }
            guard !open.isEmpty else { return nil }
            return Owing.Section(heading: part.heading, path: part.path(placed), lines: open)
        }
    }
}
