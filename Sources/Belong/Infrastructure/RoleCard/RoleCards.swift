import Foundation
import Kernel
import Store

/// The role card of one practice, for whoever works there, is placed there, or supervises or leads those who are.
/// Its managers and link workers write it.
struct RoleCards: Sendable {
    let store: any Store
    let member: Member

    struct Look: Sendable {
        let card: RoleCard
        let mayWrite: Bool
        /// The placement of whoever looks, if they are a link worker there.
        let own: Placement.ID?
        /// Who works there, for noting who came to a session.
        let colleagues: [Concerned]
        let sessions: [Day]
    }

    static let staff: [Role] = [.clinician, .receptionist, .practiceManager, .administrator]

    /// Opens the card for colleagues, which is kept as a fact: once a day is enough.
    func open(_ practice: Organisation.ID, at now: Date = .now) async throws -> Look {
        let (member, id) = (member, Key<RoleCard>(at: now))
        return try await store.write { work in
            let look = try work.roleCardLook(practice, member, at: now)
            let isKept = try work.has(
                """
                SELECT 1 FROM role_card_opening
                WHERE practice = \(practice) AND member = \(member.id) AND opened_at > \(now - 86_400)
                    AND opened_at <= \(now)
                """
            )
            guard !isKept else { return look }
            try work.run(
                """
                INSERT INTO role_card_opening (id, practice, member, opened_at)
                VALUES (\(id), \(practice), \(member.id), \(now))
                """
            )
            return look
        }
    }

    /// To look after it, for whoever may write it.
    func keeping(_ practice: Organisation.ID, at now: Date = .now) async throws -> Look {
        let member = member
        return try await store.read { view in
            let look = try view.roleCardLook(practice, member, at: now)
            guard look.mayWrite else { throw Missing() }
            return look
        }
    }

    func write(
        _ words: RoleWords,
        for kind: RoleCard.Kind,
        of practice: Organisation.ID,
        at now: Date = .now
    ) async throws {
        try await change(practice, at: now) { work, _, id, me in
            try work.run(
                """
                UPDATE role_card_words SET replaced_by = \(id)
                WHERE practice = \(practice) AND audience = \(kind.audience.rawValue)
                    AND style = \(kind.style.rawValue) AND replaced_by IS NULL
                """
            )
            try work.run(
                """
                INSERT INTO role_card_words (id, practice, audience, style, does, does_not, written_at, written_by)
                VALUES (\(id), \(practice), \(kind.audience.rawValue), \(kind.style.rawValue),
                    \(words.does.joined(separator: "\n")), \(words.doesNot.joined(separator: "\n")), \(now), \(me))
                """
            )
        }
    }

    /// The first name that may stand in public, or none: the link worker's own to say.
    func show(_ name: String, at practice: Organisation.ID, now: Date = .now) async throws {
        try await change(practice, at: now) { work, look, id, me in
            guard let own = look.own else { throw Missing() }
            try work.run(
                "UPDATE role_card_name SET replaced_by = \(id) WHERE placement = \(own) AND replaced_by IS NULL"
            )
            try work.run(
                """
                INSERT INTO role_card_name (id, placement, name, said_at, said_by)
                VALUES (\(id), \(own), \(name), \(now), \(me))
                """
            )
        }
    }

    /// Opens the card for patients to everyone behind its short address, or closes it.
    func publish(_ isPublic: Bool, of practice: Organisation.ID, at now: Date = .now) async throws {
        try await change(practice, at: now) { work, look, id, me in
            if look.card.word == nil {
                guard isPublic else { throw Missing() }
                let word = try work.freeWord(for: look.card.name)
                try work.run(
                    """
                    INSERT INTO role_card_address (practice, word, made_at, made_by)
                    VALUES (\(practice), \(word), \(now), \(me))
                    """
                )
            }
            guard look.card.isPublic != isPublic else { return }
            try work.run(
                """
                UPDATE role_card_publication SET replaced_by = \(id)
                WHERE practice = \(practice) AND replaced_by IS NULL
                """
            )
            try work.run(
                """
                INSERT INTO role_card_publication (id, practice, is_public, said_at, said_by)
                VALUES (\(id), \(practice), \(isPublic), \(now), \(me))
                """
            )
        }
    }

    /// A session about the role, and who was there.
    func note(_ day: Day, _ present: [Member.ID], at practice: Organisation.ID, now: Date = .now) async throws
    {
        try await change(practice, at: now) { work, look, id, me in
            try work.run(
                """
                INSERT INTO role_card_session (id, practice, held_on, noted_at, noted_by)
                VALUES (\(id), \(practice), \(day), \(now), \(me))
                """
            )
            let known = Set(look.colleagues.map(\.id))
            for who in present where known.contains(who) {
                try work.run(
                    "INSERT INTO role_card_session_member (session, member) VALUES (\(id), \(who))"
                )
            }
        }
    }

    /// Does something to a card this member may write, and logs it under the key it gives.
    func change(
        _ practice: Organisation.ID,
        at now: Date,
        _ act: @escaping @Sendable (any Writer, Look, Key<RoleCard>, Member.ID) throws -> Void
    ) async throws {
        let (member, id) = (member, Key<RoleCard>(at: now))
        try await store.write { work in
            let look = try work.roleCardLook(practice, member, at: now)
            guard look.mayWrite else { throw Missing() }
            try act(work, look, id, member.id)
            try work.log(.changed, id, by: member.id, at: now)
        }
    }
}

extension Reader {
    fileprivate func roleCardLook(
        _ practice: Organisation.ID,
        _ member: Member,
        at now: Date
    ) throws -> RoleCards.Look {
        let card = try roleCard(of: practice, at: now)
        let own = card.linkWorkers.first { $0.id == member.id }?.placement
        let sees = try !placed(member, among: "placement.practice = \(practice)", at: now).isEmpty
        guard sees || member.practices.contains(practice) else { throw Missing() }
        let manages = member.organisations(as: .practiceManager).contains(practice)
        return try RoleCards.Look(
            card: card,
            mayWrite: own != nil || manages,
            own: own,
            colleagues: concerned(at: practice, as: RoleCards.staff, on: Day(now)),
            sessions: values(
                "SELECT held_on FROM role_card_session WHERE practice = \(practice) ORDER BY held_on DESC"
            )
        )
    }

    /// The address of nobody else's card.
    fileprivate func freeWord(for name: String) throws -> String {
        let word = RoleCard.word(of: name)
        let taken: Set<String> = try Set(values("SELECT word FROM role_card_address"))
        guard taken.contains(word) else { return word }
        return (2...).lazy.map { "\(word)-\($0)" }.first { !taken.contains($0) } ?? word
    }
}
