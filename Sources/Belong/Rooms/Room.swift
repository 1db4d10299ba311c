import Foundation
import Kernel
import Store

/// A room of a practice: what it is called, how it feels to be in, what is in it and
/// who can get there. *A clinical room with a couch feels wrong; a living room would
/// help* (paper, lines 54-55).
struct Room: Identifiable, Sendable {
    let id: Key<Room>
    let practice: Organisation.ID
    let told: Told

    /// What is said of it.
    struct Told: Equatable, Sendable {
        var name: String
        var feel: Feel
        var equipment: String
        var access: Set<Feature>
    }

    enum Feel: String, CaseIterable, Sendable, Column {
        case clinical
        case neutral
        case homely

        var name: String {
            switch self {
            case .clinical: "Clinical"
            case .neutral: "Neutral"
            case .homely: "Homely"
            }
        }

        var colour: String {
            switch self {
            case .clinical: "sky"
            case .neutral: ""
            case .homely: "leaf"
            }
        }
    }

    enum Feature: String, CaseIterable, Sendable, Column {
        case stepFree = "step_free"
        case hearingLoop = "hearing_loop"
        case wideDoor = "wide_door"
        case toilet
        case quiet

        var name: String {
            switch self {
            case .stepFree: "Step-free"
            case .hearingLoop: "Hearing loop"
            case .wideDoor: "Wide door"
            case .toilet: "Accessible toilet near"
            case .quiet: "Quiet"
            }
        }
    }

    enum Refused: Refusal {
        case nameTaken
        case closed

        var sentence: String {
            switch self {
            case .nameTaken: "There is a room of that name already. Give this one another."
            case .closed: "This room is not used any more."
            }
        }
    }
}

extension Room {
    var name: String { told.name }

    /// *Homely · Step-free · Hearing loop · Two armchairs*
    var summary: String {
        let access = Feature.allCases.filter(told.access.contains).map(\.name)
        return ([told.feel.name] + access + [told.equipment]).filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// Whether everything a booking cannot do without is there.
    func meets(_ needs: some Sequence<Feature>, _ wants: Feel?) -> Bool {
        told.access.isSuperset(of: needs) && (wants != .clinical || told.feel == .clinical)
    }

    /// Whether it also feels as was wished.
    func feels(_ wants: Feel?) -> Bool {
        wants == nil || wants == told.feel
    }
}

extension Reader {
    /// The rooms of a practice that are in use, by name.
    func rooms(of practice: Organisation.ID) throws -> [Room] {
        try rooms(where: "room.practice = \(practice)")
    }

    func room(_ id: Room.ID) throws -> Room? {
        try rooms(where: "room.id = \(id)").first
    }

    private func rooms(where condition: SQL) throws -> [Room] {
        let access: [(Key<Room.Told>, Room.Feature)] = try rows(
            """
            SELECT room_access.description, room_access.feature
            FROM room_access
            JOIN room_description ON room_description.id = room_access.description
            JOIN room ON room.id = room_description.room
            WHERE \(condition) AND room_description.replaced_by IS NULL
            """
        ).map { try ($0("description"), $0("feature")) }
        return try rows(
            """
            SELECT room.id, room.practice, room_description.id AS description, name, feel, equipment
            FROM room
            JOIN room_description ON room_description.room = room.id AND room_description.replaced_by IS NULL
            WHERE \(condition) AND NOT EXISTS (SELECT 1 FROM room_end WHERE room_end.room = room.id)
            ORDER BY name, room.id
            """
        ).map { row in
            let description: Key<Room.Told> = try row("description")
            return try Room(
                id: row("id"),
                practice: row("practice"),
                told: Room.Told(
                    name: row("name"),
                    feel: row("feel"),
                    equipment: row("equipment"),
                    access: Set(access.filter { $0.0 == description }.map(\.1))
                )
            )
        }
    }
}

extension Writer {
    /// Says what a room is like. What was said before stays.
    func describe(_ room: Room.ID, _ told: Room.Told, by member: Member.ID, at now: Date) throws {
        let id = Key<Room.Told>(at: now)
        try run(
            "UPDATE room_description SET replaced_by = \(id) WHERE room = \(room) AND replaced_by IS NULL"
        )
        try run(
            """
            INSERT INTO room_description (id, room, name, feel, equipment, said_at, said_by)
            VALUES (\(id), \(room), \(told.name), \(told.feel), \(told.equipment), \(now), \(member))
            """
        )
        for feature in told.access {
            try run("INSERT INTO room_access (description, feature) VALUES (\(id), \(feature))")
        }
    }
}
