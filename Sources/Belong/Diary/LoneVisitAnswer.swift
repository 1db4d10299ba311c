import Foundation
import Kernel
import Store

/// What a link worker texts from a visit: that they are out, or that they need help.
enum LoneVisitAnswer: Sendable {
    case out
    case help
    /// Something else, from somebody who should be saying whether they are out.
    case unclear

    init(_ words: String) {
        let said = words.lowercased().split { !$0.isLetter }.map(String.init)
        let asksForHelp = said.contains("sos") || said.contains("help") && !said.contains("no")
        switch said.first {
        case _ where asksForHelp && said.count <= 6: self = .help
        case "out", "safe", "ok", "okay", "done", "back", "home": self = said.count <= 4 ? .out : .unclear
        default:
            self =
                said.starts(with: ["all", "good"]) || said.starts(with: ["i", "m", "out"]) ? .out : .unclear
        }
    }

    func reply(_ visit: LoneVisit) -> String {
        switch self {
        case .out: "Belong: thank you. You are out and safe, and \(visit.buddy.name) need not worry."
        case .help: "Belong: \(visit.buddy.name) and others are told now. In danger: ring 999."
        case .unclear:
            "Belong: nobody reads this. If you are out and safe answer OUT. If you need help answer HELP, or ring 999."
        }
    }
}

extension Reader {
    /// The visit of whoever sent this, if they are on one: found by the number of their profile.
    func visit(of sender: String, at now: Date) throws -> LoneVisit? {
        guard let phone = PhoneNumber(sender) else { return nil }
        let owners: [Member.ID] = try values(
            "SELECT DISTINCT member FROM profile WHERE phone = \(phone) AND replaced_by IS NULL"
        )
        let running = try owners.flatMap { try runningVisits(of: $0, at: now) }
        // Of two one after the other the later one is meant: nobody is in two places.
        return Set(running.map(\.owner.id)).count == 1 ? running.last : nil
    }
}

extension Writer {
    /// Does what they text, and answers by text.
    func answer(
        _ said: LoneVisitAnswer,
        of visit: LoneVisit,
        to sender: String,
        _ site: WebAddress,
        at now: Date
    )
        throws
    {
        switch said {
        case .out:
            for running in try runningVisits(of: visit.owner.id, at: now) {
                _ = try end(running, by: visit.owner.id, byText: true, at: now)
            }
        case .help:
            if !visit.told.contains(.help) { try tell(of: visit, [.help], site, at: now) }
        case .unclear: break
        }
        let message = Message(
            id: Message.ID(at: now),
            channel: .text,
            recipient: sender,
            subject: "Your visit",
            body: said.reply(visit),
            dueAt: now
        )
        try add(message, about: nil, by: nil, at: now)
    }
}
