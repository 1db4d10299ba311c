import Foundation
import Kernel
import Store
import Web

/// What waits for one member, in the order in which it should be seen to: a worry
/// first, then whoever waits for an answer, then what is good to know. It counts and
/// names nobody, so that it opens on any screen.
struct Home: Sendable {
    let store: any Store
    let member: Member
    let site: WebAddress

    /// One thing that waits, and the one button that leads to it.
    struct Need: Sendable, Equatable {
        let kind: String
        var tone = ""
        let words: String
        let act: String
        let path: String
    }

    /// The page of its own on which the day begins, for whoever has one: it costs no
    /// click, and what needs them stands above it.
    static func beginning(of member: Member) -> String? {
        if member.isA(.linkWorker) { return "/today" }
        if Features.isAtFrontDesk(member) { return "/front-desk" }
        return Features.places(for: member).first?.path == "/desk" ? "/desk" : nil
    }

    func page(at now: Date = .now) async throws -> HomePage {
        var page = try await HomePage(
            member,
            needs: needs(at: now),
            hasPeople: member.isA(.linkWorker),
            at: now
        )
        guard member.isA(.supervisor) else { return page }
        let (people, growth) = try await Supervising(store: store, member: member).list(at: now)
        page.team = NotSpokenCard(people: people, growth: growth, today: Day(now))
        return page
    }

    func needs(at now: Date = .now) async throws -> [Need] {
        try await visits(at: now) + worries() + referrals(at: now) + people(at: now) + groups() + news()
            + house(at: now)
    }

    private func visits(at now: Date) async throws -> [Need] {
        let overdue = try await LoneVisits(store: store, member: member, site: site).overdue(at: now)
        return overdue.count.need { count in
            Need(
                kind: "Visit alone",
                tone: "clay",
                words: "\(count.counted("colleague has", "colleagues have")) not said that they are out",
                act: "See to it now",
                path: "/lone-visits/\(overdue[0].first)"
            )
        }
    }

    private func worries() async throws -> [Need] {
        guard Features.hearsWorries(member) else { return [] }
        let open = try await Worries(store: store, member: member).open()
        return open.need { count in
            Need(
                kind: "Worry",
                tone: "clay",
                words: "\(count.counted("worry", "worries")) that nobody has answered yet",
                act: count == 1 ? "Read it" : "Read them",
                path: "/worries"
            )
        }
    }

    private func referrals(at now: Date) async throws -> [Need] {
        guard member.isA(.linkWorker) else { return [] }
        let asked = try await Questions(store: store, member: member).unanswered()
        let queue = try await Referrals(store: store, member: member).queue(at: now)
        let offered = try await HandOvers(store: store, member: member).waiting()
        let chat = asked.count.need { count in
            Need(
                kind: "A little chat?",
                tone: "sun",
                words: "\(count.counted("colleague asks", "colleagues ask")) whether somebody is one for you",
                act: "Reply",
                path: count == 1 ? "/questions/\(asked[0].id)" : "/waiting"
            )
        }
        let waiting = queue.longest.map { first in
            Need(
                kind: "Waiting",
                tone: first.isOverdue(at: now) ? "clay" : "leaf",
                words: "\(queue.count.counted("person", "people")) waiting for a link worker, "
                    + "\(queue.count == 1 ? "" : "the first ")\(first.since(now))",
                act: "See who waits",
                path: "/waiting"
            )
        }
        let over = offered.need { count in
            Need(
                kind: "Hand-over",
                words: "A colleague would like you to take over \(count.counted("person", "people"))",
                act: "Read and say",
                path: "/hand-overs"
            )
        }
        return chat + [waiting].compactMap(\.self) + over
    }

    private func people(at now: Date) async throws -> [Need] {
        guard member.isA(.linkWorker) else { return [] }
        let lines = try await Cases(store: store, member: member).lines(at: now)
        let letters = try await Printing(store: store, member: member).waiting(at: now).count
        let first = lines.count { $0.standing == .waiting }.need { count in
            Need(
                kind: "First conversation",
                words: "\(count.counted("person", "people")) you took on and have not talked with yet",
                act: "See who",
                path: "/people"
            )
        }
        let quiet = lines.count { $0.standing == .quiet }.need { count in
            Need(
                kind: "Quiet",
                words: "\(count.counted("person", "people")) not heard from for \(CaseLine.quietAfter) days",
                act: "See who",
                path: "/people"
            )
        }
        let printing = letters.need { count in
            Need(
                kind: "On paper",
                words: "\(count.counted("message")) that could not be sent, to print",
                act: "Print",
                path: "/printing"
            )
        }
        return first + quiet + printing
    }
}

extension Referral {
    /// *since today*, *for 9 days*
    fileprivate func since(_ now: Date) -> String {
        let days = daysWaited(at: now)
        return days == 0 ? "since today" : "for \(days.counted("day"))"
    }
}

extension Int {
    /// Something to see to, unless there is none of it.
    func need(_ say: (Int) -> Home.Need) -> [Home.Need] { self == 0 ? [] : [say(self)] }
}
