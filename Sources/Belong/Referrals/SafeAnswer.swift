import Kernel
import Web

/// How somebody may be reached, in one answer for what is most common. Whatever else
/// there is to say is asked below it, and nothing is asked twice.
enum SafeAnswer: String, CaseIterable, Sendable {
    case plain
    case neutral
    case call
    case other

    var name: String {
        switch self {
        case .plain: "Text or call, in plain words"
        case .neutral: "Text or call, neutral words only"
        case .call: "Call only, no message left"
        case .other: "Another way: said below"
        }
    }
}

extension ReferralForm {
    static let twice =
        "You answered this below as well. Choose “another way” if what is said below is right"

    /// The form as if it had been answered in full (hazard H05: there is no answer ready).
    func inFull(_ problems: inout Problems) -> ReferralForm {
        guard let answer = safe.flatMap(SafeAnswer.init), answer != .other else { return self }
        if !(channels ?? []).isEmpty || neutral != nil || voicemail == "yes" {
            problems.add("safe", Self.twice)
        }
        var form = self
        form.channels = (answer == .call ? [Reaching.Channel.call] : [.text, .call]).map(\.rawValue)
        form.neutral = answer == .plain ? "no" : "yes"
        return form
    }

    /// The public page asks for each way by itself.
    var inPublic: ReferralForm {
        var form = self
        form.safe = SafeAnswer.other.rawValue
        return form
    }

    /// Whether anything was said of reaching them besides the one answer.
    func saysMore(_ problems: Problems) -> Bool {
        safe == SafeAnswer.other.rawValue || !(channels ?? []).isEmpty || neutral != nil || voicemail == "yes"
            || ![email, address, reachingWords].allSatisfy(\.trimmed.isEmpty)
            || problems.concern("channels", "neutral", "email", "address", "reachingWords")
    }
}
