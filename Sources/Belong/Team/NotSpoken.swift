import Foundation
import Kernel
import Store

/// A link worker as whoever supervises them should think of them today: what they
/// need, in words, and when the two last spoke (paper, line 82).
struct NotSpoken: Identifiable, Sendable {
    let id: Member.ID
    let name: String
    let practices: [String]
    /// Where supervision with them is planned.
    let placement: Placement.ID
    /// Why they may need to be spoken with, most pressing first. It is what happened, and
    /// nothing that anybody reckoned about them.
    let needs: [Need]
    let spokeOn: Day?
    let next: Date?
    /// Since when they are there, for whoever was never spoken with.
    let since: Day

    enum Need: Equatable, Sendable {
        case worry(Int)
        case pause(Day)
        case shown(Int)
        case over(Int, agreed: Int)

        var words: String {
            switch self {
            case .worry(let count): "raised \(count.counted("worry", "worries")) that nobody has answered yet"
            case .pause(let until): "takes no new people until \(until.spoken)"
            case .shown(let count): "shows you \(count.counted("person", "people")) to think over"
            case .over(let people, let agreed):
                "is there for \(people.counted("person", "people")), \(agreed) were agreed"
            }
        }

        /// What is looked at first.
        fileprivate var order: Int {
            switch self {
            case .worry: 0
            case .pause: 1
            case .shown: 2
            case .over: 3
            }
        }
    }

    /// Longest ago first, and never before that.
    fileprivate var waitedSince: Day { spokeOn ?? since }

    /// Whoever needs something before whoever does not; then by time.
    static func inOrder(_ all: [NotSpoken]) -> [NotSpoken] {
        all.sorted { one, other in
            let (first, second) = (one.needs.first?.order ?? 9, other.needs.first?.order ?? 9)
            return (first, one.waitedSince.number, one.name) < (second, other.waitedSince.number, other.name)
        }
    }

    /// *29 days ago*, *not yet, here for 12 days*
    func spoke(on today: Day) -> String {
        spokeOn.map { "spoken with \($0.nearness(to: today))" }
            ?? "not spoken with yet, here \(since.number >= today.number ? "from today" : "for \((today.number - since.number).counted("day"))")"
    }
}

/// How many one supervises now, and how many it were a quarter ago.
struct TeamGrowth: Equatable, Sendable {
    let from: Int
    let to: Int

    static let days = 90

    /// What changed round the team is asked about once it is half as many more, and
    /// three at least: how often each is spoken with was agreed for fewer (vignette V12).
    var asks: Bool { to - from >= 3 && to * 2 >= from * 3 }

    var words: String {
        "Your team has grown from \(from) to \(to) in three months. How often you speak with each was agreed for "
            + "\(from): ask them what they need now, and your network for somebody who shares this with you."
    }
}

/// Whom a supervisor has not spoken with, by need and then by time.
struct Supervising: Sendable {
    let store: any Store
    let member: Member

    func list(at now: Date = .now) async throws -> (people: [NotSpoken], growth: TeamGrowth) {
        guard member.isA(.supervisor) else { return ([], TeamGrowth(from: 0, to: 0)) }
        let (me, today) = (member.id, Day(now))
        let loads = Loads(store: store, member: member)
        return try await store.read { view in
            let team = try view.team(of: me, on: today)
            let before = try view.team(of: me, on: today.advanced(by: -TeamGrowth.days)).count
            let ids = team.map(\.id)
            let spoken = try view.spoken(with: ids, by: me, at: now)
            let needs = try view.needs(of: ids, seenBy: me, loads.all(in: view, at: now), at: now)
            let people = team.map { one in
                NotSpoken(
                    id: one.id,
                    name: one.name,
                    practices: one.practices,
                    placement: one.placement,
                    needs: needs[one.id] ?? [],
                    spokeOn: spoken[one.id]?.last.map { Day($0) },
                    next: spoken[one.id]?.next,
                    since: one.since
                )
            }
            return (NotSpoken.inOrder(people), TeamGrowth(from: before, to: team.count))
        }
    }
}
