import Foundation

extension SeedFile {
    /// One made-up person: who they are, how they came here, and what happened then.
    struct Somebody: Decodable, Sendable {
        let given: String
        let family: String
        let born: String?
        let nhsNumber: String?
        let postcode: String?
        let address: String?
        let phone: String?
        let email: String?
        let reaching: Ways
        let needs: [Need]
        let risk: String?
        let referral: Asking
        let then: [Stage]
    }

    struct Ways: Decodable, Sendable {
        let channels: [String]
        let voicemail: Bool
        let neutral: Bool
        let words: String
    }

    struct Need: Decodable, Sendable {
        let kind: String
        let words: String
    }

    struct Asking: Decodable, Sendable {
        let by: String?
        let practice: String
        let daysAgo: Int
        let time: String?
        let `for`: String?
        let reasons: [String]
        let otherReason: String?
        let words: String
        let told: [String]
    }

    /// One thing that happened to them. Which of the fields are there depends on what.
    struct Stage: Decodable, Sendable {
        let what: What
        let daysAgo: Int
        let time: String?
        let by: String?
        let to: String?
        let words: String?
        let answer: String?
        let place: String?
        let manner: String?
        let reason: String?
        let mode: String?
        let minutes: Int?
        let wentAlong: Bool?
        let reached: String?
        let tried: String?
        let next: String?
        let knewWhy: String?
        let matters: String?
        let helps: String?
        let inTheWay: String?
        let tags: [String]?
        let signs: [Noticed]?
        let goals: [Aim]?
        let kind: String?
        let agreed: Bool?
        let activity: String?
        let hopes: String?
        let way: String?
        let agreeing: String?
        let goesWith: String?
        let fromInDays: Int?
        let teller: String?
        let milestone: String?
        let asked: String?
        let outcome: String?
        let urgency: String?
        let toKnow: String?
        /// Where a text came from, if not from their own telephone.
        let number: String?
        let audience: String?

        enum What: String, Decodable, Sendable {
            case wish, remark, pass, decline, accept, contact, agreement, plan, sign, introduce
            case groupAnswer, attendance, thanks, news, newsRead, newsReply, hold, close, reopen
            case worry, acknowledge, handOver, takeOver, write, text
            case extent, hide, copy, move, print, silence, note
        }
    }

    struct Noticed: Decodable, Sendable {
        let kind: String
        let words: String
    }

    struct Aim: Decodable, Sendable {
        let words: String
        let steps: [Doing]

        struct Doing: Decodable, Sendable {
            let words: String
            let who: String
            let standing: String
        }
    }
}
