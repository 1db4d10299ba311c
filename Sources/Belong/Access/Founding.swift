import Foundation
import Kernel
import Store

/// Setting up who works where, for the seeds of a demonstration.
extension Writer {
    func add(_ place: SeedFile.Place) throws {
        try run(
            """
            INSERT INTO organisation (id, kind, name, postcode, phone)
            VALUES (\(Organisation.ID()), \(place.kind), \(place.name), \(place.postcode), \(place.phone))
            """
        )
    }

    /// Someone with their password, what they do, and what they bring.
    func add(
        _ staff: SeedFile.Staff,
        _ places: [String: Organisation.ID],
        _ hash: String,
        at now: Date
    ) throws -> Member? {
        let id = Member.ID()
        try run(
            """
            INSERT INTO member (id, name, email, email_folded, made_at)
            VALUES (\(id), \(staff.name), \(staff.email), \(staff.email.lowercased()), \(now))
            """
        )
        try run("INSERT INTO password (member, hash, set_at) VALUES (\(id), \(hash), \(now))")
        for work in staff.roles {
            try run(
                """
                INSERT INTO membership (id, member, role, organisation, began_at)
                VALUES (\(Key<Member.Membership>()), \(id), \(work.role), \(places[work.at]), \(now))
                """
            )
        }
        if let brings = staff.brings {
            try run(
                """
                INSERT INTO profile (id, member, brings, languages, phone, leaves, written_at)
                VALUES (\(Key<Profile>()), \(id), \(brings), \(staff.languages ?? ""),
                    \(staff.phone.flatMap { PhoneNumber($0) }), \(staff.leaves ?? ""), \(now))
                """
            )
        }
        return try member(id)
    }

    /// A day and the hours on which a link worker has agreed to be at a practice.
    func add(_ attending: SeedFile.Placing.Attending, to placement: Placement.ID, at now: Date) throws {
        let weekday = Weekday.allCases.first { $0.name == attending.weekday } ?? .monday
        let hours = Hours(from: attending.from, until: attending.until, room: attending.room)
        guard let hours else {
            throw Seeds.Refused.unreadable("\(attending.from) is not before \(attending.until)")
        }
        try note(hours, on: weekday, of: placement, at: now)
    }
}
