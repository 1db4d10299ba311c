import Foundation
import Kernel
import Store

/// Takes in a text: kept with whom it is from, obeyed at once if it says stop, shown to
/// whoever reads it, and answered once a day at most.
struct Arriving: Sendable {
    let store: any Store
    let site: WebAddress

    /// Whoever reads what somebody sends: their link worker, or who covers for them.
    struct Reader: Sendable {
        let id: Member.ID
        let name: String
        let email: EmailAddress
        let aCase: Case
    }

    func take(_ arrival: Arrival, at now: Date = .now) async throws {
        let site = site
        try await store.write { work in
            if try work.take(arrival, fromAVisit: site, at: now) { return }
            let people = try work.people(reachedAt: arrival.sender)
            let person = try people.count == 1 ? people.first.map { try work.hold($0) } : nil
            let reader = try person.flatMap { try work.reader(for: $0, at: now) }
            let kept = try work.run(
                """
                INSERT INTO arrival (id, notification, sender, body, is_stop, person, came_at, told)
                VALUES (\(arrival.id), \(arrival.notification), \(arrival.sender), \(arrival.body),
                    \(arrival.isStop), \(person), \(now), \(reader?.id))
                ON CONFLICT (notification) DO NOTHING
                """
            )
            guard kept == 1 else { return }
            if arrival.isStop {
                // Whoever of them it was: none of them is texted at this number any more.
                for person in people { try work.stopTexts(to: person, at: now) }
            } else if let person, let reader {
                try work.answer(arrival, from: person, reader, at: now)
            } else if let person {
                _ = try work.takeWish(from: arrival, of: person, at: now)
            }
            if let reader { try work.tell(reader, of: arrival, site, at: now) }
            try work.log(.changed, arrival.id, about: person, by: .person, at: now)
        }
    }
}

extension Reader {
    /// Those whose number this is now.
    fileprivate func people(reachedAt sender: String) throws -> [Person.ID] {
        guard let phone = PhoneNumber(sender) else { return [] }
        let found: [Person.ID] = try values(
            "SELECT DISTINCT person FROM particulars WHERE phone = \(phone) AND replaced_by IS NULL"
        )
        return found
    }

    /// There is none where nobody has an open case of theirs just now.
    fileprivate func reader(for person: Person.ID, at now: Date) throws -> Arriving.Reader? {
        let open: [Case] = try all(
            """
            SELECT \(Case.columns)
            FROM "case"
            WHERE "case".person = \(person) AND NOT EXISTS (
                SELECT 1 FROM closing WHERE closing."case" = "case".id AND \(Closing.stands))
            ORDER BY "case".opened_at DESC
            """
        )
        for found in open where try isPlaced(found.linkWorker, at: found.practice, on: Day(now)) {
            let covering: Member.ID? = try value(
                """
                SELECT cover.covered_by
                FROM cover
                WHERE cover.link_worker = \(found.linkWorker) AND cover.practice = \(found.practice)
                    AND \(Cover.current(on: Day(now)))
                ORDER BY cover.made_at DESC
                LIMIT 1
                """
            )
            let row = try rows(
                "SELECT id, name, email FROM member WHERE id = \(covering ?? found.linkWorker)"
            ).first
            if let row {
                return try Arriving.Reader(
                    id: row("id"),
                    name: row("name"),
                    email: row("email"),
                    aCase: found
                )
            }
        }
        return nil
    }
}

extension Writer {
    /// A link worker on a visit says how it stands. Gives whether this was from one.
    fileprivate func take(_ arrival: Arrival, fromAVisit site: WebAddress, at now: Date) throws -> Bool {
        guard !arrival.isStop, let visit = try visit(of: arrival.sender, at: now) else { return false }
        // Held first, so that being out and being missed never both happen.
        _ = try rows("SELECT id FROM diary_entry WHERE id = \(visit.entry) \(dialect.forUpdate)")
        let kept = try run(
            """
            INSERT INTO arrival (id, notification, sender, body, is_stop, person, came_at, told)
            VALUES (\(arrival.id), \(arrival.notification), \(arrival.sender), \(arrival.body), \(false),
                \(nil as Person.ID?), \(now), \(visit.owner.id))
            ON CONFLICT (notification) DO NOTHING
            """
        )
        guard kept == 1 else { return true }
        try answer(LoneVisitAnswer(arrival.body), of: visit, to: arrival.sender, site, at: now)
        try log(.changed, visit.entry, by: visit.owner.id, at: now)
        return true
    }

    /// Stricter, never looser: nothing but they themselves, asked by somebody, allows it again.
    fileprivate func stopTexts(to person: Person.ID, at now: Date) throws {
        guard let reaching = try reaching(person), reaching.channels.contains(.text) else { return }
        try write(
            reaching.without([.text]),
            of: person,
            because: "They texted that they want no more texts",
            by: nil,
            at: now
        )
    }

    /// Only where a text is safe for them, at this very number.
    fileprivate func answer(
        _ arrival: Arrival,
        from person: Person.ID,
        _ reader: Arriving.Reader,
        at now: Date
    ) throws {
        let today = now.addingTimeInterval(-86_400)
        guard let safe = try safeAddress(of: person), safe.channel == .text,
            PhoneNumber(safe.recipient) == PhoneNumber(arrival.sender),
            try !has(
                "SELECT id FROM arrival WHERE person = \(person) AND answer IS NOT NULL AND came_at > \(today)"
            )
        else { return }
        let answer = try ArrivalAnswer(
            reader: reader.name,
            practice: practice(reader.aCase.practice).name,
            when: promise(of: reader.id, at: reader.aCase.practice, now),
            isNeutral: safe.isNeutral
        )
        let message = safe.message(ArrivalAnswer.subject, answer.words, at: now)
        try add(message, about: person, by: nil, at: now)
        try run("UPDATE arrival SET answer = \(message.id) WHERE id = \(arrival.id)")
    }

    /// To the reader's own e-mail: that there is something, and nothing of whom.
    fileprivate func tell(
        _ reader: Arriving.Reader,
        of arrival: Arrival,
        _ site: WebAddress,
        at now: Date
    ) throws {
        let stop = arrival.isStop ? " They want no more texts, and get none." : ""
        let isFlagged = RedFlag.isRaised(by: arrival.body)
        let soon = isFlagged ? " Some of its words may mean that they are not safe: please read it soon." : ""
        let message = Message(
            id: Message.ID(at: now),
            channel: .email,
            recipient: reader.email.description,
            subject: isFlagged ? "Somebody has texted you: read it soon" : "Somebody has texted you",
            body: """
                Somebody you work with, or look after for a colleague, has sent a text.\(stop)\(soon) Sign in to read it: \
                \(site)/cases/\(reader.aCase.id)/messages
                """,
            dueAt: now
        )
        try add(message, about: nil, by: nil, at: now)
    }
}
