import Foundation
import Kernel
import Store

/// Reviews that are near, what somebody promised at one, and what is the link worker's to say.
extension Home {
    func reviews(at now: Date) async throws -> [Need] {
        guard Owing.isFor(member) else { return [] }
        let waiting = try await Reviews(store: store, member: member, site: site).waiting(at: now)
        let near = waiting.near.count.need { count in
            Need(
                kind: "Review",
                words: "\(count.counted("quarterly review")) within a week, or not held yet",
                act: count == 1 ? "Open it" : "See which",
                path: count == 1 ? "/reviews/\(waiting.near[0])" : "/placements"
            )
        }
        let unsaid = waiting.unsaid.count.need { count in
            Need(
                kind: "Review",
                words: "\(count.counted("review")) you have not said yet whether you were there",
                act: "Say so",
                path: "/reviews/\(waiting.unsaid[0])"
            )
        }
        let promised = waiting.promised.count.need { count in
            Need(
                kind: "Agreed",
                words: "\(count.counted("thing")) you promised at a review, due within two weeks or before",
                act: "See what",
                path: "/reviews/\(waiting.promised[0])"
            )
        }
        let due = waiting.due.count.need { count in
            Need(
                kind: "Agreed",
                words: "\(count.counted("thing")) agreed at a review and due: was it done?",
                act: "Say so",
                path: "/reviews/\(waiting.due[0])"
            )
        }
        return near + unsaid + due + promised
    }
}

extension Reviews {
    /// What waits for one member, by review.
    struct Waiting: Sendable {
        var near: [Review.ID] = []
        var unsaid: [Review.ID] = []
        /// The link worker's to say what became of it.
        var due: [Review.ID] = []
        /// This member's own to do.
        var promised: [Review.ID] = []
    }

    func waiting(at now: Date = .now) async throws -> Waiting {
        let member = member
        return try await store.read { try $0.reviewsWaiting(for: member, at: now) }
    }
}

extension Reader {
    fileprivate func reviewsWaiting(for member: Member, at now: Date) throws -> Reviews.Waiting {
        let placed = try placed(member, at: now)
        let all = try reviewed("review.placement IN (\(each: placed.map(\.id)))")
        let own = Set(placed.filter { $0.side == .linkWorker }.map(\.id))
        let today = Day(now)
        return all.reduce(into: Reviews.Waiting()) { waiting, review in
            guard let commitment = review.commitment else {
                if Day(review.beginsAt) <= today.advanced(by: 7) { waiting.near.append(review.id) }
                return
            }
            let isOwn = own.contains(review.placement)
            if isOwn && review.wasThere == nil { waiting.unsaid.append(review.id) }
            guard commitment.effect == nil else { return }
            if isOwn && commitment.dueOn <= today { waiting.due.append(review.id) }
            let isNear = commitment.dueOn <= today.advanced(by: 14)
            if commitment.whose.id == member.id && !isOwn && isNear { waiting.promised.append(review.id) }
        }
    }

    /// What of reviews a link worker reads in the morning.
    func reviewNews(of member: Member, at now: Date) throws -> [Today.News] {
        let waiting = try reviewsWaiting(for: member, at: now)
        func news(_ who: String, _ words: String) -> (Review.ID) -> Today.News {
            { Today.News(who: who, words: words, path: "/reviews/\($0)") }
        }
        return waiting.unsaid.map(news("A review was held", "say whether you were there"))
            + waiting.due.map(news("Agreed at a review, and due", "was it done?"))
            + waiting.near.map(news("A review with your practice", "within a week, or not held yet"))
    }
}
