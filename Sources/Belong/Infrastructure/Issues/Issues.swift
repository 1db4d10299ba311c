import Foundation
import Kernel
import Store
import Web

/// The issues one member raised or has to put right, or had. Its words are for
/// those two: to anybody else it does not exist.
struct Issues: Sendable {
    let store: any Store
    let member: Member
    let site: WebAddress

    /// A practice one may raise something at, with those who can do something about it.
    struct Place: Sendable {
        let id: Organisation.ID
        let name: String
        let fixers: [Concerned]
    }

    struct Asked: Sendable {
        let practice: Organisation.ID
        let kind: Issue.Kind
        let words: String
        let whose: Member.ID
    }

    /// What one may read of an issue, and do about it.
    struct Look: Sendable {
        let issue: Issue
        let isRaiser: Bool
        let isOwner: Bool
        let takers: [Concerned]
    }

    static func isFor(_ member: Member) -> Bool {
        !member.places.isEmpty || member.isA(.supervisor) || member.isA(.networkLead)
    }

    /// Where this member works, and where they supervise or lead.
    func places(at now: Date = .now) async throws -> [Place] {
        let member = member
        return try await store.read { try $0.issuePlaces(of: member, at: now) }
    }

    func raise(_ asked: Asked, at now: Date = .now) async throws -> Issue.ID {
        let (member, site) = (member, site)
        return try await store.write { work in
            let places = try work.issuePlaces(of: member, at: now)
            guard let place = places.first(where: { $0.id == asked.practice }) else { throw Missing() }
            guard place.fixers.contains(where: { $0.id == asked.whose }) else { throw Issue.Refused.notThere }
            let placement: Placement.ID? = try work.placed(member, at: now)
                .first { $0.practice == place.id && $0.side == .linkWorker }?.id
            let role = member.memberships.first { $0.organisation.id == place.id }?.role
            let id = Issue.ID(at: now)
            try work.run(
                """
                INSERT INTO issue (id, practice, placement, kind, words, whose, raised_at, raised_by, raised_as)
                VALUES (\(id), \(place.id), \(placement), \(asked.kind), \(asked.words), \(asked.whose), \(now),
                    \(member.id), \((role ?? member.memberships.first?.role ?? .linkWorker).rawValue))
                """
            )
            try work.tell(
                [asked.whose],
                "Something at \(place.name) is yours to put right",
                "\(member.name) has raised something at \(place.name). What it is stands here: \(site)/issues/\(id)",
                at: now
            )
            try work.log(.changed, id, by: member.id, at: now)
            return id
        }
    }

    /// What this member raised, and what is or was theirs to put right.
    func mine() async throws -> [Issue] {
        let mine = mine
        return try await store.read { try $0.issues(mine) }
    }

    func look(at id: Issue.ID, at now: Date = .now) async throws -> Look {
        let (mine, me) = (mine, member.id)
        return try await store.read { view in
            guard let issue = try view.issues("issue.id = \(id) AND \(mine)").first else { throw Missing() }
            let takers = try view.concerned(at: issue.practice, as: Issue.fixers, on: Day(now))
            return Look(
                issue: issue,
                isRaiser: issue.raisedBy.id == me,
                isOwner: issue.whose.id == me,
                takers: takers.filter { $0.id != issue.whose.id && $0.id != issue.raisedBy.id }
            )
        }
    }

    /// Says something to it: the owner that they have it, that it is another's, that
    /// it is put right; whoever raised it that it is not yet, or that it may close.
    func say(
        _ act: Issue.Act,
        _ words: String = "",
        to taker: Member.ID? = nil,
        on id: Issue.ID,
        at now: Date = .now
    ) async throws {
        let (mine, me, site) = (mine, member.id, site)
        try await store.write { work in
            _ = try work.rows("SELECT id FROM issue WHERE id = \(id) \(work.dialect.forUpdate)")
            guard let issue = try work.issues("issue.id = \(id) AND \(mine)").first else { throw Missing() }
            let isTheirs =
                switch act {
                case .acknowledged, .handed, .mended: issue.whose.id == me
                case .notYet, .closed: issue.raisedBy.id == me
                }
            guard isTheirs else { throw Missing() }
            try issue.admits(act)
            if act == .handed {
                let takers = try work.concerned(at: issue.practice, as: Issue.fixers, on: Day(now))
                guard let taker, taker != me, taker != issue.raisedBy.id,
                    takers.contains(where: { $0.id == taker })
                else { throw Issue.Refused.notThere }
            }
            let turn = Key<Issue.Turn>(at: now)
            try work.run(
                """
                INSERT INTO issue_turn (id, issue, act, words, handed_to, said_at, said_by)
                VALUES (\(turn), \(id), \(act), \(words), \(act == .handed ? taker : nil), \(now), \(me))
                """
            )
            let other = act == .handed ? taker : issue.raisedBy.id == me ? issue.whose.id : issue.raisedBy.id
            try work.tell(
                [other].compactMap(\.self),
                "Something was said to an issue at \(issue.practiceName)",
                "It stands here: \(site)/issues/\(id)",
                at: now
            )
            try work.log(.changed, id, by: me, at: now)
        }
    }

    /// How many wait for this member: to be taken up or put right, and to be closed.
    func waiting() async throws -> (toFix: Int, toClose: Int) {
        let me = member.id
        let open = try await mine().filter(\.isOpen)
        let toClose = open.count { issue in
            if case .mended = issue.standing { issue.raisedBy.id == me } else { false }
        }
        let toFix = open.count { issue in
            if case .mended = issue.standing { false } else { issue.whose.id == me }
        }
        return (toFix, toClose)
    }

    private var mine: SQL {
        guard Self.isFor(member) else { return "FALSE" }
        return """
            (issue.raised_by = \(member.id) OR issue.whose = \(member.id) OR EXISTS (
                SELECT 1 FROM issue_turn AS handing
                WHERE handing.issue = issue.id AND handing.handed_to = \(member.id)))
            """
    }
}

extension Reader {
    fileprivate func issuePlaces(of member: Member, at now: Date) throws -> [Issues.Place] {
        let placed = try placed(member, at: now).map { ($0.practice, $0.practiceName) }
        var seen: Set<Organisation.ID> = []
        return try (member.places.map { ($0.id, $0.name) } + placed)
            .filter { seen.insert($0.0).inserted }
            .sorted { $0.1 < $1.1 }
            .map { id, name in
                let fixers = try concerned(at: id, as: Issue.fixers, on: Day(now))
                return Issues.Place(id: id, name: name, fixers: fixers.filter { $0.id != member.id })
            }
    }
}
