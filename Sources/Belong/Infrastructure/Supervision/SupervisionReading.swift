import Foundation
import Kernel
import Store

/// A link worker's supervision as far as anybody but the two may know it: with whom,
/// how often, when.
struct SupervisionStanding: Sendable {
    let agreements: [SupervisionAgreement]
    /// The latest first.
    let sessions: [Supervision]
    let gp: Worry.Named?

    func agreement(_ hat: Supervision.Hat) -> SupervisionAgreement? { agreements.first { $0.hat == hat } }

    func lastHeld(_ hat: Supervision.Hat) -> Date? {
        sessions.first { $0.hat == hat && $0.useful != nil }?.beginsAt
    }

    func next(_ hat: Supervision.Hat, at now: Date) -> Date? {
        sessions.last { $0.hat == hat && !$0.isOver && $0.beginsAt > now }?.beginsAt
    }

    /// How often in a row it fell out since it was last held.
    func fellOut(_ hat: Supervision.Hat) -> Int {
        sessions.filter { $0.hat == hat }.prefix { $0.useful == nil }.count { $0.cancelling != nil }
    }

    func state(_ hat: Supervision.Hat, at now: Date) -> String {
        guard let agreed = agreement(hat) else { return "nothing agreed yet" }
        let state = agreed.state(lastHeld: lastHeld(hat), next: next(hat, at: now), at: now)
        return fellOut(hat) > 1 ? "\(state); fell out \(fellOut(hat)) times, the network lead knows" : state
    }
}

extension Reader {
    func supervision(of linkWorker: Member.ID, in placement: Placement.ID?) throws -> SupervisionStanding {
        let agreements = try rows(
            """
            SELECT hat, supervisor, member.name, every_days, agreed_at
            FROM supervision_agreement
            JOIN member ON member.id = supervisor
            WHERE link_worker = \(linkWorker) AND replaced_by IS NULL
            """
        ).map { row in
            try SupervisionAgreement(
                hat: row("hat"),
                supervisor: .init(id: row("supervisor"), name: row("name")),
                rhythm: .init(rawValue: row("every_days")) ?? .monthly,
                agreedAt: row("agreed_at")
            )
        }
        let gp = try rows(
            """
            SELECT member.id, member.name
            FROM gp_contact
            JOIN member ON member.id = gp_contact.member
            WHERE gp_contact.placement = \(placement) AND replaced_by IS NULL
            """
        ).first.map { try Worry.Named(id: $0("id"), name: $0("name")) }
        return try SupervisionStanding(
            agreements: agreements,
            sessions: supervisions("supervision.link_worker = \(linkWorker)"),
            gp: gp
        )
    }

    /// Those that were planned, the latest first.
    func supervisions(_ which: SQL) throws -> [Supervision] {
        let slots: [(Supervision.ID, Supervision.Slot)] = try rows(
            """
            SELECT supervision_slot.id, supervision_slot.supervision, supervision_slot.begins_at
            FROM supervision_slot
            JOIN supervision ON supervision.id = supervision_slot.supervision
            WHERE \(which)
            ORDER BY supervision_slot.begins_at
            """
        ).map { try ($0("supervision"), .init(id: $0("id"), beginsAt: $0("begins_at"))) }
        return try rows(
            """
            SELECT supervision.id, supervision.link_worker, supervision.hat, supervision.supervisor,
                supervising.name AS supervisor_name, supervision.begins_at, kind, cancelled_at, cancelled_by,
                canceller.name AS canceller_name, useful, told_at, later.id AS later
            FROM supervision
            JOIN member AS supervising ON supervising.id = supervision.supervisor
            LEFT JOIN supervision_cancelling ON supervision_cancelling.supervision = supervision.id
            LEFT JOIN member AS canceller ON canceller.id = cancelled_by
            LEFT JOIN supervision_answer ON supervision_answer.supervision = supervision.id
            LEFT JOIN supervision_notice ON supervision_notice.supervision = supervision.id
            LEFT JOIN supervision AS later ON later.instead_of = supervision.id
            WHERE \(which)
            ORDER BY supervision.begins_at DESC, supervision.id DESC
            """
        ).map { row in
            let (id, kind): (Supervision.ID, String?) = try (row("id"), row("kind"))
            let later: Supervision.ID? = try row("later")
            return try Supervision(
                id: id,
                linkWorker: row("link_worker"),
                hat: row("hat"),
                supervisor: .init(id: row("supervisor"), name: row("supervisor_name")),
                beginsAt: row("begins_at"),
                cancelling: kind.map { kind in
                    try .init(
                        didNotHappen: kind == "did_not_happen",
                        at: row("cancelled_at"),
                        by: .init(id: row("cancelled_by"), name: row("canceller_name")),
                        slots: slots.filter { $0.0 == id }.map(\.1),
                        isRebooked: later != nil
                    )
                },
                useful: row("useful"),
                noticedAt: row("told_at")
            )
        }
    }
}

extension Owing.Part {
    /// That it was agreed, planned and held. Whether it was of use is between the two.
    static let supervision = Owing.Part(
        heading: "Supervision",
        path: { "/placements/\($0.id)/supervision" },
        lines: { view, placed, now in
            let standing = try view.supervision(of: placed.linkWorker.id, in: placed.id)
            let hats = Supervision.Hat.allCases.map { hat in
                let agreed = standing.agreement(hat)
                return Owing.Line(
                    what: hat.what,
                    whose: agreed?.supervisor.name ?? "nobody named yet",
                    due: agreed?.rhythm.name ?? "no rhythm agreed",
                    state: standing.state(hat, at: now),
                    isDone: agreed?.isKept(lastHeld: standing.lastHeld(hat), at: now) ?? false
                )
            }
            let gp = Owing.Line(
                what: "A GP to turn to",
                whose: standing.gp?.name ?? "nobody named yet",
                due: "from the first day",
                state: standing.gp == nil ? "not named" : "named",
                isDone: standing.gp != nil
            )
            return hats + [gp]
        }
    )
}
