import Foundation
import Kernel
import Store
import Web

/// What is recorded of a case, put under the headings. Where only codes may go
/// nothing else does; a group that referred gets no more of them than it had.
struct MessageBackFacts: Sendable {
    let extent: NewsExtent.Kind
    let isForPractice: Bool
    let asked: String?
    /// The words that were written for the reader, or how it ended.
    let summary: [String]
    let person: [String]
    let practice: [String]
    let requirements: [String]
    let consent: String
    let referral: [String]
    let complaints: [String]
    let risks: String?
    let support: [String]
    let author: String
    let codes: [RecordCode]

    var sections: [MessageBack.Section] {
        RecordHeading.allCases.compactMap { heading in
            let told = lines(under: heading)
            let lines = told.isEmpty ? [heading.ifNothing].compactMap(\.self) : told
            return lines.isEmpty ? nil : MessageBack.Section(heading: heading, lines: lines)
        }
    }

    private func lines(under heading: RecordHeading) -> [String] {
        switch heading {
        case .plan: [extent == .codes ? nil : asked].compactMap(\.self)
        case .person: isForPractice ? person : Array(person.prefix(1))
        case .practice: practice
        case .consent: [consent]
        case .referral: codes.map(\.line) + (extent == .codes ? [] : referral)
        case .summary: extent == .codes ? [News.codesOnly] : summary
        case .author: [author]
        case .risks where isForPractice && extent == .summary: [risks].compactMap(\.self)
        case .risks: ["Not for this message"]
        case .requirements: isForPractice && extent == .summary ? requirements : []
        case .complaints: extent == .summary ? complaints : []
        case .support: isForPractice && extent == .summary ? support : []
        }
    }
}

extension Reader {
    /// As far as the reader may know it: never a note of a conversation.
    func messageBackFacts(
        of found: Case,
        asked: String?,
        summary: [String],
        extent: NewsExtent.Kind,
        by author: Member.ID
    ) throws -> MessageBackFacts {
        let row = try rows(
            """
            SELECT referral.route, referral.made_at, referral.other_reason, referrer.name AS referrer_name,
                organisation.name AS practice_name, organisation.ods_code, author.name AS author_name
            FROM referral
            JOIN organisation ON organisation.id = referral.practice
            JOIN member AS author ON author.id = \(author)
            LEFT JOIN member AS referrer ON referrer.id = referral.referrer
            WHERE referral.id = \(found.referral)
            """
        ).first
        guard let row else { throw Missing() }
        let (route, madeAt): (Referral.Route, Date) = try (row("route"), row("made_at"))
        let (practice, ods): (String, String?) = try (row("practice_name"), row("ods_code"))
        let (referrer, other): (String?, String) = try (row("referrer_name"), row("other_reason"))
        let writer: String = try row("author_name")
        let why = try reasons("SELECT id FROM referral WHERE id = \(found.referral)")[found.referral] ?? []
        let checked = try checkedCodes(of: found.id).map(\.code)
        let saidNo = try wish(on: found.referral)?.answer == .no
        return try MessageBackFacts(
            extent: extent,
            isForPractice: route == .practice,
            asked: asked,
            summary: summary,
            person: particulars(of: found.person).recordLines,
            practice: [practice, ods.map { "ODS code \($0)" }].compactMap(\.self),
            requirements: accessNeeds(of: found.person).map(\.flag),
            consent: consent(of: found, extent),
            referral: ["\(referrer.map { "By \($0)" } ?? "By themselves"), \(Day(madeAt).spoken)"],
            complaints: why.map(\.name) + [other].filter { !$0.isEmpty },
            risks: visitRisk(of: found.person)?.recordLine,
            support: plan(of: found.id)?.goals.flatMap(\.recordLines) ?? [],
            author: "\(writer), link worker, \(practice)",
            codes: checked.isEmpty ? [.referral] + (saidNo ? [.declined] : []) : checked
        )
    }

    private func consent(of found: Case, _ extent: NewsExtent.Kind) throws -> String {
        let goes = "\(extent == .codes ? "codes go" : "this goes") to whoever referred them"
        return switch try newsAgreement(of: found.person) {
        case .agreed(let day): "They agreed on \(day.spoken) that \(goes)"
        case .notAsked: "Not asked yet whether \(goes); told that they can say no"
        case .objected: "They said no before, and since then that \(goes)"
        }
    }
}

extension Particulars {
    fileprivate var recordLines: [String] {
        [
            fullName, bornOn.map { "Born \($0.full)" }, nhsNumber.map { "NHS number \($0)" },
        ].compactMap(\.self)
    }
}

extension VisitRisk {
    /// That there is something to know, and whom to ask: the words are for visitors.
    fileprivate var recordLine: String {
        switch self {
        case .nothingKnown: "No known risks"
        case .known: "Something is known that a visitor should hear. Ask the link worker"
        }
    }
}

extension Goal {
    fileprivate var recordLines: [String] {
        ["Goal: \(words)"]
            + steps.filter { $0.standing != .letGo }.map { step in
                let who = step.who.isEmpty ? "" : ", \(step.who)"
                return "Step: \(step.words)\(who) (\(step.standing.name.lowercased()))"
            }
    }
}
