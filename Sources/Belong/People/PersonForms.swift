import Foundation
import Kernel
import Web

/// An access need, as it was typed.
struct NeedForm: Decodable, Sendable {
    var need: String?
    var needWords: String?

    func read() throws(Problems) -> AccessNeed {
        var problems = Problems()
        let kind = problems.unless(need.flatMap(AccessNeed.Kind.init), "need", "Choose what they need")
        let words = problems.words(needWords, "needWords", upTo: 300)
        if kind == .interpreter, words.isEmpty { problems.add("needWords", "Say which language") }
        if kind == .other, words.isEmpty { problems.add("needWords", "Say what they need") }
        guard let kind, problems.list.isEmpty else { throw problems }
        return AccessNeed(kind: kind, words: words)
    }
}

/// What a visitor should know, as it was typed.
struct RiskForm: Decodable, Sendable {
    var risk: String?
    var riskWords: String?
    var riskReason: String?
    var from: String?

    func read() throws(Problems) -> (risk: VisitRisk, reason: String, from: String) {
        var problems = Problems()
        let reason = problems.text(riskReason, "riskReason", "Say how this is known", upTo: 300)
        let risk = readRisk(&problems)
        guard let risk, let reason, problems.list.isEmpty else { throw problems }
        return (risk, reason, from ?? "")
    }

    private func readRisk(_ problems: inout Problems) -> VisitRisk? {
        switch risk {
        case "nothing": return .nothingKnown
        case "known":
            return problems.text(riskWords, "riskWords", "Say what a visitor should know", upTo: 1_000)
                .map(VisitRisk.known)
        default:
            problems.add("risk", "Answer this, even if nothing is known")
            return nil
        }
    }
}

/// Whether whoever referred them may hear, as they answered.
struct HearingForm: Decodable, Sendable {
    var agreed: String?
    var from: String?

    func read() throws(Problems) -> (agreed: Bool, from: String) {
        var problems = Problems()
        let answer = problems.unless(
            agreed.flatMap { ["yes": true, "no": false][$0] },
            "agreed",
            "Choose what they said"
        )
        guard let answer else { throw problems }
        return (answer, from ?? "")
    }
}
