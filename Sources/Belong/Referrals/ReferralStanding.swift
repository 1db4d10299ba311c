import Foundation
import Kernel

/// Where a referral stands, and what that means for whoever sent it.
extension ReferralDetail {
    func standing(at now: Date) -> String {
        let today = Day(now)
        return switch referral.progress {
        case .waiting: "waiting, sent \(Day(referral.madeAt).nearness(to: today))"
        case .accepted where endedAt != nil:
            "was with \(linkWorker ?? "a link worker"), came to an end\(endedAt.map { " on \(Day($0).short)" } ?? "")"
        case .accepted(_, let at): "with \(linkWorker ?? "a link worker") since \(Day(at).short)"
        case .declined(let reason, let at): "declined on \(Day(at).short): \(reason.name.lowercased())"
        case .withdrawn where !hears: "no longer waiting"
        case .withdrawn(let at): "they said no on \(Day(at).short), and that is fine"
        }
    }

    /// What a referrer can tell the patient.
    var promise: String {
        switch referral.progress {
        case .waiting where !hears: "A link worker takes it from here."
        case .waiting where invitation?.isStuck == false:
            "They get a message that says who suggested it and how to say no. A link worker takes it from there, and you hear how it goes."
        case .waiting:
            "A link worker takes it from here, and you hear how it goes. Tell them yourself who will be in touch."
        case .accepted where endedAt != nil: "They know how to come back, and you can refer them again."
        case .accepted where !hears: "\(linkWorker ?? "The link worker") is in touch with them."
        case .accepted: "\(linkWorker ?? "The link worker") is in touch with them. You hear how it goes."
        case .declined: declineWords?.quoted ?? ""
        case .withdrawn where !hears: "Nobody will be in touch about this one. You can refer them again."
        case .withdrawn: "Nobody will ring them about this. You can refer again whenever they wish."
        }
    }
}
