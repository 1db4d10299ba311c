import Foundation
import Kernel

/// Two who want one room at one time. Everybody concerned is offered another room, a
/// place in the community and the telephone, as far as that is possible for them; who
/// loses least stands first (journeys, 5.3: *only so many rooms*).
struct Clash: Sendable {
    /// Whoever has no room. Where nobody clashes, whoever is to be moved.
    let booking: Booking
    let parties: [Party]

    /// One of those who could give way.
    struct Party: Sendable {
        let booking: Booking
        let offers: [Offer]

        var loss: Loss { offers.map(\.loss).min() ?? .stays }
    }

    struct Offer: Sendable, Equatable {
        let place: BookedPlace
        let time: RoomTime
        /// *Garden room, homely*; *Sale Library, 0.4 miles*.
        let words: String
        let loss: Loss
    }

    /// What somebody gives up, least first. Words and an order, never a number.
    enum Loss: Int, Comparable, Sendable {
        case nothing
        case wished
        case feel
        case time
        case away
        case face
        case stays

        static func < (one: Loss, other: Loss) -> Bool { one.rawValue < other.rawValue }

        var words: String {
            switch self {
            case .nothing: "another room, as good, at the same time"
            case .wished: "a place that does not feel medical, as was wished"
            case .feel: "another room at the same time, that feels different"
            case .time: "a room the same day, at another time"
            case .away: "a place outside the practice"
            case .face: "on the telephone, not face to face"
            case .stays: "nowhere else to go"
            }
        }
    }

    /// Who loses least: whoever has no room yet where it is the same for both.
    var least: Party? {
        parties.filter { !$0.offers.isEmpty }.min { one, other in
            (one.loss, one.booking.id == booking.id ? 0 : 1, other.booking.madeAt)
                < (other.loss, other.booking.id == booking.id ? 0 : 1, one.booking.madeAt)
        }
    }
}

/// A place in the directory where people could meet: *ring them first*.
struct MeetingPlace: Sendable, Equatable {
    let name: String
    /// A group that meets there.
    let group: String
    let isStepFree: Bool?
    let miles: Double

    var words: String { "\(name), where \(group) meets, \(miles.milesInWords)" }
}

/// The rooms of one practice on one day, and which quarters of them are taken.
struct RoomDay: Sendable {
    let rooms: [Room]
    var taken: [Room.ID: Set<Int>]
    let venues: [MeetingPlace]
    /// When a practice is open, as far as another time is offered.
    let open: RoomTime

    /// Everything this booking could be offered, other than what it has or waits for.
    /// Whoever gives way to somebody leaves them the room at their time.
    func offers(for booking: Booking, givingWayTo other: Booking? = nil, at now: Date) -> [Clash.Offer] {
        let other = without(booking, givingWayTo: other).otherRoom(for: booking, at: now)
        guard booking.wants != .clinical else { return [other].compactMap(\.self) }
        let isStepFree = booking.needs.contains(.stepFree)
        let venue = venues.first { !isStepFree || $0.isStepFree == true }
        let community = venue.map { venue in
            Clash.Offer(
                place: .community(venue.words),
                time: booking.time,
                words: venue.words,
                loss: booking.wants == .homely ? .wished : .away
            )
        }
        let phone = Clash.Offer(place: .phone, time: booking.time, words: "On the telephone", loss: .face)
        return [other, community, phone].compactMap(\.self)
    }

    /// A free room that will do: at that time if there is one, otherwise the nearest
    /// time of the day.
    private func otherRoom(for booking: Booking, at now: Date) -> Clash.Offer? {
        let fit = rooms.filter { $0.meets(booking.needs, booking.wants) }
            .sorted {
                ($0.distance(from: booking.wants), $0.name) < ($1.distance(from: booking.wants), $1.name)
            }
        let shifts = [0] + (1...48).flatMap { [$0, -$0] }
        for shift in shifts {
            let time = booking.time.moved(by: shift)
            let isOpen = shift == 0 || open.from <= time.from && time.until <= open.until
            guard isOpen, time.begins > now else { continue }
            let free = fit.first { room in
                !(shift == 0 && room.id == booking.place.room)
                    && isFree(room, time)
            }
            guard let free else { continue }
            let loss: Clash.Loss =
                shift != 0 ? .time : free.feels(booking.wants) ? .nothing : .feel
            let words = shift == 0 ? free.named : "\(free.named), \(time.clock)"
            return Clash.Offer(place: .room(free.id), time: time, words: words, loss: loss)
        }
        return nil
    }

    /// The day as it is for this booking: its own quarters are free to it.
    private func without(_ booking: Booking, givingWayTo other: Booking?) -> RoomDay {
        var day = self
        if case .room(let room) = booking.place { day.taken[room]?.subtract(booking.time.quarters) }
        if let other, let room = other.place.room {
            day.taken[room, default: []].formUnion(other.time.quarters)
        }
        return day
    }

    private func isFree(_ room: Room, _ time: RoomTime) -> Bool {
        (taken[room.id] ?? []).isDisjoint(with: Set(time.quarters))
    }
}

extension Room {
    /// *Garden room (homely)*
    var named: String { "\(name) (\(told.feel.name.lowercased()))" }

    /// How far it is from what was wished: homely, neutral, clinical, or the other way.
    fileprivate func distance(from wants: Feel?) -> Int {
        guard let wants, let wish = Feel.allCases.firstIndex(of: wants) else { return 0 }
        return abs(wish - (Feel.allCases.firstIndex(of: told.feel) ?? wish))
    }
}
