import Foundation
import Kernel
import Store

/// C01.o1: of the people who need a language, those who are with a link worker who has it, where somebody placed at
/// the practice has. It is the one written beside the need; British Sign Language is one.
extension Sounding {
    static let skills: [Sounding] = [languagesMatched]

    private static let languagesMatched = Sounding(signal: "C01.o1") { view, ground, span in
        let speakers = try view.speakers(ground, span)
        let needed: [(Placement.ID, Double)] = try view.rows(
            """
            WITH \(ground.scoped), needed AS (
                SELECT scoped.id AS placement, scoped.link_worker, scoped.practice, referral.person
                \(theirReferrals(span)) AND acceptance.referral IS NOT NULL)
            SELECT DISTINCT needed.placement, needed.link_worker, needed.practice, needed.person, access_need.kind,
                access_need.words
            FROM needed
            JOIN access_need ON access_need.person = needed.person
                AND access_need.kind IN ('interpreter', 'sign_language') AND access_need.recorded_at <= \(span.at)
            """
        ).compactMap { row in
            let (practice, linkWorker): (Organisation.ID, Member.ID) = try (
                row("practice"), row("link_worker")
            )
            let language = try AccessNeed(row).language
            let having = (speakers[practice] ?? []).filter { $0.speaks(language) }
            guard !language.isEmpty, !having.isEmpty else { return nil }
            return try (row("placement"), having.contains { $0.linkWorker == linkWorker } ? 1 : 0)
        }
        return Dictionary(grouping: needed, by: \.0).mapValues { all in
            .share(Proportion(all.reduce(0) { $0 + $1.1 }, of: all.count))
        }
    }
}

/// A link worker of a practice, with the languages they say they have.
private struct Speaker: Sendable {
    let linkWorker: Member.ID
    let languages: [String]

    func speaks(_ language: String) -> Bool {
        languages.contains { $0.contains(language) || language.contains($0) }
    }
}

extension AccessNeed {
    fileprivate var language: String {
        kind == .signLanguage ? "british sign language" : words.folded
    }
}

extension Reader {
    fileprivate func speakers(_ ground: Ground, _ span: Span) throws -> [Organisation.ID: [Speaker]] {
        let found: [(Organisation.ID, Speaker)] = try rows(
            """
            WITH \(ground.scoped)
            SELECT DISTINCT placement.practice, placement.link_worker, profile.languages
            FROM scoped
            JOIN placement ON placement.practice = scoped.practice
            JOIN profile ON profile.member = placement.link_worker AND profile.written_at <= \(span.at)
            WHERE NOT EXISTS (
                SELECT 1 FROM profile AS later
                WHERE later.id = profile.replaced_by AND later.written_at <= \(span.at))
            """
        ).map { row in
            let written: String = try row("languages")
            let languages = written.split(separator: ",").map { String($0).folded }.filter { $0.count > 2 }
            return try (row("practice"), Speaker(linkWorker: row("link_worker"), languages: languages))
        }
        return Dictionary(grouping: found, by: \.0).mapValues { $0.map(\.1) }
    }
}
