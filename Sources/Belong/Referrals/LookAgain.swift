import Foundation
import Kernel
import Store
import Web

/// Somebody whose words, or words about whom, may mean that they are not safe. They stand before
/// everything else a link worker opens, until somebody raised a worry or settled what it came with.
struct LookAgain: Sendable {
    /// The referral or the case.
    let subject: Key<LookAgain>
    let person: Person.ID
    let name: String
    let path: String
    let prompt: RedFlag.Prompt
}

extension LookAgain {
    var notice: HTML {
        """
        <p><b><a href="\(path)">\(name)</a></b></p>\(prompt.notice("/people/\(person)/worries/new"))
        """
    }

    static func card(_ all: [LookAgain]) -> HTML? {
        all.isEmpty
            ? nil : "<section class=\"card\"><h2>Before anything else</h2>\(each: all, \.notice)</section>"
    }

    static let sample = LookAgain(
        subject: Key(),
        person: Person.ID(),
        name: "Jean M.",
        path: "/waiting",
        prompt: .sample
    )
}

extension Referrals {
    /// Of those who wait in my practices, or said no in the last four weeks.
    func toLookAt(at now: Date = .now) async throws -> [LookAgain] {
        try await store.read { view in try toLookAt(in: view, at: now) }
    }

    func toLookAt(in view: any Reader, at now: Date) throws -> [LookAgain] {
        let lately = now.addingTimeInterval(-28 * 86_400)
        let which: SQL = """
            \(inMyPractices(at: now)) AND accepted_at IS NULL AND declined_at IS NULL
                AND (withdrawn_at IS NULL OR withdrawn_at > \(lately))
            """
        let written = try view.found(
            """
            SELECT referral.id AS subject, referral.person, referral.practice, referral.made_at AS at,
                referral.words || ' . ' || other_reason AS words
            FROM \(Referral.tables)
            WHERE \(which)
            """,
            by: "The referral"
        )
        let answered = try view.found(
            """
            SELECT referral.id AS subject, referral.person, referral.practice, wish.said_at AS at, wish.words
            FROM \(Referral.tables)
            JOIN wish ON wish.referral = referral.id
            WHERE \(which)
            """,
            by: "Their answer"
        )
        return try view.toLookAt(written + answered, for: member.id, at: now) { "/referrals/\($0)" }
    }
}

extension Cases {
    /// What people of mine wrote themselves in the last week: behind a link of theirs, or in a text.
    func toLookAt(in view: any Reader, at now: Date) throws -> [LookAgain] {
        let since = now.addingTimeInterval(-7 * 86_400)
        let whose: SQL = "\"case\".id AS subject, \"case\".person, \"case\".practice"
        let mine: SQL = "\(mine(at: now)) AND NOT \(Case.isClosed)"
        let answered = try view.found(
            """
            SELECT \(whose), wish.said_at AS at, wish.words
            FROM "case"
            JOIN wish ON wish.referral = "case".referral
            WHERE \(mine) AND wish.said_at > \(since)
            """,
            by: "Their answer"
        )
        let texted = try view.found(
            """
            SELECT \(whose), came_at AS at, body AS words
            FROM "case"
            JOIN arrival ON arrival.person = "case".person
            WHERE \(mine) AND came_at > \(since)
            """,
            by: "A text from them"
        )
        let own = try view.found(
            """
            SELECT \(whose), own_words.written_at AS at, own_words.words
            FROM "case"
            JOIN news ON news."case" = "case".id
            JOIN own_words ON own_words.news = news.id AND own_words.replaced_by IS NULL
            WHERE \(mine) AND own_words.written_at > \(since)
            UNION ALL
            SELECT \(whose), attendance.said_at, attendance.words
            FROM "case"
            JOIN introduction ON introduction."case" = "case".id
            JOIN attendance ON attendance.introduction = introduction.id AND attendance.replaced_by IS NULL
            WHERE \(mine) AND attendance.told_by = 'person' AND attendance.said_at > \(since)
            UNION ALL
            SELECT \(whose), story_agreement.said_at, story_agreement.words
            FROM "case"
            JOIN meeting_story ON meeting_story."case" = "case".id
            JOIN story_version ON story_version.story = meeting_story.id
            JOIN story_agreement ON story_agreement.version = story_version.id
                AND story_agreement.replaced_by IS NULL
            WHERE \(mine) AND story_agreement.way = 'link' AND story_agreement.said_at > \(since)
            """,
            by: "Their own page"
        )
        return try view.toLookAt(answered + texted + own, for: member.id, at: now) { "/cases/\($0)" }
    }
}

/// Words with what they came with.
private struct FoundWords {
    let subject: Key<LookAgain>
    let person: Person.ID
    let practice: Organisation.ID
    let said: RedFlag.Said
}

extension Reader {
    fileprivate func found(_ query: SQL, by whom: String) throws -> [FoundWords] {
        try rows(query).compactMap { row in
            let words: String = try row("words")
            guard RedFlag.isRaised(by: words) else { return nil }
            return try FoundWords(
                subject: row("subject"),
                person: row("person"),
                practice: row("practice"),
                said: RedFlag.Said(by: whom, words: words, at: row("at"))
            )
        }
    }

    fileprivate func toLookAt(
        _ found: [FoundWords],
        for member: Member.ID,
        at now: Date,
        path: (Key<LookAgain>) -> String
    ) throws -> [LookAgain] {
        let all = try Dictionary(grouping: found, by: \.subject).compactMap { subject, found in
            let (person, practice) = (found[0].person, found[0].practice)
            let raised = try RedFlag.raised(by: found.map(\.said), since: worriedAbout(person))
            guard !raised.isEmpty else { return nil as LookAgain? }
            var prompt = try whomToTell(at: practice, besides: member, at: now)
            prompt.said = raised
            return try LookAgain(
                subject: subject,
                person: person,
                name: particulars(of: person).listed,
                path: path(subject),
                prompt: prompt
            )
        }
        return all.sorted { ($0.prompt.said[0].at, $0.path) > ($1.prompt.said[0].at, $1.path) }
    }

    /// On one referral: for a week, and for as long as nobody has it.
    func redFlag(on referral: Referral, for reader: Member.ID, at now: Date) throws -> RedFlag.Prompt? {
        let lately =
            switch referral.progress {
            case .waiting, .withdrawn: Date.distantPast
            case .accepted, .declined: now.addingTimeInterval(-7 * 86_400)
            }
        let since = try max(lately, worriedAbout(referral.person))
        let raised = try RedFlag.raised(by: saidOnReferral(referral.id), since: since)
        guard !raised.isEmpty else { return nil }
        var prompt = try whomToTell(at: referral.practice, besides: reader, at: now)
        prompt.said = raised
        return prompt
    }
}
