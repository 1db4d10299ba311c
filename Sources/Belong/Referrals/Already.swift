import Foundation
import Kernel
import Store
import Web

/// Something that is going on for somebody already when they are referred: a case
/// that is open, or another referral that waits. Two must not ring about one thing.
struct Already: Sendable, Equatable {
    let words: String
    /// Only for whoever may open it.
    let path: String?
}

extension Referrals {
    /// What goes on besides this referral: for a link worker wherever it is, for
    /// whoever referred only at the practice they referred to, and without names.
    func already(
        besides referral: Referral,
        asLinkWorker: Bool,
        in view: any Reader,
        at now: Date
    ) throws -> [Already] {
        let name = try view.particulars(of: referral.person).givenName
        return try view.openCases(besides: referral).compactMap { found in
            if asLinkWorker {
                let path = found.linkWorker == member.id ? "/cases/\(found.id)" : nil
                let who = path == nil ? "\(found.taker), \(found.practiceName), goes" : "You go"
                return Already(words: "\(who) along with \(name) already.", path: path)
            }
            guard found.practice == referral.practice else { return nil }
            return Already(words: "A link worker goes along with \(name) already.", path: nil)
        }
            + view.stillWaiting(besides: referral).compactMap { other in
                guard asLinkWorker || other.practice == referral.practice else { return nil }
                let mayOpen = try unlessMissing { try findAny(other.id, in: view, at: now) } != nil
                return Already(
                    words: "\(name) is waiting already, sent on \(Day(other.madeAt).short).",
                    path: mayOpen ? "/referrals/\(other.id)" : nil
                )
            }
    }
}

/// An open case as far as colleagues need to know of it.
private struct OpenCase: Stored {
    let id: Case.ID
    let practice: Organisation.ID
    let practiceName: String
    let linkWorker: Member.ID
    let taker: String

    init(_ row: Row) throws {
        id = try row("id")
        practice = try row("practice")
        practiceName = try row("practice_name")
        linkWorker = try row("link_worker")
        taker = try row("taker")
    }
}

extension Reader {
    fileprivate func openCases(besides referral: Referral) throws -> [OpenCase] {
        try all(
            """
            SELECT "case".id, "case".practice, organisation.name AS practice_name, \(Case.holder) AS link_worker,
                member.name AS taker
            FROM "case"
            JOIN member ON member.id = \(Case.holder)
            JOIN organisation ON organisation.id = "case".practice
            WHERE "case".person = \(referral.person) AND "case".referral <> \(referral.id)
                AND NOT \(Case.isClosed)
            ORDER BY "case".id
            """
        )
    }

    fileprivate func stillWaiting(besides referral: Referral) throws -> [Referral] {
        try all(
            """
            SELECT \(Referral.columns)
            FROM \(Referral.tables)
            WHERE referral.person = \(referral.person) AND referral.id <> \(referral.id)
                AND \(Referral.stillWaiting)
            ORDER BY referral.made_at, referral.id
            """
        )
    }
}

extension Already {
    var line: HTML {
        """
         \(words)\(path.map { " <a href=\"\($0)\">Open it</a>" as HTML })
        """
    }
}
