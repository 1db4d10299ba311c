import Foundation
import Kernel
import Store

/// Somebody new at a practice and one of its link workers, who are to meet within thirty days. They have met when
/// either says so, unless the other says that they have not.
struct Acquaintance: Sendable {
    let placement: Placement.ID
    let membership: Key<Member.Membership>
    let linkWorker: Worry.Named
    let newcomer: Worry.Named
    let role: Role
    let practice: Organisation.ID
    let practiceName: String
    let joinedAt: Date
    let words: [Word]

    struct Word: Sendable {
        let happened: Bool
        let by: Member.ID
        let at: Date
    }

    /// Within so many days.
    static let promise = 30
    /// Those who came with the practice itself are not new: they were there before Belong was.
    static let founding: TimeInterval = 30 * 86_400

    static let roles: [Role] = [.clinician, .receptionist, .practiceManager]
}

extension Acquaintance {
    /// Since when they have met: the first word after the last that says that they have not.
    var metAt: Date? {
        let lastNot = words.lastIndex { !$0.happened } ?? -1
        return words.dropFirst(lastNot + 1).first?.at
    }

    var dueOn: Day { Day(joinedAt).advanced(by: Self.promise) }

    /// The other of the two.
    func other(than member: Member.ID) -> Worry.Named { member == newcomer.id ? linkWorker : newcomer }

    func isOneOfThem(_ member: Member.ID) -> Bool { member == newcomer.id || member == linkWorker.id }

    func state(at now: Date) -> String {
        if let metAt { return "have met, \(Day(metAt).short)" }
        if let last = words.last {
            return "have not met yet, says \(last.by == newcomer.id ? newcomer.name : linkWorker.name)"
        }
        return Day(now) <= dueOn ? "to meet by \(dueOn.short)" : "were to meet by \(dueOn.short)"
    }
}

extension Acquaintance {
    /// What tells somebody new from somebody who was there, and a link worker from one who came later still.
    /// `placement` and `membership` must be in the query.
    static let columns: SQL = """
        placement.began_on, membership.began_at AS joined_at,
        (SELECT MIN(founding.began_at) FROM membership AS founding
            WHERE founding.organisation = membership.organisation) AS founded_at,
        (SELECT COUNT(*) FROM membership AS before
            WHERE before.organisation = membership.organisation AND before.member = membership.member
                AND before.began_at < membership.began_at) AS earlier
        """

    /// Whether this row is of somebody new, who came when the link worker was there already.
    static func isNew(_ row: Row) throws -> Bool {
        let (joined, founded): (Date, Date) = try (row("joined_at"), row("founded_at"))
        let (began, earlier): (Day, Int) = try (row("began_on"), row("earlier"))
        return earlier == 0 && began <= Day(joined) && joined.timeIntervalSince(founded) >= founding
    }
}

extension Reader {
    /// Those who joined since then, with each link worker of their practice, latest first.
    func acquaintances(_ which: SQL, since: Date, at now: Date) throws -> [Acquaintance] {
        let rows = try rows(
            """
            SELECT placement.id AS placement, membership.id AS membership, membership.role, membership.member,
                newcomer.name AS newcomer_name, placement.link_worker, linker.name AS link_worker_name,
                organisation.id AS practice, organisation.name AS practice_name, \(Acquaintance.columns)
            FROM membership
            JOIN member AS newcomer ON newcomer.id = membership.member
            JOIN organisation ON organisation.id = membership.organisation
            JOIN placement ON placement.practice = membership.organisation
                AND placement.link_worker <> membership.member
            JOIN member AS linker ON linker.id = placement.link_worker
            WHERE \(which) AND membership.role IN (\(each: Acquaintance.roles.map(\.rawValue)))
                AND membership.began_at > \(since) AND membership.began_at <= \(now)
                AND \(Member.Membership.current) AND \(Placement.current(on: Day(now)))
            ORDER BY membership.began_at DESC, newcomer.name, linker.name
            """
        )
        let words = try acquaintanceWords(rows.map { try $0("membership") })
        return try rows.filter(Acquaintance.isNew).map { row in
            let (placement, membership): (Placement.ID, Key<Member.Membership>) = try (
                row("placement"), row("membership")
            )
            return try Acquaintance(
                placement: placement,
                membership: membership,
                linkWorker: .init(id: row("link_worker"), name: row("link_worker_name")),
                newcomer: .init(id: row("member"), name: row("newcomer_name")),
                role: row("role"),
                practice: row("practice"),
                practiceName: row("practice_name"),
                joinedAt: row("joined_at"),
                words: words.filter { $0.0 == placement && $0.1 == membership }.map(\.2)
            )
        }
    }

    private func acquaintanceWords(
        _ memberships: [Key<Member.Membership>]
    ) throws -> [(Placement.ID, Key<Member.Membership>, Acquaintance.Word)] {
        try rows(
            """
            SELECT placement, membership, happened, said_by, said_at FROM acquaintance_word
            WHERE membership IN (\(each: Set(memberships)))
            ORDER BY said_at, id
            """
        ).map { row in
            try (
                row("placement"), row("membership"),
                .init(happened: row("happened"), by: row("said_by"), at: row("said_at"))
            )
        }
    }
}
