import Foundation
import Kernel
import Store

/// Who somebody is, as far as we were told: name, birthday, NHS number, where
/// they live and the number they can be rung on. Putting it right adds a new
/// version and keeps the old.
struct Particulars: Sendable, Equatable {
    var givenName: String
    var familyName: String
    var nhsNumber: NHSNumber?
    var bornOn: Day?
    var postcode: Postcode?
    var address: String?
    var phone: PhoneNumber?
    var email: EmailAddress?

    var fullName: String { "\(givenName) \(familyName)" }

    var listed: String { Self.listed(givenName, familyName) }

    /// As a list shows somebody: Jean M.
    static func listed(_ givenName: String, _ familyName: String) -> String {
        familyName.first.map { "\(givenName) \($0)." } ?? givenName
    }

    static func == (one: Particulars, other: Particulars) -> Bool {
        one.fullName == other.fullName && one.nhsNumber == other.nhsNumber && one.bornOn == other.bornOn
            && one.postcode == other.postcode && one.address == other.address && one.phone == other.phone
            && one.email?.folded == other.email?.folded
    }
}

extension Particulars: Stored {
    init(_ row: Row) throws {
        try self.init(
            givenName: row("given_name"),
            familyName: row("family_name"),
            nhsNumber: row("nhs_number"),
            bornOn: row("born_on"),
            postcode: row("postcode"),
            address: row("address"),
            phone: row("phone"),
            email: row("email")
        )
    }
}

extension Reader {
    func particulars(of person: Person.ID) throws -> Particulars {
        let found: Particulars? = try first(
            """
            SELECT given_name, family_name, nhs_number, born_on, postcode, address, phone, email
            FROM particulars
            WHERE person = \(person) AND replaced_by IS NULL
            """
        )
        guard let found else { throw Missing() }
        return found
    }
}

extension Writer {
    /// Makes someone known who was not, with what we were told of them.
    func add(_ person: Person, _ particulars: Particulars, by member: Member.ID?, at now: Date) throws {
        try run(
            """
            INSERT INTO person (id, practice, made_at, made_by)
            VALUES (\(person.id), \(person.practice), \(now), \(member))
            """
        )
        try write(particulars, of: person.id, because: nil, by: member, at: now)
    }

    /// Puts right who they are; the version before is kept with its reason.
    func write(
        _ particulars: Particulars,
        of person: Person.ID,
        as key: UUID? = nil,
        because reason: String?,
        by member: Member.ID?,
        at now: Date
    ) throws {
        let person = try hold(person)
        let id = key.map { Key<Particulars>($0) } ?? Key(at: now)
        try run("UPDATE particulars SET replaced_by = \(id) WHERE person = \(person) AND replaced_by IS NULL")
        try run(
            """
            INSERT INTO particulars (id, person, given_name, family_name, given_folded, family_folded, nhs_number,
                born_on, postcode, address, phone, email, recorded_at, recorded_by, reason)
            VALUES (\(id), \(person), \(particulars.givenName), \(particulars.familyName),
                \(particulars.givenName.folded), \(particulars.familyName.folded), \(particulars.nhsNumber),
                \(particulars.bornOn), \(particulars.postcode), \(particulars.address), \(particulars.phone),
                \(particulars.email), \(now), \(member), \(reason))
            """
        )
    }
}
