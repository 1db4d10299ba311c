import Foundation
import Kernel
import Store

extension CasePart {
    /// Conversations and tries, with the signs and tags noted at them.
    static let contacts = CasePart(
        story: { view, found in
            let signs = try view.signNames(of: found.id)
            return try view.contacts(of: found.id).map { contact in
                Event(contact, signs: signs[contact.first] ?? [], of: found.id)
            }
        }
    )

    /// Signs of change noticed outside a contact.
    static let signs = CasePart(
        story: { view, found in
            try view.rows(
                """
                SELECT kind, words, noticed_on, by_person, recorded_at
                FROM sign
                WHERE sign."case" = \(found.id) AND contact IS NULL
                """
            )
            .map { row in
                let sign = try Sign(row)
                return Event(
                    at: London.instant(sign.noticedOn, hour: 12),
                    title: sign.isByPerson ? "They noticed a change" : "A change noticed",
                    words: sign.kind == .own ? "" : sign.words,
                    tags: ["sign of change: \(sign.name)"],
                    isWithPerson: true
                )
            }
        }
    )

    /// Each version of the plan.
    static let plans = CasePart(
        story: { view, found in
            try view.rows(
                """
                SELECT words, revised_at, ROW_NUMBER() OVER (ORDER BY revised_at, id) AS version
                FROM plan
                WHERE plan."case" = \(found.id)
                """
            )
            .map { row in
                let version: Int = try row("version")
                return try Event(
                    at: row("revised_at"),
                    title: version == 1 ? "Made a plan" : "Revised the plan",
                    words: row("words"),
                    path: "/cases/\(found.id)/plan/versions"
                )
            }
        }
    )

    /// Holding, closing and coming back.
    static let turns = CasePart(
        story: { view, found in
            try view.held(found.id) + view.closed(found.id) + view.cameBack(found.id)
        }
    )

    /// Whether whoever referred them may hear how it goes.
    static let news = CasePart(
        agreements: { view, found in
            let what = "Whoever referred them hears how it goes"
            let agreement = try view.newsAgreement(of: found.person)
            // What they chose for this case last holds, here or behind their own link.
            switch try view.newsExtent(of: found.id) {
            case .summary: break
            case .codes:
                return try [view.chosen(what, "only that they were referred", isYes: true, of: found.id)]
            case .nothing: return try [view.chosen(what, "no", isYes: false, of: found.id)]
            }
            return switch agreement {
            case .notAsked: [Agreed(what: what, answer: "not asked", isYes: false)]
            case .agreed(let day): [Agreed(what: what, answer: "yes, \(day.short)", isYes: true)]
            case .objected(let day): [Agreed(what: what, answer: "no, \(day.short)", isYes: false)]
            }
        }
    )
}

extension Event {
    fileprivate init(_ contact: Contact, signs: [String], of id: Case.ID) {
        let told = contact.told
        at = told.beganAt
        title = told.title
        facets = [told.minutes.map(\.spoken) ?? "", told.place]
        words = told.outcome.isReached ? told.more.opening : told.tries
        tags = signs.map { "sign of change: \($0)" } + (contact.reason == nil ? [] : ["put right since"])
        isWithPerson = told.outcome.isReached
        path = "/cases/\(id)/contacts/\(contact.id)"
    }
}

extension Contact.Told {
    /// *Went along together*, *Conversation on the phone*, *No answer*.
    var title: String {
        switch outcome {
        case .notReached(let how, _, _): how.name
        case .reached where wentAlong: "Went along together"
        case .reached: "Conversation \(mode.name.prefix(1).lowercased())\(mode.name.dropFirst())"
        }
    }

    fileprivate var tries: String {
        [outcome.tried, outcome.next.isEmpty ? "" : "Next: \(outcome.next)"]
            .filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension Int {
    /// Minutes as people say them: 45 min, 2 h, 1 h 15.
    fileprivate var spoken: String {
        guard self >= 60 else { return "\(self) min" }
        return self % 60 == 0 ? "\(self / 60) h" : "\(self / 60) h \(self % 60)"
    }
}

extension String {
    /// The first lines of something long.
    fileprivate var opening: String {
        count > 280 ? "\(prefix(280))…" : self
    }
}

extension Reader {
    fileprivate func signNames(of id: Case.ID) throws -> [Contact.ID: [String]] {
        let found: [(Contact.ID, String)] = try rows(
            """
            SELECT contact, kind, words, noticed_on, by_person
            FROM sign
            WHERE sign."case" = \(id) AND contact IS NOT NULL
            ORDER BY recorded_at, kind, id
            """
        ).map { try ($0("contact"), Sign($0).name) }
        return Dictionary(grouping: found, by: \.0).mapValues { $0.map(\.1) }
    }

    fileprivate func held(_ id: Case.ID) throws -> [Event] {
        try rows("SELECT words, said_at FROM holding WHERE holding.\"case\" = \(id) AND is_holding").map {
            try Event(at: $0("said_at"), title: "Holding", words: $0("words"))
        }
    }

    fileprivate func closed(_ id: Case.ID) throws -> [Event] {
        try rows(
            "SELECT outcome, words, way_back, closed_at FROM closing WHERE closing.\"case\" = \(id)"
        ).map { row in
            let closing = try Closing(row)
            return try Event(at: row("closed_at"), title: closing.outcome.said, words: closing.words)
        }
    }

    fileprivate func cameBack(_ id: Case.ID) throws -> [Event] {
        try rows(
            """
            SELECT reopening.words, reopened_at
            FROM reopening
            JOIN closing ON closing.id = reopening.closing
            WHERE closing."case" = \(id)
            """
        ).map { try Event(at: $0("reopened_at"), title: "Came back", words: $0("words")) }
    }
}

extension Reader {
    /// With the day on which they said so last.
    fileprivate func chosen(
        _ what: String,
        _ answer: String,
        isYes: Bool,
        of id: Case.ID
    ) throws -> Agreed {
        let days = try rows(
            """
            SELECT agreement.recorded_at, news_extent.said_at
            FROM "case"
            \(NewsExtent.said)
            WHERE "case".id = \(id)
            """
        ).flatMap { row -> [Date?] in try [row("recorded_at"), row("said_at")] }
        let day = days.compactMap(\.self).max().map { ", \(Day($0).short)" } ?? ""
        return Agreed(what: what, answer: "\(answer)\(day)", isYes: isYes)
    }
}
