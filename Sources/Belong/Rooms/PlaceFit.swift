import Foundation
import Kernel
import Store

/// Where a practice's people were met, and how it felt to them and to whoever met them:
/// a fact about the rooms, never about the one who had to take them (paper, line 55; journeys, V6).
struct PlaceFit: Sendable, Equatable {
    let lines: [Line]
    let others: [Other]

    /// So many days are looked back on.
    static let days = 90
    /// Fewer answers than this of one kind of place are not shown: they would point at somebody.
    static let fewest = 5

    /// One kind of place people were met in.
    struct Line: Sendable, Equatable {
        /// *clinical*, *neutral*, *homely*, *community*
        let kind: String
        let met: Int
        /// How many of them a place of another feel was wanted for.
        let wantedOther: Int
        let people: Answers
        let linkWorkers: Answers

        var isShown: Bool { met >= PlaceFit.fewest }
    }

    /// What one voice said of one kind of place.
    struct Answers: Sendable, Equatable {
        var right = 0
        var allRight = 0
        var wrong = 0

        var all: Int { right + allRight + wrong }

        mutating func add(_ answer: PlaceAnswer, _ times: Int) {
            switch answer {
            case .right: right += times
            case .allRight: allRight += times
            case .wrong: wrong += times
            }
        }
    }

    /// Where people could be met instead.
    struct Other: Sendable, Equatable {
        let name: String
        let feel: Room.Feel
        /// Free from Monday to Friday of next week, between nine and five; in quarters of an hour.
        let free: Int
    }

    static let none = PlaceFit(lines: [], others: [])

    /// Whether more people than not would rather have been elsewhere, in a kind of place that is shown.
    var isAmiss: Bool {
        lines.contains { $0.isShown && ($0.people.wrong * 2 > $0.people.all || $0.wantedOther * 2 > $0.met) }
    }
}

extension Reader {
    /// How the places of the last ninety days fitted, and what is free next week.
    func placeFit(at practice: Organisation.ID, on today: Day) throws -> PlaceFit {
        let from = today.advanced(by: -PlaceFit.days)
        let met = try meetings(at: practice, from: from, before: today.advanced(by: 1))
        let said = try placeAnswers(at: practice, from: from, before: today.advanced(by: 1))
        var (people, linkWorkers): ([String: PlaceFit.Answers], [String: PlaceFit.Answers]) = ([:], [:])
        for count in said {
            switch count.voice {
            case .person: people[count.place, default: .init()].add(count.answer, count.times)
            case .linkWorker: linkWorkers[count.place, default: .init()].add(count.answer, count.times)
            }
        }
        return try PlaceFit(
            lines: met.map { kind, met, other in
                PlaceFit.Line(
                    kind: kind,
                    met: met,
                    wantedOther: other,
                    people: people[kind] ?? .init(),
                    linkWorkers: linkWorkers[kind] ?? .init()
                )
            },
            others: freeRooms(of: practice, week: today.monday.advanced(by: 7))
        )
    }

    /// Meetings with people by kind of place, and how many wanted another.
    private func meetings(
        at practice: Organisation.ID,
        from: Day,
        before: Day
    ) throws -> [(kind: String, met: Int, other: Int)] {
        let time = RoomTime(days: from, before: before)
        return try rows(
            """
            SELECT COALESCE(room_description.feel, booked_place.kind) AS kind, COUNT(*) AS met,
                SUM(CASE WHEN wants IS NOT NULL AND room_description.feel IS NOT NULL
                    AND wants <> room_description.feel THEN 1 ELSE 0 END) AS other
            FROM booked_place
            JOIN booking ON booking.id = booked_place.booking
            LEFT JOIN room_description ON room_description.room = booked_place.room
                AND room_description.replaced_by IS NULL
            WHERE booked_place.practice = \(practice) AND booked_place.replaced_by IS NULL
                AND from_quarter >= \(time.from) AND from_quarter < \(time.until)
                AND booked_place.kind IN ('room', 'community') AND booking."case" IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM booking_end WHERE booking_end.booking = booking.id)
            GROUP BY COALESCE(room_description.feel, booked_place.kind)
            ORDER BY kind
            """
        ).map { try ($0("kind"), $0("met"), $0("other")) }
    }

    /// The rooms that are not clinical, by the hours nobody has in them between nine and five.
    private func freeRooms(of practice: Organisation.ID, week monday: Day) throws -> [PlaceFit.Other] {
        let days = try (0..<5).map { try RoomTime(monday.advanced(by: $0), from: 540, until: 1020) }
        let hours = days.map { day -> SQL in "(quarter >= \(day.from) AND quarter < \(day.until))" }
        let within = hours.dropFirst().reduce(hours[0]) { "\($0) OR \($1)" }
        let open = days.reduce(0) { $0 + $1.until - $1.from }
        return try rooms(of: practice).filter { $0.told.feel != .clinical }.map { room in
            let held: SQL = "SELECT COUNT(*) FROM room_hold WHERE room = \(room.id) AND (\(within))"
            return try PlaceFit.Other(name: room.name, feel: room.told.feel, free: open - (value(held) ?? 0))
        }
    }
}

extension PlaceFit {
    static let sample = PlaceFit(
        lines: [
            Line(
                kind: "clinical",
                met: 10,
                wantedOther: 8,
                people: Answers(right: 1, allRight: 1, wrong: 6),
                linkWorkers: Answers(right: 2, wrong: 7)
            )
        ],
        others: [Other(name: "Garden room", feel: .homely, free: 50)]
    )
}
