import Foundation
import Kernel
import Store

/// The exits one member may read: a network lead those of the network, a practice manager
/// those of the practice, a supervisor those they supervised, a link worker their own.
/// Why somebody left is read by those they chose, and by nobody else.
struct Exits: Sendable {
    let store: any Store
    let member: Member

    struct Look: Sendable {
        let exits: [Exit]
        let ended: Ended
        /// Whose looking at what was left open it is.
        let leads: Set<Organisation.ID>
    }

    static func isFor(_ member: Member) -> Bool { Owing.isFor(member) }

    func look(at now: Date = .now) async throws -> Look {
        let (theirs, leads) = (theirs, Set(member.organisations(as: .networkLead)))
        let today = Day(now)
        let since = today.advanced(by: -Exit.shown)
        let (exits, ended) = try await store.read { view in
            try (
                view.exits("\(theirs) AND ended_on <= \(today) AND ended_on > \(since)"),
                view.ended(among: theirs, on: today)
            )
        }
        return Look(exits: exits.map(seen), ended: ended, leads: leads)
    }

    /// One's own, also before the last day has come.
    func own(_ id: Placement.ID) async throws -> Exit {
        let me = member.id
        let found = try await store.read { view in
            try view.exits("placement.id = \(id) AND placement.link_worker = \(me)").first
        }
        guard let found else { throw Missing() }
        return found
    }

    /// Those of one's own of the last three months about which one has said nothing, and nothing need be.
    func unsaid(at now: Date = .now) async throws -> [Exit] {
        let me = member.id
        return try await store.read { try $0.unsaidExits(of: me, at: now) }
    }

    /// Why, for whom they choose. Said again, it is as said last; without words they would rather not say.
    func say(_ words: Exit.Words, of id: Placement.ID, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            let own = try work.exits("placement.id = \(id) AND placement.link_worker = \(me)")
            guard !own.isEmpty else { throw Missing() }
            let made = Key<Exit.Words>(at: now)
            try work.run(
                "UPDATE exit_words SET replaced_by = \(made) WHERE placement = \(id) AND replaced_by IS NULL"
            )
            try work.run(
                """
                INSERT INTO exit_words (id, placement, words, for_network, for_practice, said_at, said_by)
                VALUES (\(made), \(id), \(words.words), \(words.audiences.contains(.network)),
                    \(words.audiences.contains(.practice)), \(now), \(me))
                """
            )
            try work.log(.changed, id, by: me, at: now)
        }
    }

    /// What the network lead found in looking at something that was left open.
    func review(_ issue: Issue.ID, _ words: String, of id: Placement.ID, at now: Date = .now) async throws {
        let (me, networks) = (member.id, member.organisations(as: .networkLead))
        let today = Day(now)
        try await store.write { work in
            let led: SQL = "organisation.network IN (\(each: networks))"
            let exit = try work.exits("placement.id = \(id) AND \(led) AND ended_on <= \(today)").first
            guard let found = exit?.leftOpen.first(where: { $0.id == issue }) else { throw Missing() }
            guard found.review == nil else { throw Exit.Refused.reviewed }
            try work.run(
                """
                INSERT INTO exit_review (placement, issue, words, said_at, said_by)
                VALUES (\(id), \(issue), \(words), \(now), \(me))
                """
            )
            try work.log(.changed, id, by: me, at: now)
        }
    }

    private var theirs: SQL {
        guard Self.isFor(member) else { return "FALSE" }
        let supervised: SQL = member.isA(.supervisor) ? "placement.supervisor = \(member.id)" : "FALSE"
        return """
            (placement.link_worker = \(member.id) OR \(supervised)
                OR placement.practice IN (\(each: member.organisations(as: .practiceManager)))
                OR organisation.network IN (\(each: member.organisations(as: .networkLead))))
            """
    }

    /// Without the words, unless they are for this member.
    private func seen(_ exit: Exit) -> Exit {
        guard let words = exit.words, exit.linkWorker.id != member.id else { return exit }
        let isLead = exit.network.map(member.organisations(as: .networkLead).contains) ?? false
        let isManager = member.organisations(as: .practiceManager).contains(exit.practice)
        let isTheirs =
            isLead && words.audiences.contains(.network) || isManager && words.audiences.contains(.practice)
        return isTheirs ? exit : exit.unsaid
    }
}

extension Exit {
    /// As it is to whoever may not read why.
    fileprivate var unsaid: Exit {
        Exit(
            id: id,
            linkWorker: linkWorker,
            practice: practice,
            practiceName: practiceName,
            network: network,
            beganOn: beganOn,
            endedOn: endedOn,
            words: nil,
            leftOpen: leftOpen
        )
    }
}

extension Reader {
    fileprivate func unsaidExits(of member: Member.ID, at now: Date) throws -> [Exit] {
        let since = Day(now).advanced(by: -90)
        return try exits("placement.link_worker = \(member) AND ended_on > \(since)")
            .filter { $0.words == nil }
    }

    /// What somebody who leaves, and is a link worker elsewhere, reads in the morning.
    func exitNews(of member: Member.ID, at now: Date) throws -> [Today.News] {
        try unsaidExits(of: member, at: now).map { exit in
            Today.News(
                who: "You leave, or have left, \(exit.practiceName)",
                words: "why, in your words, if you like",
                path: "/exits/\(exit.id)"
            )
        }
    }
}

extension Home {
    func exits(at now: Date) async throws -> [Need] {
        let door = Exits(store: store, member: member)
        let own = try await door.unsaid(at: now)
        let mine = own.count.need { count in
            Need(
                kind: "Leaving",
                words: "You leave, or have left, \(own[0].practiceName): why, in your words, if you like",
                act: "Say it, or not",
                path: "/exits/\(own[0].id)"
            )
        }
        guard member.isA(.networkLead) else { return mine }
        let toReview = try await door.look(at: now).exits.reduce(0) { $0 + $1.toReview }
        return mine
            + toReview.need { count in
                Need(
                    kind: "Somebody left",
                    words:
                        "\(count.counted("thing")) they had raised, open for long when they left, to look at",
                    act: "See what",
                    path: "/exits"
                )
            }
    }
}
