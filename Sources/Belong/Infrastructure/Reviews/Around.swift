import Foundation
import Kernel
import Store

/// What changed around a placement since its last review. Nobody there did it, and it
/// may make what was agreed not fit any more (paper, lines 81-82; vignette V12).
struct Around: Equatable, Sendable {
    let since: Day
    let linkWorkers: Pair
    let waiting: Pair
    /// Who began at the practice since, by what they do.
    let newRoles: [Newcomers]

    /// A count then and now.
    struct Pair: Equatable, Sendable {
        let then: Int
        let now: Int

        /// Half as many more, and three at least.
        var hasGrown: Bool { now - then >= 3 && now * 2 >= then * 3 }
    }

    struct Newcomers: Equatable, Sendable {
        let role: Role
        let count: Int
    }

    /// A change that is a reason to look sooner than planned, and what to ask about it.
    struct Prompt: Equatable, Sendable {
        let words: String
        let ask: String
    }

    var prompts: [Prompt] {
        var prompts: [Prompt] = []
        if linkWorkers.hasGrown {
            prompts.append(
                Prompt(
                    words: "the team has grown from \(linkWorkers.then) to \(linkWorkers.now) link workers",
                    ask: "Supervision, rooms and meetings were agreed for \(linkWorkers.then). "
                        + "What has to change?"
                )
            )
        }
        if waiting.hasGrown {
            prompts.append(
                Prompt(
                    words: "\(waiting.now) people wait where \(waiting.thenSaid) did",
                    ask: "For how many was this agreed? What is let go, and who says so?"
                )
            )
        }
        return prompts
    }

    /// Every count as a line, whether it moved or not.
    var lines: [String] {
        [
            linkWorkers.said("link worker in the network", "link workers in the network"),
            waiting.said("person waiting at this practice", "people waiting at this practice"),
        ]
            + newRoles.map { newcomers in
                let title = newcomers.role.title.lowercased()
                return "new at the practice: \(newcomers.count.counted(title))"
            }
    }
}

extension Around.Pair {
    fileprivate var thenSaid: String { then == 0 ? "nobody" : "\(then)" }

    fileprivate func said(_ one: String, _ many: String) -> String {
        then == now ? "\(now.counted(one, many)), as before" : "\(now.counted(one, many)), \(then) before"
    }
}

extension Reader {
    /// When the last review was closed before an instant; before the first, a quarter ago, or when the
    /// placement began.
    func lastLook(_ placed: Owing.Placed, before now: Date) throws -> Date {
        let last: Date? = try value(
            """
            SELECT made_at FROM review_commitment
            JOIN review ON review.id = review_commitment.review
            WHERE review.placement = \(placed.id) AND made_at < \(now)
            ORDER BY made_at DESC
            LIMIT 1
            """
        )
        let quarter = now - Double(Review.rhythm) * 86_400
        return last ?? max(quarter, London.instant(placed.beganOn, hour: 0))
    }

    func around(_ placed: Owing.Placed, at now: Date) throws -> Around {
        let since = try lastLook(placed, before: now)
        return try Around(
            since: Day(since),
            linkWorkers: .init(
                then: linkWorkers(around: placed, on: Day(since)),
                now: linkWorkers(around: placed, on: Day(now))
            ),
            waiting: .init(then: waiting(at: placed.practice, since), now: waiting(at: placed.practice, now)),
            newRoles: newcomers(at: placed.practice, since, now)
        )
    }

    private func linkWorkers(around placed: Owing.Placed, on day: Day) throws -> Int {
        try value(
            """
            SELECT COUNT(DISTINCT placement.link_worker)
            FROM placement
            JOIN organisation ON organisation.id = placement.practice
            LEFT JOIN placement_end ON placement_end.placement = placement.id AND ended_on <= \(day)
            WHERE began_on <= \(day) AND ended_on IS NULL
                AND (placement.practice = \(placed.practice) OR organisation.network = \(placed.network))
            """
        ) ?? 0
    }

    private func waiting(at practice: Organisation.ID, _ moment: Date) throws -> Int {
        try value(
            """
            SELECT COUNT(*)
            FROM referral
            LEFT JOIN acceptance ON acceptance.referral = referral.id AND accepted_at <= \(moment)
            LEFT JOIN decline ON decline.referral = referral.id AND declined_at <= \(moment)
            WHERE referral.practice = \(practice) AND made_at <= \(moment)
                AND accepted_at IS NULL AND declined_at IS NULL
                AND NOT EXISTS (
                    SELECT 1 FROM withdrawal
                    LEFT JOIN second_thought ON second_thought.id = withdrawal.taken_back
                    WHERE withdrawal.referral = referral.id AND withdrawn_at <= \(moment)
                        AND (second_thought.id IS NULL OR second_thought.said_at > \(moment)))
            """
        ) ?? 0
    }

    private func newcomers(
        at practice: Organisation.ID,
        _ since: Date,
        _ now: Date
    ) throws -> [Around.Newcomers] {
        let roles: [String] = try values(
            """
            SELECT role
            FROM membership
            WHERE organisation = \(practice) AND began_at > \(since) AND began_at <= \(now)
            ORDER BY role, id
            """
        )
        return Role.allCases.compactMap { role in
            let count = roles.count { $0 == role.rawValue }
            return count > 0 ? Around.Newcomers(role: role, count: count) : nil
        }
    }
}
