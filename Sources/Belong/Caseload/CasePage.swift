import Foundation
import Kernel
import Store
import Web

/// Somebody's page: what matters to them first, then what was set out to do, then
/// the story so far.
struct CasePage: FormPage {
    let id: Case.ID
    let person: Person.ID
    let title: String
    /// The list it was opened from.
    var list = Place("People", "/people")
    var place: String? { list.path }
    let givenName: String
    let listed: String
    /// *67 · Elm Street Surgery · referred by Dr Patel on 2 February · …*
    let lead: String
    let risk: String
    /// Who is at risk where they live.
    var safeguarding: [String] = []
    let needs: [String]
    let worries: [Worry]
    /// Whom to tell, where something that was said should be looked at again.
    var prompt: RedFlag.Prompt?
    let matters: WhatMatters?
    let plan: Plan?
    let holding: Holding?
    let isClosed: Bool
    let standing: Standing
    let story: [Event]
    let agreements: [Agreed]
    let cards: [HTML]
    let ways: [Place]
    /// A sign of change as it was typed, and what must be put right in it.
    var noticing = SignForm(day: "\(Day(.now))")
    var problems = Problems()

    /// What the reader is to the case, and so what they may do on its page.
    enum Standing: Sendable, Equatable {
        /// The link worker's own, with whom it is shown to and who could be.
        case own(supervisor: String?, isShown: Bool)
        /// Looked after for a colleague who is away.
        case covering(String)
        /// Shown to a supervisor, to read.
        case shown(by: String)
        /// Handed over by the reader, who may look for some days more.
        case givenAway(to: String, until: Day)

        var mayChange: Bool {
            switch self {
            case .own, .covering: true
            case .shown, .givenAway: false
            }
        }
    }
}

extension Cases {
    /// The whole page in one read, after the look was noted.
    func page(_ id: Case.ID, at now: Date = .now) async throws -> CasePage {
        try await open(id, at: now) { view, found in
            let standing = try standing(towards: found, in: view, at: now)
            var page = try CasePage(
                found,
                standing,
                for: member.id,
                parts: Features.caseParts,
                in: view,
                at: now
            )
            page.list = list
            return page
        }
    }

    private func standing(towards found: Case, in view: any Reader, at now: Date) throws -> CasePage.Standing
    {
        let linkWorker = try view.member(found.linkWorker)?.name ?? ""
        guard try isMine(found, in: view, at: now) else {
            let until = try readsUntil(found, in: view, at: now)
            return until.map { .givenAway(to: linkWorker, until: $0) } ?? .shown(by: linkWorker)
        }
        guard found.linkWorker == member.id else { return .covering(linkWorker) }
        let shown = try view.showing(of: found.id, on: Day(now))
        return try .own(
            supervisor: shown?.supervisor ?? view.supervisor(of: found, at: now)?.name,
            isShown: shown != nil
        )
    }
}

extension CasePage {
    fileprivate init(
        _ found: Case,
        _ standing: Standing,
        for reader: Member.ID,
        parts: [CasePart],
        in view: any Reader,
        at now: Date
    ) throws {
        self.standing = standing
        let told = try view.particulars(of: found.person)
        id = found.id
        person = found.person
        title = told.fullName
        givenName = told.givenName
        listed = told.listed
        lead = try view.lead(of: found, told, at: now)
        risk = try view.visitRisk(of: found.person).sentence
        safeguarding = try view.safeguarding(of: found.person).map(\.line)
        needs = try view.accessNeeds(of: found.person).map(\.flag)
        worries = try view.openWorries(about: found.person)
        prompt = try standing.mayChange ? view.redFlag(in: found, for: reader, at: now) : nil
        matters = try view.whatMatters(in: found.id)
        plan = try view.plan(of: found.id)
        holding = try view.holding(of: found.id)
        let isClosed = try view.openClosing(of: found.id) != nil
        self.isClosed = isClosed
        story = try parts.flatMap { try $0.story(view, found) + $0.seen(view, found, reader) }.sorted {
            $0.at > $1.at
        }
        .map { standing.mayChange ? $0 : $0.withoutWayOut }
        agreements = try parts.flatMap { try $0.agreements(view, found) }
        cards = try standing.mayChange ? parts.flatMap { try $0.cards(view, found, now) } : []
        ways = parts.flatMap { $0.ways(found) + (isClosed ? [] : $0.openWays(found)) }
    }
}

extension Event {
    /// For whoever reads the case and nothing beside it.
    fileprivate var withoutWayOut: Event {
        var event = self
        event.path = path.flatMap { $0.hasPrefix("/cases/") ? $0 : nil }
        return event
    }
}

extension VisitRisk? {
    /// What the head of the page says of visiting them.
    var sentence: String {
        switch self {
        case .none: "Risk to a visitor: not asked yet"
        case .some(.nothingKnown): "Risk to a visitor: nothing known"
        case .some(.known(let words)): "Before a visit: \(words)"
        }
    }
}

extension Reader {
    fileprivate func lead(of found: Case, _ told: Particulars, at now: Date) throws -> String {
        let row = try rows(
            """
            SELECT organisation.name AS practice_name, member.name AS referrer_name, referral.made_at
            FROM referral
            JOIN organisation ON organisation.id = referral.practice
            LEFT JOIN member ON member.id = referral.referrer
            WHERE referral.id = \(found.referral)
            """
        ).first
        guard let row else { throw Missing() }
        let (referrer, madeAt): (String?, Date) = try (row("referrer_name"), row("made_at"))
        let safe = try reaching(found.person)?.summary ?? "nobody has asked yet how to reach them safely"
        return try [
            told.bornOn.map { "\($0.age(on: Day(now)))" },
            row("practice_name"),
            "\(referrer.map { "referred by \($0)" } ?? "asked for themselves") on \(Day(madeAt).short)",
            safe,
        ]
        .compactMap(\.self).joined(separator: " · ")
    }
}
