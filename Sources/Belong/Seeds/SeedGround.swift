import Foundation
import Kernel
import Store

/// The people who work in the made-up neighbourhood, by the short names the file
/// gives them, and the days counted back from today.
struct SeedGround: Sendable {
    let store: any Store
    let site: WebAddress
    let now: Date
    private let places: [String: Organisation.ID]
    private let members: [String: Member]
    private let activities: [String: Activity.ID]

    init(store: any Store, site: WebAddress, file: SeedFile, password: String, at now: Date) async throws {
        self.store = store
        self.site = site
        self.now = now
        let begun = now.addingTimeInterval(-500 * 86_400)
        places = try await store.write { work in
            for place in file.organisations { try work.add(place) }
            for (code, phone) in file.surgeryPhones { try work.writePhone(phone, ofPractice: code) }
            return try work.places(file)
        }
        let hash = try await Passwords().hash(password)
        let known = places
        members = try await store.write { work in
            var members: [String: Member] = [:]
            for staff in file.staff {
                let joined = staff.since.map { now.addingTimeInterval(Double(-$0) * 86_400) } ?? begun
                members[staff.key] = try work.add(staff, known, hash, at: joined)
            }
            return members
        }
        activities = try await store.read { view in
            let found: [(String, Activity.ID)] = try view.rows(
                "SELECT name, id FROM activity ORDER BY name, id"
            )
            .map { try ($0("name"), $0("id")) }
            return Dictionary(found, uniquingKeysWith: { first, _ in first })
        }
        try await place(file.placements)
        try await store.write { work in
            for place in file.organisations {
                let providers: [Key<Provider>] = try work.values(
                    "SELECT id FROM provider WHERE name = \(place.name)"
                )
                guard let welcomes = known[place.key] else { continue }
                for provider in providers { try work.welcome(welcomes, for: provider, at: begun) }
            }
        }
    }

    func member(_ key: String?) throws -> Member {
        guard let key, let member = members[key] else {
            throw Seeds.Refused.unreadable("nobody is called \(key ?? "")")
        }
        return member
    }

    func place(_ key: String) throws -> Organisation.ID {
        guard let place = places[key] else { throw Seeds.Refused.unreadable("no place is called \(key)") }
        return place
    }

    func activity(_ name: String?) throws -> Activity.ID {
        guard let name, let activity = activities[name] else {
            throw Seeds.Refused.unreadable("no activity is called \(name ?? "")")
        }
        return activity
    }

    /// That many days before today, at that time by the clock, and never later than now.
    func instant(_ daysAgo: Int, _ time: String?) -> Date {
        let parts = (time ?? "10:00").split(separator: ":").compactMap { Int($0) }
        let day = Day(now).advanced(by: -daysAgo)
        let instant = London.instant(day, hour: parts.first ?? 10, minute: parts.last ?? 0)
        return min(instant, now)
    }

    /// Those who have left since, with whoever they leave behind.
    func leave(_ placements: [SeedFile.Placing]) async throws {
        for placing in placements {
            guard let until = placing.until else { continue }
            try await Members(store: store)
                .end(member(placing.linkWorker).id, at: place(placing.practice), at: instant(until, nil))
        }
    }

    private func place(_ placements: [SeedFile.Placing]) async throws {
        for placing in placements {
            let (linkWorker, supervisor) = try (member(placing.linkWorker), placing.supervisor.map(member))
            let (practice, employer, funder) = try (
                place(placing.practice), place(placing.employer), place(placing.funder)
            )
            let day = Day(now).advanced(by: -placing.since)
            try await store.write { work in
                let placement = try work.place(
                    linkWorker.id,
                    at: practice,
                    employer: employer,
                    funder: funder,
                    supervisor: supervisor?.id,
                    from: day
                )
                for attending in placing.days {
                    try work.add(attending, to: placement, at: London.instant(day, hour: 0))
                }
            }
        }
    }
}

extension Reader {
    fileprivate func places(_ file: SeedFile) throws -> [String: Organisation.ID] {
        var places: [String: Organisation.ID] = [:]
        for code in file.practices + [file.network] {
            places[code] = try value("SELECT id FROM organisation WHERE ods_code = \(code)")
        }
        for place in file.organisations {
            places[place.key] = try value("SELECT id FROM organisation WHERE name = \(place.name)")
        }
        return places
    }
}
