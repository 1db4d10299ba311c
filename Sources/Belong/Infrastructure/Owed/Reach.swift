import Foundation
import Kernel
import Store

/// A network as far as one member reads into it: what it settles for all of its
/// practices, and what is settled for those that are this member's.
struct Reach: Identifiable, Sendable {
    let id: Organisation.ID
    let name: String
    let practices: [Organisation]
    /// Where this member is the link worker, and where the manager.
    let works: Set<Organisation.ID>
    let manages: Set<Organisation.ID>
    let leads: Bool

    var isLinkWorker: Bool { !works.isEmpty }
    var isManager: Bool { !manages.isEmpty }

    /// Everybody's, or of a practice that is theirs to read.
    func includes(_ practice: Organisation.ID?) -> Bool {
        practice.map { practice in practices.contains { $0.id == practice } } ?? true
    }

    /// *Riverside Network*, or the practice.
    func name(of practice: Organisation.ID?) -> String {
        practices.first { $0.id == practice }?.name ?? name
    }

    /// Where this member may settle something: everywhere, or at a practice they manage.
    func settles(_ practice: Organisation.ID?) -> Bool {
        leads || practice.map(manages.contains) ?? false
    }

    /// A place as a form sends it: `network` or `network.practice`.
    struct Place: Equatable, Sendable {
        let network: Organisation.ID
        let practice: Organisation.ID?

        init(network: Organisation.ID, practice: Organisation.ID? = nil) {
            (self.network, self.practice) = (network, practice)
        }

        init?(_ typed: String?) {
            let keys = (typed ?? "").split(separator: ".").map { Organisation.ID(String($0)) }
            guard (1...2).contains(keys.count), let network = keys[0] else { return nil }
            if keys.count == 2, keys[1] == nil { return nil }
            self.init(network: network, practice: keys.count == 2 ? keys[1] : nil)
        }

        var typed: String {
            practice.map { "\(network).\($0)" } ?? "\(network)"
        }
    }

    var places: [Place] {
        [Place(network: id)] + practices.map { Place(network: id, practice: $0.id) }
    }
}

extension Reader {
    /// The networks this member reads into, by name.
    func reaches(of member: Member, at now: Date) throws -> [Reach] {
        let (works, manages) = (
            member.organisations(as: .linkWorker), member.organisations(as: .practiceManager)
        )
        let led = member.organisations(as: .networkLead)
        let supervised: SQL = member.isA(.supervisor) ? "placement.supervisor = \(member.id)" : "FALSE"
        let found = try rows(
            """
            SELECT network.id AS network, network.name AS network_name, place.id AS practice,
                place.name AS practice_name
            FROM organisation AS place
            JOIN organisation AS network ON network.id = place.network
            WHERE place.kind = 'practice'
                AND (place.id IN (\(each: works + manages)) OR network.id IN (\(each: led)) OR EXISTS (
                    SELECT 1 FROM placement
                    WHERE placement.practice = place.id AND \(supervised)
                        AND \(Placement.current(on: Day(now)))))
            ORDER BY network.name, network.id, place.name, place.id
            """
        ).map { row -> (Organisation, Organisation) in
            try (
                Organisation(id: row("network"), kind: .network, name: row("network_name")),
                Organisation(id: row("practice"), kind: .practice, name: row("practice_name"))
            )
        }
        var networks: [Organisation] = []
        for (network, _) in found where networks.last?.id != network.id { networks.append(network) }
        return networks.map { network in
            let practices = found.filter { $0.0.id == network.id }.map(\.1)
            let ids = Set(practices.map(\.id))
            return Reach(
                id: network.id,
                name: network.name,
                practices: practices,
                works: ids.intersection(works),
                manages: ids.intersection(manages),
                leads: led.contains(network.id)
            )
        }
    }

    /// The link workers of a network, or of one practice of it.
    func linkWorkers(
        of network: Organisation.ID,
        at practice: Organisation.ID?,
        on day: Day
    ) throws
        -> [Member.ID]
    {
        let place: SQL = practice.map { "place.id = \($0)" } ?? "place.network = \(network)"
        return try values(
            """
            SELECT DISTINCT placement.link_worker
            FROM placement
            JOIN organisation AS place ON place.id = placement.practice
            WHERE \(place) AND \(Placement.current(on: day))
            """
        )
    }

    /// Whoever leads a network now.
    func leads(of network: Organisation.ID) throws -> [Member.ID] {
        try values(
            """
            SELECT DISTINCT membership.member
            FROM membership
            WHERE membership.organisation = \(network) AND membership.role = 'network_lead'
                AND \(Member.Membership.current)
            """
        )
    }
}
