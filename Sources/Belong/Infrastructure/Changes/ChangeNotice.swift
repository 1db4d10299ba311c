import Foundation
import Kernel
import Store

/// A change to how social prescribing is run, written down before it begins: those who do
/// the work, groups and patients are asked first, and hear what changed because of what
/// they said (configuration C01). What is small waits for nothing, unless a link worker
/// says that it is not small.
struct ChangeNotice: Identifiable, Sendable {
    let id: Key<ChangeNotice>
    let network: Organisation.ID
    let practice: Organisation.ID?
    let placeName: String
    let kind: Kind
    let words: String
    let startsOn: Day
    /// Nothing where it matters; else why it does not, as whoever wrote it says.
    let small: String?
    let written: (by: Worry.Named, at: Date)
    var voices: [Voice] = []
    var dispute: Said?
    var settling: Settling?
    var answer: Answer?
    var withdrawal: Said?

    enum Kind: String, CaseIterable, Sendable, Column {
        case criteria
        case targets
        case templates
        case slots
        case areas
        case other

        var name: String {
            switch self {
            case .criteria: "Who may be referred"
            case .targets: "A number to be reached"
            case .templates: "What is written down, and how"
            case .slots: "How long a conversation is, and how many"
            case .areas: "Which streets or practices"
            case .other: "Something else in how it is run"
            }
        }
    }

    /// Words to it, by whom and when.
    struct Said: Sendable, Equatable {
        let words: String
        let by: String
        let at: Date
    }

    /// What somebody who was asked says, for themselves or written down for them.
    struct Voice: Sendable, Equatable {
        let kind: Kind
        /// *Link worker*, *Chair of the patients’ group*: a role, and of a patient no name.
        let role: String
        let isOwn: Bool
        let said: Said
        let by: Member.ID

        enum Kind: String, CaseIterable, Sendable, Column {
            case linkWorker = "link_worker"
            case vcse
            case patient

            var name: String {
                switch self {
                case .linkWorker: "a link worker"
                case .vcse: "a group"
                case .patient: "a patient"
                }
            }
        }
    }

    /// What the network lead says to a dispute, and when it begins then.
    struct Settling: Sendable, Equatable {
        let isMaterial: Bool
        let startsOn: Day
        let said: Said
    }

    /// *What changed because of what you said.*
    struct Answer: Sendable, Equatable {
        let isAltered: Bool
        let said: Said
    }

    enum Standing: Equatable, Sendable {
        case withdrawn
        /// Disputed: nothing happens until the network lead has said something to it.
        case held
        case waiting(Day)
        case begun(Day)
    }

    /// What matters begins so many days after it was told, and a voice was heard in time so many days before.
    static let notice = 7
}

extension ChangeNotice {
    /// When it begins, as it stands.
    var begins: Day { settling?.startsOn ?? startsOn }

    /// Whether people are asked first, as it stands.
    var isMaterial: Bool { settling?.isMaterial ?? (small == nil) }

    var isHeld: Bool { withdrawal == nil && dispute != nil && settling == nil }

    /// The last day on which a voice is heard in time.
    var hearing: Day { begins.advanced(by: -Self.notice) }

    func standing(on today: Day) -> Standing {
        if withdrawal != nil { return .withdrawn }
        if isHeld { return .held }
        return begins > today ? .waiting(begins) : .begun(begins)
    }

    /// Of those who should be heard, whoever was not in time.
    var unheard: [Voice.Kind] {
        Voice.Kind.allCases.filter { kind in
            !voices.contains { $0.kind == kind && Self.isInTime($0.said.at, for: begins) }
        }
    }

    static func isInTime(_ said: Date, for begins: Day) -> Bool {
        Day(said).advanced(by: notice) <= begins
    }

    func state(on today: Day) -> String {
        switch standing(on: today) {
        case .withdrawn: "taken back"
        case .held: "held: a link worker says that it matters"
        case .waiting(let day): isMaterial ? "waits until \(day.full)" : "begins \(day.full), nobody is asked"
        case .begun(let day): "so since \(day.full)"
        }
    }

    /// Who has been heard, in words.
    var heardWords: String {
        guard isMaterial else { return "" }
        let missing = unheard.map(\.name)
        return missing.isEmpty
            ? "A link worker, a group and a patient were heard in time."
            : "Not heard in time yet: \(missing.joined(separator: ", "))."
    }
}
