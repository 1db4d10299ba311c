import Foundation
import Kernel
import Web

extension Known {
    /// Who they are and how they are reached, in rows.
    var facts: HTML {
        """
        <dl class="facts">\(each: rows, { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" })</dl>
        """
    }

    private var rows: [(String, String)] {
        let told = particulars
        let all: [(String, String?)] = [
            ("Name", told.fullName),
            ("NHS number", told.nhsNumber?.description ?? "not known"),
            ("Born", told.bornOn?.full ?? "not known"),
            ("Postcode", told.postcode?.description),
            ("Address", told.address),
            ("Telephone", told.phone?.description),
            ("E-mail", told.email?.description),
            ("To reach them", reaching?.summary ?? "nobody has asked yet what is safe"),
        ]
        return all.compactMap { name, words in words.map { (name, $0) } }
    }

    static var sample: Known {
        Known(
            particulars: Particulars(
                givenName: "Jean",
                familyName: "Moss",
                bornOn: Day("1953-02-04"),
                postcode: Postcode("M33 7ZF"),
                phone: PhoneNumber("07700 900112")
            ),
            reaching: Reaching(channels: [.text], mayLeaveVoicemail: false, isNeutral: true, words: ""),
            needs: [Need(id: Key(), need: AccessNeed(kind: .interpreter, words: "Polish"))],
            risk: .known("A large dog"),
            agreement: .notAsked,
            versions: Versions(who: "", risk: "", agreement: "")
        )
    }
}

extension NewsAgreement {
    /// As a page says it of somebody.
    var words: String {
        switch self {
        case .notAsked: "They have not been asked."
        case .agreed(let day): "They said yes on \(day.full)."
        case .objected(let day): "They said no on \(day.full): nobody is told."
        }
    }
}
