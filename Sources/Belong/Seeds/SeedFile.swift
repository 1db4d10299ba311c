import Foundation

/// A made-up neighbourhood as it stands in `Seeds/neighbourhood.json`: who works
/// where, and what happened to whom, counted in days before today.
struct SeedFile: Decodable, Sendable {
    let organisations: [Place]
    let practices: [String]
    /// The list of practices has none: numbers kept for stories (Ofcom), by code.
    let surgeryPhones: [String: String]
    let network: String
    let staff: [Staff]
    let placements: [Placing]
    let chains: [Chain]
    let questions: [Chat]
    let offers: [Offer]
    let capacities: [CapacityNote]
    let checks: [CheckNote]
    let groups: Groups
    let rooms: [Chamber]
    let standing: [Having]
    let bookings: [Having]
    let people: [Somebody]
    let weeks: [Week]
    let cards: [Card]
    let awareness: [Told]
    let team: Team
    let checkIns: [SaidInPassing]

    struct Place: Decodable, Sendable {
        let key: String
        let kind: String
        let name: String
        let postcode: String?
        let phone: String?
    }

    struct Staff: Decodable, Sendable {
        let key: String
        let name: String
        let email: String
        let roles: [Work]
        /// For how many days they have been here, where it is not from the beginning.
        let since: Int?
        let brings: String?
        let leaves: String?
        let languages: String?
        let phone: String?

        struct Work: Decodable, Sendable {
            let role: String
            let at: String
        }
    }

    struct Placing: Decodable, Sendable {
        let linkWorker: String
        let practice: String
        let employer: String
        let funder: String
        let supervisor: String?
        let since: Int
        /// Days before today on which they left.
        let until: Int?
        let days: [Attending]

        struct Attending: Decodable, Sendable {
            let weekday: String
            let from: String
            let until: String
            let room: String
        }
    }

    struct Chain: Decodable, Sendable {
        let by: String
        let practice: String
        let members: [String]
    }

    struct Chat: Decodable, Sendable {
        let by: String
        let of: String
        let practice: String
        let daysAgo: Int
        let time: String?
        let words: String
        let answers: [Line]

        struct Line: Decodable, Sendable {
            let by: String
            let daysAgo: Int
            let time: String?
            let words: String
        }
    }

    struct Offer: Decodable, Sendable {
        let by: String
        let practice: String
        let daysAgo: Int
        let words: String
        let remindInDays: Int?
    }

    struct CapacityNote: Decodable, Sendable {
        let activity: String
        let state: String
        let wait: String?
        let by: String
        let daysAgo: Int
    }

    struct CheckNote: Decodable, Sendable {
        let activity: String
        let by: String
        let daysAgo: Int
    }
}
