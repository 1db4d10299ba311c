import Foundation
import Kernel
import Web

/// What a form asks of who somebody is and how they can be reached safely, as it
/// was typed: the same questions at a referral and when it is put right.
protocol PersonForm: Sendable {
    var givenName: String? { get }
    var familyName: String? { get }
    var nhsNumber: String? { get }
    var born: String? { get }
    var postcode: String? { get }
    var phone: String? { get }
    var email: String? { get }
    var address: String? { get }
    var channels: [String]? { get }
    var voicemail: String? { get }
    var neutral: String? { get }
    var reachingWords: String? { get }
}

extension PersonForm {
    /// A name always; then the NHS number, or birthday and postcode.
    func readParticulars(_ problems: inout Problems, _ today: Day) -> Particulars? {
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
        let address = problems.words(address, "address", upTo: 300)
        guard let given, let family else { return nil }
        return Particulars(
            givenName: given,
            familyName: family,
            nhsNumber: number,
            bornOn: born,
            postcode: postcode,
            address: address.isEmpty ? nil : address,
            phone: phone,
            email: email
        )
    }

    /// Safe to contact is asked before any message (H05); a channel needs its address.
    func readReaching(_ problems: inout Problems) -> Reaching? {
        let chosen = Set((channels ?? []).compactMap(Reaching.Channel.init))
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
        let reachingWords = problems.words(reachingWords, "reachingWords", upTo: 300)
        guard problems.list.isEmpty else { return nil }
        return Reaching(
            channels: chosen,
            mayLeaveVoicemail: voicemail == "yes",
            isNeutral: neutral != "no",
            words: reachingWords
        )
    }

    func whoFields(_ problems: Problems) -> HTML {
        """
        <div class="cols">\(Field("givenName", "First name", problems).line(givenName))
        \(Field("familyName", "Family name", problems).line(familyName))</div>
        \(Field("nhsNumber", "NHS number", hint: "Or leave it out and give both date of birth and postcode.", problems)
            .line(nhsNumber))
        <div class="cols">\(Field("born", "Date of birth", hint: "For example 14 5 1979", problems).line(born))
        \(Field("postcode", "Postcode", hint: "Where they live", problems).line(postcode))</div>
        """
    }

    func reachingFields(_ problems: Problems) -> HTML {
        """
        \(waysField(problems))
        <div class="cols">\(phoneField(problems))\(emailField(problems))</div>
        \(fullerFields(problems))
        """
    }

    func waysField(_ problems: Problems) -> HTML {
        Field(
            "channels",
            "Which ways are safe?",
            hint: "Ask them. Somebody else may read their messages.",
            problems
        )
        .any(of: Reaching.Channel.allCases.map { Choice($0.rawValue, $0.name) }, chosen: channels ?? [])
    }

    func phoneField(_ problems: Problems) -> HTML {
        Field("phone", "Telephone", problems).line(phone, .tel)
    }

    func emailField(_ problems: Problems) -> HTML {
        Field("email", "E-mail", problems).line(email, .email)
    }

    /// What goes beyond which way, and which number.
    func fullerFields(_ problems: Problems) -> HTML {
        """
        \(Field("address", "Address, if a letter is to go there", problems).line(address))
        \(Field("voicemail", "May a message be left?").one(of: [Choice("yes", "Yes"), Choice("no", "No voicemail")], chosen: voicemail ?? "no"))
        \(Field("neutral", "Must what is written give nothing away?", problems)
            .one(of: [Choice("no", "Plain words are fine"), Choice("yes", "Neutral words only")], chosen: neutral))
        \(Field("reachingWords", "Anything else about reaching them", hint: "Best times, who may pick up.", problems).line(reachingWords))
        """
    }
}
