import Foundation
import Kernel
import Web

/// The referral form, exactly as it was typed.
struct ReferralForm: PersonForm, Codable {
    var practice: String?
    var linkWorker: String?
    var question: String?
    var draft: String?
    /// The reminder this came of: *offered, said no today*.
    var offer: String?
    /// Which of those already known is meant: a key, or `new`.
    var person: String?
    var givenName: String?
    var familyName: String?
    var nhsNumber: String?
    var born: String?
    var postcode: String?
    var phone: String?
    var email: String?
    var address: String?
    var reasons: [String]?
    var otherReason: String?
    var words: String?
    var told: [String]?
    /// One answer for how they may be reached; see `SafeAnswer`.
    var safe: String?
    var channels: [String]?
    var voicemail: String?
    var neutral: String?
    var reachingWords: String?
    var needs: [String]?
    var language: String?
    var risk: String?
    var riskWords: String?
    /// The referral that was declined and is made again, to somebody else.
    var again: String?
    /// They have told somebody of what they wrote, and send it as well.
    var heeded: String?

    init() {}

    var isHeeded: Bool { heeded == "yes" }
}

extension ReferralForm {
    /// What it asks for, or everything that must be put right first.
    func read(today: Day) throws(Problems) -> ReferralRequest {
        var problems = Problems()
        let practice = problems.unless(
            practice.flatMap { Organisation.ID($0) },
            "practice",
            "Choose the practice"
        )
        let particulars = readParticulars(&problems, today)
        let reasons = readReasons(&problems)
        let words = problems.text(words, "words", "Write a sentence or two", upTo: 4_000)
        let reaching = inFull(&problems).readSafeReaching(&problems)
        let risk = readRisk(&problems)
        let needs = readNeeds(&problems)
        guard let practice, let particulars, let words, let reaching, let risk, problems.list.isEmpty else {
            throw problems
        }
        return ReferralRequest(
            practice: practice,
            about: about,
            particulars: particulars,
            reasons: reasons,
            otherReason: otherReason.trimmed,
            words: words,
            told: readTold(),
            reaching: reaching,
            needs: needs,
            risk: risk,
            question: question.flatMap { Question.ID($0) },
            askedFor: linkWorker.flatMap { Member.ID($0) },
            draft: draft.flatMap { Draft.ID($0) },
            offer: offer.flatMap { DeclinedOffer.ID($0) }
        )
    }

    private var about: ReferralRequest.About {
        guard let person, !person.isEmpty else { return .notSaid }
        return Person.ID(person).map(ReferralRequest.About.known) ?? .new
    }

    private func readReasons(_ problems: inout Problems) -> [Reason] {
        let chosen = (reasons ?? []).compactMap(Reason.init)
        if chosen.isEmpty { problems.add("reasons", "Choose at least one; “something else” will do") }
        _ = problems.words(otherReason, "otherReason", upTo: 300)
        return chosen
    }

    /// Nothing ticked is *not yet*, and the link worker reads so.
    private func readTold() -> Set<ReferralRequest.Told> {
        let ticked = told ?? []
        return Set(
            ticked.contains(Self.all)
                ? ReferralRequest.Told.allCases : ticked.compactMap { .init(rawValue: $0) }
        )
    }

    /// In one tick, whatever a referrer may have told.
    static let all = "all"

    /// Safe to contact is asked before any message (H05).
    private func readSafeReaching(_ problems: inout Problems) -> Reaching? {
        if (channels ?? []).compactMap(Reaching.Channel.init).isEmpty {
            problems.add(
                saysMore(Problems()) ? "channels" : "safe",
                "Choose at least one way that is safe. Ask the person"
            )
        }
        return readReaching(&problems)
    }

    private func readNeeds(_ problems: inout Problems) -> [AccessNeed] {
        let language = problems.words(language, "language", upTo: 300)
        return (needs ?? []).compactMap(AccessNeed.Kind.init).map { kind in
            AccessNeed(kind: kind, words: kind == .interpreter || kind == .other ? language : "")
        }
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

extension String? {
    /// What was typed without the white space round it; nothing typed is empty.
    var trimmed: String {
        (self ?? "").asWritten
    }
}
