import Foundation
import Kernel
import Store

/// Somebody whose time with a link worker is over, or never began, rings the front desk and would like to come
/// back. The desk tells whoever had them, and says no more of them than that (journeys, 5.7.5).
struct ComingBack: Sendable, Equatable {
    let referral: Referral.ID
    let way: Way
    /// Who hears: whoever had them, if they still work there.
    let linkWorker: String?

    enum Way: Sendable, Equatable {
        /// They were with a link worker.
        case ended(with: String)
        case declined
        case saidNo
    }

    var hearer: String { linkWorker ?? "the link workers here" }

    /// What the desk reads out, to nobody but themselves.
    func script(suggestedBy referrer: String?) -> [String] {
        let birth = "Ask for their date of birth first: say this to nobody but themselves."
        return switch way {
        case .ended(let name): [birth, "“You were with \(name). Would you like to come back?”"]
        case .declined:
            [
                birth,
                referrer.map { "“\($0) suggested a link worker, and nobody could take it on then.”" }
                    ?? "“You asked for a link worker, and nobody could take it on then.”",
                "“Would you like one now? I tell them that you rang.”",
            ]
        case .saidNo:
            [birth, "“You said no to a link worker, and that is fine. Would you like one after all?”"]
        }
    }
}

/// What the desk sends back: who rang, and what they rang about.
struct ComingBackForm: Decodable, Sendable {
    var surname = ""
    var born: String?
    var referral: String?

    var caller: CallerForm {
        var form = CallerForm()
        (form.surname, form.born) = (surname, born)
        return form
    }
}

extension FrontDesk {
    /// The same person as was asked about; or nothing is written. Gives who reads it.
    @discardableResult
    func comesBack(
        _ referral: Referral.ID,
        for asked: (surname: String, bornOn: Day?),
        at now: Date = .now
    ) async throws -> String {
        guard !practices.isEmpty else { throw Missing() }
        let (me, practices) = (member.id, practices)
        return try await store.write { work in
            let caller = try work.safeCaller(asked, at: practices, at: now)
            guard let back = caller.back, back.referral == referral else { throw Missing() }
            let id = Key<ComingBack>(at: now)
            // Told twice before anybody has seen it, it stands there once.
            let isWaiting = try work.has(
                """
                SELECT coming_back.id FROM coming_back
                WHERE coming_back.referral = \(referral)
                    AND NOT EXISTS (SELECT 1 FROM saying_seen WHERE saying_seen.saying = coming_back.id)
                """
            )
            guard !isWaiting else { return back.hearer }
            try work.run(
                """
                INSERT INTO coming_back (id, referral, asked_at, asked_by)
                VALUES (\(id), \(referral), \(now), \(me))
                """
            )
            try work.log(.changed, id, about: caller.person, by: me, at: now)
            return back.hearer
        }
    }
}

extension Diary {
    /// Those who rang to come back: for whoever had them, or for all there if nobody did or they have gone. It
    /// stands until one of them says that they have seen it, or the person is on their way again.
    func comingBack(in view: any Reader, at now: Date) throws -> [Today.Wait] {
        guard member.isA(.linkWorker) else { return [] }
        let referrals = Referrals(store: store, member: member)
        return try view.rows(
            """
            SELECT coming_back.id, coming_back.asked_at, referral.id AS referral, "case".id AS opened,
                given_name, family_name, organisation.name AS practice_name
            FROM coming_back
            JOIN referral ON referral.id = coming_back.referral
            JOIN particulars ON particulars.person = referral.person AND particulars.replaced_by IS NULL
            JOIN organisation ON organisation.id = referral.practice
            LEFT JOIN "case" ON "case".referral = referral.id
            WHERE \(referrals.inMyPractices(at: now))
                AND ("case".id IS NULL OR \(Case.holder) = \(member.id) OR NOT EXISTS (
                    SELECT 1 FROM placement
                    WHERE placement.link_worker = \(Case.holder) AND placement.practice = referral.practice
                        AND \(Placement.current(on: Day(now)))))
                AND ("case".id IS NULL OR \(Case.isClosed))
                AND NOT EXISTS (SELECT 1 FROM saying_seen WHERE saying_seen.saying = coming_back.id)
                AND NOT EXISTS (
                    SELECT 1 FROM referral AS again
                    WHERE again.person = referral.person AND again.made_at > coming_back.asked_at)
            ORDER BY coming_back.asked_at, coming_back.id
            """
        ).map { row in
            let (referral, opened): (Referral.ID, Case.ID?) = try (row("referral"), row("opened"))
            let id: Key<ComingBack> = try row("id")
            let practice: String = try row("practice_name")
            return try Today.Wait(
                tag: "Would like to come back",
                colour: "sun",
                who: Particulars.listed(row("given_name"), row("family_name")),
                words: "They rang the front desk, \(practice)",
                since: row("asked_at"),
                act: "Open",
                path: opened.map { "/cases/\($0)" } ?? "/referrals/\(referral)",
                saying: id.uuid
            )
        }
    }
}
