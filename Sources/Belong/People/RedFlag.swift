import Foundation
import Kernel
import Store
import Web

/// Words that may mean that somebody is not safe. They ask a person to look, and nothing more:
/// nothing is decided, sorted, counted or kept because of them (governance, 4.3).
enum RedFlag {
    static func isRaised(by words: String) -> Bool {
        let plain = words.lowercased().replacing("’", with: "").replacing("'", with: "")
        let text = " " + plain.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ") + " "
        return phrases.contains { text.contains(" \($0) ") }
    }

    private static let selves = ["myself", "himself", "herself", "themselves", "themself", "yourself"]
    private static let harms = [
        "kill", "killing", "killed", "hurt", "hurting", "harm", "harming", "cut", "cutting", "burn",
        "burning",
    ]
    private static let phrases: [String] =
        harms.flatMap { harm in selves.map { "\(harm) \($0)" } }
        + ["my", "his", "her", "their"].flatMap {
            ["end \($0) life", "ending \($0) life", "take \($0) own life"]
        }
        + [
            "end it all", "want to die", "wants to die", "wish i was dead", "wish i were dead",
            "better off dead",
            "better off without me", "suicide", "suicidal", "self harm", "overdose", "cant go on",
            "cannot go on",
            "no reason to live", "dont want to live", "doesnt want to live", "dont want to be here",
            "dont want to wake up",
            "hits me", "hit me", "hits her", "hits him", "beats me", "beats her", "beats him", "hurts me",
            "hurts her",
            "hurts him", "strangled", "choked me", "rape", "raped", "abused", "abuses me", "abusing",
            "afraid to go home", "afraid of him", "afraid of her", "scared of him", "scared of her",
            "scared to go home",
            "locks me in", "takes my money", "takes her money", "takes his money", "no food for days",
            "chest pain", "cant breathe", "coughing up blood", "took all my tablets", "took all her tablets",
        ]

    /// Whom to tell, by name where there is one.
    struct Prompt: Sendable, Equatable {
        let practice: String
        let phone: PhoneNumber?
        let clinician: String?
    }
}

extension RedFlag.Prompt {
    /// For a page of somebody, above what was said.
    func notice(_ worry: String) -> HTML {
        let ring: HTML? = phone.map { ", <a href=\"tel:\($0.digits)\">\($0.description)</a>" }
        return """
            <div class="notice clay" role="note"><p><b>Would you look at this again?</b> Some of what was said lately may mean \
            that somebody is not safe. You know them, and you decide. In danger now: <a href="tel:999">999</a>. If you are \
            worried, ring \(clinician.map { "\($0) or another clinician" } ?? "the duty clinician") at \(practice)\(ring), \
            then <a href="\(worry)">tell them here</a>.</p></div>
            """
    }
}

extension Reader {
    func whomToTell(at practice: Organisation.ID, at now: Date) throws -> RedFlag.Prompt {
        let row = try rows("SELECT name, phone FROM organisation WHERE id = \(practice)").first
        let clinician = try hearers(at: practice, besides: nil, at: now).first { $0.role == .clinician }
        return try RedFlag.Prompt(
            practice: row?("name") ?? "",
            phone: row?("phone"),
            clinician: clinician?.name
        )
    }

    /// Whether something they said, or that was written of them, in the last week should be looked at
    /// again, and nobody has raised a worry since.
    func redFlag(in found: Case, at now: Date) throws -> RedFlag.Prompt? {
        let raised: Date?? = try value("SELECT MAX(raised_at) FROM worry WHERE person = \(found.person)")
        let since = max(raised.flatMap(\.self) ?? .distantPast, now.addingTimeInterval(-7 * 86_400))
        let said: [String] = try values(
            """
            SELECT matters || ' . ' || helps || ' . ' || hinders || ' . ' || more
            FROM contact
            WHERE "case" = \(found.id) AND replaced_by IS NULL AND written_at > \(since)
            """
        )
        let texted: [String] = try values(
            "SELECT body FROM arrival WHERE person = \(found.person) AND came_at > \(since)"
        )
        guard (said + texted).contains(where: RedFlag.isRaised) else { return nil }
        return try whomToTell(at: found.practice, at: now)
    }
}
