import Foundation
import Kernel
import Store

/// One line of those who wait: who, how long, why, and what they have been told.
struct Waiting: Sendable {
    let id: Referral.ID
    let name: String
    let practice: String
    let referrer: String?
    /// Where whoever referred them works, if that is not the practice.
    let referring: String?
    let route: Referral.Route
    let reasons: [Reason]
    let words: String
    let told: Set<ReferralRequest.Told>
    let wish: Wish.Answer?
    /// They said no before, and took it back.
    let saidNoFirst: Bool
    let passedTo: Member.ID?
    let daysWaited: Int
    let isOverdue: Bool
}

extension Referrals {
    /// Those still to be accepted or declined in all my practices, longest waiting first.
    func waiting(at now: Date = .now) async throws -> [Waiting] {
        let theirs = inMyPractices(at: now)
        try await store.look(at: NameList.Waiting.self, of: member.id, at: now)
        return try await store.read { view in
            let reasons = try view.reasons(
                "SELECT referral.id FROM \(Referral.tables) WHERE \(theirs) AND \(Referral.stillWaiting)"
            )
            return try view.rows(
                """
                SELECT \(Referral.columns), referral.words, told_role, told_contact, told_choice,
                    given_name, family_name, organisation.name AS practice_name, member.name AS referrer_name, route, referring.name AS referring_name, wish.answer,
                    (SELECT passed_to FROM passing WHERE passing.referral = referral.id
                        ORDER BY passed_at DESC LIMIT 1) AS passed_to,
                    (SELECT COUNT(*) FROM second_thought WHERE second_thought.referral = referral.id) AS thoughts
                FROM \(Referral.tables)
                JOIN particulars ON particulars.person = referral.person AND particulars.replaced_by IS NULL
                JOIN organisation ON organisation.id = referral.practice
                LEFT JOIN member ON member.id = referral.referrer
                LEFT JOIN organisation AS referring ON referring.id = referral.referring
                LEFT JOIN wish ON wish.referral = referral.id AND wish.replaced_by IS NULL
                WHERE \(theirs) AND \(Referral.stillWaiting)
                ORDER BY referral.made_at, referral.id
                """
            )
            .map { try Waiting($0, reasons: reasons, at: now) }
        }
    }
}

extension Referrals {
    /// How many wait, and since when the first of them does.
    func queue(at now: Date = .now) async throws -> (count: Int, longest: Referral?) {
        let theirs = inMyPractices(at: now)
        return try await store.read { view in
            let waiting: [Referral] = try view.all(
                """
                SELECT \(Referral.columns)
                FROM \(Referral.tables)
                WHERE \(theirs) AND \(Referral.stillWaiting)
                ORDER BY referral.made_at, referral.id
                """
            )
            return (waiting.count, waiting.first)
        }
    }
}

extension Waiting {
    fileprivate init(_ row: Row, reasons: [Referral.ID: [Reason]], at now: Date) throws {
        let referral = try Referral(row)
        id = referral.id
        name = try Particulars.listed(row("given_name"), row("family_name"))
        practice = try row("practice_name")
        route = try row("route")
        referrer = try row("referrer_name")
        referring = try route == .vcse ? row("referring_name") : nil
        self.reasons = reasons[referral.id] ?? []
        words = try row("words")
        told = try Set(row)
        wish = try row("answer")
        let thoughts: Int = try row("thoughts")
        saidNoFirst = thoughts > 0
        passedTo = try row("passed_to")
        daysWaited = referral.daysWaited(at: now)
        isOverdue = referral.isOverdue(at: now)
    }
}

extension Set<ReferralRequest.Told> {
    init(_ row: Row) throws {
        let columns: [(ReferralRequest.Told, String)] = [
            (.role, "told_role"), (.contact, "told_contact"), (.choice, "told_choice"),
        ]
        self = try Set(columns.compactMap { told, column in try row(column) ? told : nil })
    }
}

extension Reader {
    /// Why each of these referrals was made, in the order of the list of reasons.
    func reasons(_ referrals: SQL) throws -> [Referral.ID: [Reason]] {
        let found: [(Referral.ID, Reason)] = try rows(
            "SELECT referral, reason FROM referral_reason WHERE referral IN (\(referrals))"
        ).map { try ($0("referral"), $0("reason")) }
        return Dictionary(grouping: found, by: \.0).mapValues { pairs in
            let given = Set(pairs.map(\.1))
            return Reason.allCases.filter(given.contains)
        }
    }
}
