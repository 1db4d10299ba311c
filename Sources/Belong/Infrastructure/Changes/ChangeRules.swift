import Foundation
import Kernel

/// What may be said and done about a change, and why not.
extension ChangeNotice {
    enum Refused: Refusal {
        case tooSoon
        case past
        case notSmall
        case notHeld
        case begun
        case unheard
        case answered
        case withdrawn

        var sentence: String {
            switch self {
            case .tooSoon: "A change that matters waits at least seven days. Choose a later day."
            case .past: "Choose today or a later day."
            case .notSmall: "People are asked about this already, or somebody has said that it matters."
            case .notHeld: "Nobody has said that this matters, or it has been settled."
            case .begun: "It has begun already. Write down another change to undo it."
            case .unheard: "Nobody has said anything to it yet."
            case .answered: "What changed because of it has been told already."
            case .withdrawn: "This change was taken back."
            }
        }
    }

    /// From when a change may begin.
    static func admits(_ day: Day, isMaterial: Bool, on today: Day) throws(Refused) {
        if isMaterial, day < today.advanced(by: notice) { throw .tooSoon }
        if day < today { throw .past }
    }

    func admitsVoice() throws(Refused) {
        if withdrawal != nil { throw .withdrawn }
        if answer != nil { throw .answered }
    }

    func admitsDispute() throws(Refused) {
        if withdrawal != nil { throw .withdrawn }
        if small == nil || dispute != nil { throw .notSmall }
    }

    func admitsSettling() throws(Refused) {
        if withdrawal != nil { throw .withdrawn }
        if dispute == nil || settling != nil { throw .notHeld }
    }

    func admitsAnswer() throws(Refused) {
        try admitsVoice()
        if voices.isEmpty { throw .unheard }
    }

    func admitsWithdrawal(on today: Day) throws(Refused) {
        if withdrawal != nil { throw .withdrawn }
        if case .begun = standing(on: today) { throw .begun }
    }
}
