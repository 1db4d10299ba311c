import Foundation
import Kernel
import Web

/// The referral form, exactly as it was typed.
struct ReferralForm: Codable, Sendable {
    var practice: String?
    var linkWorker: String?
    var question: String?
    var draft: String?
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
    var channels: [String]?
    var voicemail: String?
    var neutral: String?
    var reachingWords: String?
    var needs: [String]?
    var language: String?
    var risk: String?
    var riskWords: String?

    init() {}
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
        let reaching = readReaching(&problems, particulars)
        let risk = readRisk(&problems)
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
            told: Set((told ?? []).compactMap(ReferralRequest.Told.init)),
            reaching: reaching,
            needs: readNeeds(),
            risk: risk,
            question: question.flatMap { Question.ID($0) },
            askedFor: linkWorker.flatMap { Member.ID($0) },
            draft: draft.flatMap { Draft.ID($0) }
        )
    }

    private var about: ReferralRequest.About {
        guard let person, !person.isEmpty else { return .notSaid }
        return Person.ID(person).map(ReferralRequest.About.known) ?? .new
    }

    /// A name always; then the NHS number, or birthday and postcode.
    private func readParticulars(_ problems: inout Problems, _ today: Day) -> Particulars? {
        let given = problems.text(givenName, "givenName", "Enter the first name", upTo: 35)
        let family = problems.text(familyName, "familyName", "Enter the family name", upTo: 35)
        let number = problems.optional(
            nhsNumber,
            "nhsNumber",
            "That is not an NHS number. Check its ten digits, or leave it out"
        ) { NHSNumber($0) }
        let born = problems.optional(born, "born", "Enter a real date, for example 14 5 1979") {
            Day(typed: $0)
        }
        let postcode = problems.optional(postcode, "postcode", "Enter a full postcode, for example M33 7ZF") {
            Postcode($0)
        }
        if let born, born > today { problems.add("born", "That birthday has not been yet") }
        if let born, born.age(on: today) > 120 { problems.add("born", "That is more than 120 years ago") }
        if nhsNumber.trimmed.isEmpty, self.born.trimmed.isEmpty || self.postcode.trimmed.isEmpty {
            problems.add("nhsNumber", "Enter the NHS number, or both date of birth and postcode")
        }
        let phone = problems.optional(phone, "phone", "Enter a telephone number") { PhoneNumber($0) }
        let email = problems.optional(email, "email", "Enter an e-mail address") { EmailAddress($0) }
        guard let given, let family else { return nil }
        return Particulars(
            givenName: given,
            familyName: family,
            nhsNumber: number,
            bornOn: born,
            postcode: postcode,
            address: address.trimmed.isEmpty ? nil : String(address.trimmed.prefix(300)),
            phone: phone,
            email: email
        )
    }

    private func readReasons(_ problems: inout Problems) -> [Reason] {
        let chosen = (reasons ?? []).compactMap(Reason.init)
        if chosen.isEmpty { problems.add("reasons", "Choose at least one; “something else” will do") }
        if otherReason.trimmed.count > 300 { problems.add("otherReason", "Keep it to 300 characters") }
        return chosen
    }

    /// Safe to contact is asked before any message (H05); a channel needs its address.
    private func readReaching(_ problems: inout Problems, _ person: Particulars?) -> Reaching? {
        let chosen = Set((channels ?? []).compactMap(Reaching.Channel.init))
        if chosen.isEmpty { problems.add("channels", "Choose at least one way that is safe. Ask the person") }
        if !chosen.isDisjoint(with: [.text, .call]), phone.trimmed.isEmpty {
            problems.add("phone", "Enter the number that is safe to text or ring")
        }
        if chosen.contains(.email), email.trimmed.isEmpty {
            problems.add("email", "Enter the e-mail address that is safe")
        }
        if chosen.contains(.letter), address.trimmed.isEmpty {
            problems.add("address", "Enter the address a letter is safe to go to")
        }
        let isWritten = chosen != [.call] || voicemail == "yes"
        if !chosen.isEmpty, isWritten, !["yes", "no"].contains(neutral) {
            problems.add("neutral", "Say whether plain words are fine. Ask the person")
        }
        guard problems.list.isEmpty else { return nil }
        return Reaching(
            channels: chosen,
            mayLeaveVoicemail: voicemail == "yes",
            isNeutral: neutral != "no",
            words: String(reachingWords.trimmed.prefix(300))
        )
    }

    private func readNeeds() -> [AccessNeed] {
        (needs ?? []).compactMap(AccessNeed.Kind.init).map { kind in
            AccessNeed(kind: kind, words: kind == .interpreter || kind == .other ? language.trimmed : "")
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
        (self ?? "").trimmingSpaces()
    }
}
