import Foundation
import Kernel
import Store
import Web

/// The few groups picked out for somebody, to choose from together.
struct Shortlists: Sendable {
    let store: any Store
    let member: Member
    let site: WebAddress

    private var cases: Cases { Cases(store: store, member: member) }

    enum Refused: Refusal {
        case nothing
        case noSafeWay

        var sentence: String {
            switch self {
            case .nothing: "There is nothing on the list yet."
            case .noSafeWay: "There is no safe way to send it. Print it, and give it to them."
            }
        }
    }

    /// Somebody's list, with where it could be sent.
    struct Shortlist: Sendable {
        let caseID: Case.ID
        let givenName: String
        let activities: [Activity]
        let safe: SafeAddress?
        let practice: String
    }

    func open(_ id: Case.ID, printing: Bool = false, at now: Date = .now) async throws -> Shortlist {
        let cases = cases
        try await cases.look(at: id, printing ? .printed : .looked, at: now)
        return try await store.read { view in
            let found = try cases.find(id, in: view, at: now)
            return try Shortlist(
                caseID: id,
                givenName: view.particulars(of: found.person).givenName,
                activities: view.shortlist(of: id),
                safe: view.safeAddress(of: found.person),
                practice: view.value("SELECT name FROM organisation WHERE id = \(found.practice)") ?? ""
            )
        }
    }

    func add(_ activity: Activity.ID, to id: Case.ID, at now: Date = .now) async throws {
        let (cases, me) = (cases, member.id)
        try await store.write { work in
            let found = try cases.findOpen(id, in: work, at: now)
            guard let wanted = try work.activity(activity) else { throw Missing() }
            guard wanted.isOffered else { throw Introduction.Refused.gone }
            try work.run(
                """
                INSERT INTO shortlisting (id, "case", activity, added_by, added_at)
                VALUES (\(Key<Shortlist>(at: now)), \(id), \(activity), \(me), \(now))
                ON CONFLICT ("case", activity) WHERE removed_at IS NULL DO NOTHING
                """
            )
            try work.log(.changed, id, about: found.person, by: me, at: now)
        }
    }

    func remove(_ activity: Activity.ID, from id: Case.ID, at now: Date = .now) async throws {
        let (cases, me) = (cases, member.id)
        try await store.write { work in
            let found = try cases.findToChange(id, in: work, at: now)
            try work.run(
                """
                UPDATE shortlisting SET removed_at = \(now), removed_by = \(me)
                WHERE shortlisting."case" = \(id) AND activity = \(activity) AND removed_at IS NULL
                """
            )
            try work.log(.changed, id, about: found.person, by: me, at: now)
        }
    }

    /// Sends it by the way that is safe. A text, and whatever somebody else may
    /// read, carries a link and names no group (hazard H05).
    func send(_ id: Case.ID, at now: Date = .now) async throws {
        let (cases, me, site) = (cases, member.id, site)
        try await store.write { work in
            let found = try cases.findToChange(id, in: work, at: now)
            let activities = try work.shortlist(of: id)
            guard !activities.isEmpty else { throw Refused.nothing }
            guard let safe = try work.safeAddress(of: found.person) else { throw Refused.noSafeWay }
            let link = try work.makeLink(to: .ownPage, id, at: now)
            let name = try work.particulars(of: found.person).givenName
            let letter = ShortlistLetter(
                givenName: name,
                groups: activities.map(\.name),
                address: link.address(at: site)
            )
            let message = letter.message(to: safe, at: now)
            try work.add(message, about: found.person, by: me, at: now)
            try work.run(
                """
                INSERT INTO shortlist_sending (id, "case", message, sent_by, sent_at)
                VALUES (\(Key<ShortlistLetter>(at: now)), \(id), \(message.id), \(me), \(now))
                """
            )
            try work.log(.sent, id, about: found.person, by: me, at: now)
        }
    }
}

/// The words in which a shortlist goes to somebody.
struct ShortlistLetter: Sendable {
    let givenName: String
    let groups: [String]
    let address: String

    func message(to safe: SafeAddress, at now: Date) -> Message {
        safe.message(safe.isNeutral ? "As promised" : "Some places you might like", words(safe), at: now)
    }

    /// A letter is opened by whom it is for; a text lights up on a table.
    func words(_ safe: SafeAddress) -> String {
        let names = groups.joined(separator: "; ")
        return switch safe.channel {
        case .letter where !safe.isNeutral, .email where !safe.isNeutral:
            "Hello \(givenName). Some places you might like: \(names). More about each: \(address)"
        case .letter, .email, .text:
            "Hello \(givenName). Here is what we talked about: \(address)"
        }
    }
}

extension Reader {
    /// In the order in which they were picked.
    func shortlist(of id: Case.ID) throws -> [Activity] {
        try activities(
            values(
                """
                SELECT activity
                FROM shortlisting
                WHERE shortlisting."case" = \(id) AND removed_at IS NULL
                ORDER BY added_at, id
                """
            )
        )
    }
}
