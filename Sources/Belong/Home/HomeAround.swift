import Foundation
import Kernel
import Store

/// What comes back to somebody: from groups, from referrers, and of the house itself.
extension Home {
    func groups() async throws -> [Need] {
        var needs: [Need] = []
        if member.isA(.linkWorker) {
            let lines = try await Introductions(store: store, member: member, site: site).lines()
            needs += lines.count(where: \.standing.needsSomeone).need { count in
                Need(
                    kind: "From the community",
                    tone: "sky",
                    words: "\(count.counted("introduction")) where it is your turn",
                    act: "See which",
                    path: "/introductions"
                )
            }
        }
        if member.isA(.coordinator) {
            needs += try await Welcomes(store: store, member: member).waiting().need { count in
                Need(
                    kind: "Welcome",
                    tone: "leaf",
                    words: "\(count.counted("person", "people")) would like to come to a group of yours",
                    act: "Say yes, or not now",
                    path: "/welcome"
                )
            }
        }
        return needs
    }

    func news() async throws -> [Need] {
        var needs: [Need] = []
        if member.isA(.linkWorker) {
            needs += try await NewsReplies(store: store, member: member).unseen().count.need { count in
                Need(
                    kind: "Wrote back",
                    tone: "sky",
                    words: "\(count.counted("answer")) to your news",
                    act: count == 1 ? "Read it" : "Read them",
                    path: "/replies"
                )
            }
        }
        if NewsInbox.isFor(member) {
            needs += try await NewsInbox(store: store, member: member).unread().need { count in
                Need(
                    kind: "News",
                    tone: "leaf",
                    words: "\(count.counted("piece")) of news of people you referred",
                    act: count == 1 ? "Read it" : "Read them",
                    path: "/news"
                )
            }
        }
        return needs
    }

    /// For those who see to it that things work.
    func house(at now: Date) async throws -> [Need] {
        try await left(at: now) + loads(at: now) + owed(at: now) + changed(at: now) + learning(at: now)
            + exits(at: now)
            + posts(at: now) + missing(at: now) + stuck(at: now)
    }

    private func left(at now: Date) async throws -> [Need] {
        guard HandOversPage.isFor(member) else { return [] }
        let left = try await HandingOut(store: store, member: member).left(at: now)
        return left.map(\.people).reduce(0, +).need { count in
            Need(
                kind: "Hand-over",
                tone: "clay",
                words: "\(count.counted("person has", "people have")) no link worker any more",
                act: "Choose who has them",
                path: "/hand-overs"
            )
        }
    }

    /// More people than agreed, and nobody who manages has said what will be done.
    private func loads(at now: Date) async throws -> [Need] {
        try await Loads(store: store, member: member).unanswered(at: now).need { count in
            Need(
                kind: "More than agreed",
                tone: "clay",
                words:
                    "\(count.counted("link worker has", "link workers have")) more people than was agreed, "
                    + "and nobody has said what will be done",
                act: "Answer",
                path: "/load"
            )
        }
    }

    private func missing(at now: Date) async throws -> [Need] {
        guard member.isA(.networkLead) else { return [] }
        return try await Gaps(store: store, member: member).missing(at: now).count.need { count in
            Need(
                kind: "Gaps",
                words: "\(count.counted("thing")) that people looked for and did not find",
                act: "See what",
                path: "/gaps"
            )
        }
    }

    private func stuck(at now: Date) async throws -> [Need] {
        guard member.isA(.administrator) else { return [] }
        let post = try await Post(store: store, member: member).stuck(at: now).need { count in
            Need(
                kind: "Post",
                tone: "clay",
                words: "\(count.counted("message")) that could not go",
                act: "See why",
                path: "/post"
            )
        }
        let asked = try await AskedMergings(store: store, member: member).all().count.need { count in
            Need(
                kind: "One person?",
                words: "\(count.counted("colleague asks", "colleagues ask")) whether two people are one",
                act: "Look at both",
                path: "/mergings/asked"
            )
        }
        return post + asked
    }
}
