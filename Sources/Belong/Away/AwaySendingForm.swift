import Foundation
import Kernel
import Web

/// What a device sends, as it was written there.
struct AwaySendingForm: Decodable, Sendable {
    let key: String
    let about: String
    var words = ""
    var audience: String?
    var kind: String?
    var mode: String?
    var outcome: String?
    var minutes: String?
    var knewWhy: String?
    var time: String?
    /// Milliseconds by the device's clock.
    let began: String
    let sent: String

    /// What arrives, or everything that must be put right first.
    func read() throws -> AwaySending {
        guard let key = Key<AwaySending>(key), let about = Case.ID(about), let began = Self.instant(began),
            let sent = Self.instant(sent)
        else { throw Missing() }
        var problems = Problems()
        let audience = problems.unless(audience.flatMap(Audience.init), "audience", "Choose who reads it")
        let words = problems.words(words, "words", upTo: Note.longest)
        if kind != "visit", words.isEmpty { problems.add("words", "Write something first") }
        let visit = kind == "visit" ? visit(&problems) : nil
        guard let audience, problems.list.isEmpty else { throw problems }
        return AwaySending(
            key: key,
            caseID: about,
            words: words,
            audience: audience,
            visit: visit,
            deviceBeganAt: began,
            deviceSentAt: sent
        )
    }

    private func visit(_ problems: inout Problems) -> AwaySending.Visit? {
        let mode = problems.unless(
            mode.flatMap(Contact.Mode.init),
            "mode",
            "Say how you were in touch"
        )
        let outcome: Contact.Outcome? =
            outcome == "reached"
            ? .reached
            : outcome.flatMap(Contact.Outcome.How.init).map { .notReached($0, tried: "", next: "") }
        _ = problems.unless(outcome, "outcome", "Say whether you reached them")
        let minutes = problems.optional(
            minutes,
            "minutes",
            "Enter the minutes as a number, or leave it empty"
        ) {
            Int($0).flatMap { (0...1440).contains($0) ? $0 : nil }
        }
        let time = problems.optional(time, "time", "Enter the time it began, such as 14:00") {
            TimeOfDay.minute($0)
        }
        guard let mode, let outcome else { return nil }
        return AwaySending.Visit(
            mode: mode,
            outcome: outcome,
            minutes: minutes,
            knewWhy: knewWhy.flatMap(Contact.KnewWhy.init) ?? .notAsked,
            beganAt: time
        )
    }

    /// Whatever a wrong clock says, as long as it is a time that can be kept.
    private static func instant(_ text: String) -> Date? {
        Double(text).flatMap {
            (0...4_000_000_000_000).contains($0) ? Date(timeIntervalSince1970: $0 / 1000) : nil
        }
    }
}
