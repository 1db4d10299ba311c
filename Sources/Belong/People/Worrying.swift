import Foundation
import Kernel
import Store

/// Raising a worry about somebody whose page one may see, or whom one referred.
struct Worrying: Sendable {
    let store: any Store
    let member: Member
    let site: WebAddress

    /// Somebody who can be told.
    struct Hearer: Sendable, Equatable {
        let id: Member.ID
        let name: String
        let role: Role
    }

    /// What the form says before anything is typed.
    struct Beginning: Sendable {
        let name: String
        let practice: String
        let practicePhone: PhoneNumber?
        let hearers: [Hearer]
    }

    /// The person as the form names them, whom to ring, and who can be told. The look is noted.
    func begin(_ person: Person.ID, at now: Date = .now) async throws -> Beginning {
        let me = member.id
        return try await store.write { work in
            let person = try work.standing(person)
            let practice = try practice(of: person, in: work, at: now)
            let place = try work.rows("SELECT name, phone FROM organisation WHERE id = \(practice)").first
            guard let place else { throw Missing() }
            let beginning = try Beginning(
                name: work.particulars(of: person).fullName,
                practice: place("name"),
                practicePhone: place("phone"),
                hearers: work.hearers(at: practice, besides: me, at: now)
            )
            try work.log(.looked, person, about: person, by: me, at: now)
            return beginning
        }
    }

    /// Tells them: the worry, and a message that says only that one waits.
    @discardableResult
    func raise(
        _ urgency: Worry.Urgency,
        about person: Person.ID,
        to hearer: Member.ID,
        _ typed: String,
        at now: Date = .now
    ) async throws -> Worry.ID {
        let (me, words, site) = (member.id, try Worry.written(typed), site)
        return try await store.write { work in
            let person = try work.hold(person)
            let practice = try practice(of: person, in: work, at: now)
            let hearers = try work.hearers(at: practice, besides: me, at: now)
            try urgency.mayGo(to: hearer, among: hearers)
            let id = Worry.ID(at: now)
            try work.run(
                """
                INSERT INTO worry (id, person, urgency, words, raised_by, raised_to, raised_at)
                VALUES (\(id), \(person), \(urgency), \(words), \(me), \(hearer), \(now))
                """
            )
            try work.alert([hearer], of: id, urgency, about: person, site, at: now)
            try work.log(.changed, id, about: person, by: me, at: now)
            return id
        }
    }

    /// Where the person is registered, if this member may raise a worry about them.
    private func practice(
        of person: Person.ID,
        in view: any Reader,
        at now: Date
    ) throws -> Organisation.ID {
        let referrals = Referrals(store: store, member: member)
        let cases = Cases(store: store, member: member)
        let places = member.memberships.map(\.organisation.id)
        let practice: Organisation.ID? = try view.value(
            """
            SELECT practice
            FROM person
            WHERE id = \(person) AND (
                EXISTS (SELECT 1 FROM "case" WHERE "case".person = person.id AND \(cases.mine(at: now)))
                OR EXISTS (SELECT 1 FROM referral WHERE referral.person = person.id
                    AND (\(referrals.inMyPractices(at: now))
                        OR (referrer = \(member.id) AND referring IN (\(each: places))))))
            """
        )
        guard let practice else { throw Missing() }
        return practice
    }
}

extension Reader {
    /// Clinicians and practice managers of the practice, and the supervisors of
    /// the link workers placed there.
    func hearers(
        at practice: Organisation.ID,
        besides member: Member.ID?,
        at now: Date
    ) throws -> [Worrying.Hearer] {
        try rows(
            """
            SELECT member.id, member.name, membership.role
            FROM membership
            JOIN member ON member.id = membership.member
            WHERE \(Member.Membership.current)
                AND ((organisation = \(practice) AND role IN ('clinician', 'practice_manager'))
                    OR (role = 'supervisor' AND member.id IN (
                        SELECT supervisor FROM placement
                        WHERE practice = \(practice) AND \(Placement.current(on: Day(now))))))
            ORDER BY CASE role WHEN 'clinician' THEN 0 WHEN 'practice_manager' THEN 1 ELSE 2 END, member.name
            """
        )
        .map { try Worrying.Hearer(id: $0("id"), name: $0("name"), role: $0("role")) }
        .reduce(into: []) { hearers, hearer in
            let isThere = hearers.contains { $0.id == hearer.id }
            if hearer.id != member, !isThere { hearers.append(hearer) }
        }
    }
}
