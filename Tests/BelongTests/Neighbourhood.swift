import Foundation
import Kernel
import Store
import TestStores

@testable import Belong

/// A small, believable network. Amara is the link worker of Elm Street and of
/// Harbour, Sam of Elm Street only; Jo works for another network altogether.
struct Neighbourhood: Sendable {
    /// A Tuesday morning on which most stories begin.
    static let now = London.instant(Day(number: 20_557), hour: 10)

    let store: any Store

    let elmStreet = Organisation(kind: .practice, name: "Elm Street Surgery")
    let harbour = Organisation(kind: .practice, name: "Harbour Practice")
    let network = Organisation(kind: .network, name: "Riverside Network")
    let lunchClub = Organisation(kind: .vcse, name: "St Mark's Lunch Club")
    let moorLane = Organisation(kind: .practice, name: "Moor Lane Surgery")
    let moorNetwork = Organisation(kind: .network, name: "Moorside Network")

    let amara: Member
    let sam: Member
    let jo: Member
    let drPatel: Member
    let drLowe: Member
    /// A clinician of Harbour Practice.
    let drOsei: Member
    /// Receptionist of Elm Street.
    let mina: Member
    /// Practice manager of Elm Street.
    let peter: Member
    /// Supervises Amara and Sam, from the network.
    let ruth: Member
    /// Supervises Jo.
    let olu: Member
    /// Welcomes people to the lunch club.
    let walter: Member
    /// Leads the network.
    let nadia: Member
    /// Has an account and nothing to do here any more.
    let stranger = Member(name: "Kit Stranger", memberships: [])

    init() async throws {
        func member(_ name: String, _ role: Role, at places: Organisation...) -> Member {
            Member(name: name, memberships: places.map { .init(role: role, organisation: $0) })
        }
        amara = member("Amara Okafor", .linkWorker, at: elmStreet, harbour)
        sam = member("Sam Reed", .linkWorker, at: elmStreet)
        jo = member("Jo Marsh", .linkWorker, at: moorLane)
        drPatel = member("Dr Patel", .clinician, at: elmStreet)
        drLowe = member("Dr Lowe", .clinician, at: elmStreet)
        drOsei = member("Dr Osei", .clinician, at: harbour)
        mina = member("Mina Shah", .receptionist, at: elmStreet)
        peter = member("Peter Hale", .practiceManager, at: elmStreet)
        ruth = member("Ruth Adler", .supervisor, at: network)
        olu = member("Olu Bello", .supervisor, at: moorNetwork)
        walter = member("Walter Green", .coordinator, at: lunchClub)
        nadia = member("Nadia Aziz", .networkLead, at: network)
        store = try await TestStores.fresh(Features.changes)
        try await settle()
    }

    var everyone: [Member] {
        [amara, sam, jo, drPatel, drLowe, drOsei, mina, peter, ruth, olu, walter, nadia, stranger]
    }

    private func settle() async throws {
        let everyone = everyone
        try await store.write { work in
            try work.add(network, postcode: nil, in: nil)
            try work.add(moorNetwork, postcode: nil, in: nil)
            try work.add(elmStreet, postcode: "M33 7ZF", in: network)
            try work.add(harbour, postcode: "M33 3AA", in: network)
            try work.add(lunchClub, postcode: "M33 7AB", in: nil)
            try work.add(moorLane, postcode: "OL1 1AA", in: moorNetwork)
            for member in everyone { try work.add(member) }
            try work.place(amara, at: elmStreet, by: network, under: ruth)
            try work.place(amara, at: harbour, by: network, under: ruth)
            try work.place(sam, at: elmStreet, by: lunchClub, under: ruth)
            try work.place(jo, at: moorLane, by: moorNetwork, under: olu)
        }
    }
}

extension Writer {
    fileprivate func add(_ place: Organisation, postcode: String?, in network: Organisation?) throws {
        try run(
            """
            INSERT INTO organisation (id, kind, name, postcode, phone, network)
            VALUES (\(place.id), \(place.kind), \(place.name), \(postcode), \("0161 496 0000"), \(network?.id))
            """
        )
    }

    fileprivate func add(_ member: Member) throws {
        let (now, email) = (Neighbourhood.now, "\(member.name.folded.replacing(" ", with: "."))@example.org")
        try run(
            """
            INSERT INTO member (id, name, email, email_folded, made_at)
            VALUES (\(member.id), \(member.name), \(email), \(email), \(now))
            """
        )
        for membership in member.memberships {
            try run(
                """
                INSERT INTO membership (id, member, role, organisation, began_at)
                VALUES (\(Key<Member.Membership>()), \(member.id), \(membership.role),
                    \(membership.organisation.id), \(now))
                """
            )
        }
    }

    fileprivate func place(
        _ linkWorker: Member,
        at practice: Organisation,
        by employer: Organisation,
        under supervisor: Member
    ) throws {
        _ = try place(
            linkWorker.id,
            at: practice.id,
            employer: employer.id,
            funder: employer.id,
            supervisor: supervisor.id,
            from: Day(Neighbourhood.now).advanced(by: -300)
        )
    }
}
