import Foundation
import Kernel
import Store

/// The instruments an administrator answers for: those of their practice or network.
/// Whose licence it is, its number and its last day are recorded before a word is loaded.
struct Instruments: Sendable {
    let store: any Store
    let member: Member

    var areas: [Organisation] {
        var seen: Set<Organisation.ID> = []
        return member.memberships.filter { $0.role == .administrator }.map(\.organisation)
            .filter { seen.insert($0.id).inserted }
    }

    func all() async throws -> [Instrument] {
        let areas = areas.map(\.id)
        guard !areas.isEmpty else { return [] }
        return try await store.read { try $0.instruments("instrument.area IN (\(each: areas))") }
    }

    func find(_ id: Instrument.ID) async throws -> Instrument {
        try await store.read { try find(id, in: $0) }
    }

    private func find(_ id: Instrument.ID, in view: any Reader) throws -> Instrument {
        let areas = areas.map(\.id)
        let found = try view.instruments("instrument.id = \(id) AND instrument.area IN (\(each: areas))")
            .first
        guard let found else { throw Missing() }
        return found
    }

    func add(_ name: String, for area: Organisation.ID, at now: Date = .now) async throws -> Instrument.ID {
        guard areas.contains(where: { $0.id == area }) else { throw Missing() }
        let me = member.id
        return try await store.write { work in
            let id = Instrument.ID(at: now)
            try work.run(
                """
                INSERT INTO instrument (id, area, name, made_at, made_by)
                VALUES (\(id), \(area), \(name), \(now), \(me))
                """
            )
            try work.log(.changed, id, by: me, at: now)
            return id
        }
    }

    /// Records the licence that holds from now on. The one before stays readable.
    func record(_ told: LicenceTold, for id: Instrument.ID, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            _ = try find(id, in: work)
            let licence = Key<Instrument.Licence>(at: now)
            try work.run(
                """
                UPDATE instrument_licence SET replaced_by = \(licence)
                WHERE instrument = \(id) AND replaced_by IS NULL
                """
            )
            try work.run(
                """
                INSERT INTO instrument_licence (id, instrument, holder, number, until_on, recorded_at, recorded_by)
                VALUES (\(licence), \(id), \(told.holder), \(told.number), \(told.until), \(now), \(me))
                """
            )
            try work.log(.changed, licence, by: me, at: now)
        }
    }

    /// Loads its words from a file of theirs. Answers keep the version they were given to.
    func load(_ items: [MeasureItem], for id: Instrument.ID, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            let found = try find(id, in: work)
            guard let licence = found.licence else { throw Instrument.Refused.noLicence }
            guard Day(now) <= licence.until else { throw Instrument.Refused.expired }
            let text = Key<Instrument.Text>(at: now)
            try work.run(
                "UPDATE instrument_text SET replaced_by = \(text) WHERE instrument = \(id) AND replaced_by IS NULL"
            )
            try work.run(
                """
                INSERT INTO instrument_text (id, instrument, loaded_at, loaded_by)
                VALUES (\(text), \(id), \(now), \(me))
                """
            )
            for item in items { try work.add(item, to: text) }
            try work.log(.changed, text, by: me, at: now)
        }
    }
}

/// The licence as its owner gave it.
struct LicenceTold: Sendable {
    let holder: String
    let number: String
    let until: Day
}

extension Writer {
    fileprivate func add(_ item: MeasureItem, to text: Key<Instrument.Text>) throws {
        try run(
            "INSERT INTO instrument_item (text, item, words) VALUES (\(text), \(item.number), \(item.words))"
        )
        for choice in item.values {
            try run(
                """
                INSERT INTO instrument_choice (text, item, value, words)
                VALUES (\(text), \(item.number), \(choice.value), \(choice.words))
                """
            )
        }
    }
}
