import Foundation
import Kernel
import Store

extension Reader {
    /// Reviews with what was agreed in them, the latest first.
    func reviewed(_ which: SQL) throws -> [Review] {
        try rows(
            """
            SELECT review.id, review.placement, review.begins_at, review_commitment.words, whose, due_on,
                review_commitment.made_at, made_by, owner.name AS owner_name, maker.name AS maker_name, was_there, effect,
                (SELECT review_move.begins_at FROM review_move WHERE review_move.review = review.id
                    ORDER BY moved_at DESC, review_move.id DESC LIMIT 1) AS moved_to
            FROM review
            LEFT JOIN review_commitment ON review_commitment.review = review.id
            LEFT JOIN member AS owner ON owner.id = whose
            LEFT JOIN member AS maker ON maker.id = made_by
            LEFT JOIN review_presence ON review_presence.review = review.id
            LEFT JOIN commitment_effect ON commitment_effect.review = review.id
            WHERE \(which)
            ORDER BY review.begins_at DESC, review.id
            """
        ).map { row in
            let movedTo: Date? = try row("moved_to")
            let words: String? = try row("words")
            return try Review(
                id: row("id"),
                placement: row("placement"),
                beginsAt: movedTo ?? row("begins_at"),
                commitment: words.map { words in
                    try Commitment(
                        words: words,
                        whose: .init(id: row("whose"), name: row("owner_name")),
                        dueOn: row("due_on"),
                        madeAt: row("made_at"),
                        madeBy: .init(id: row("made_by"), name: row("maker_name")),
                        effect: row("effect")
                    )
                },
                wasThere: row("was_there")
            )
        }
    }

    /// How this member may look at where the placement stands: as its link worker, or as a colleague of
    /// whatever kinds they are. Not at all if they only supervise, and nothing is shared with them.
    func onlooker(_ member: Member, of placed: Owing.Placed) throws -> Onlooker? {
        if placed.side == .linkWorker { return .linkWorker }
        var audiences: Set<Confidant> = []
        if member.organisations(as: .practiceManager).contains(placed.practice) {
            audiences.insert(.practice)
        }
        if let network = placed.network, member.organisations(as: .networkLead).contains(network) {
            audiences.insert(.network)
        }
        if member.isA(.supervisor), placed.supervisor?.id == member.id {
            let isShared = try has(
                """
                SELECT id FROM check_in_sharing
                WHERE placement = \(placed.id) AND audience = 'supervisor' AND ended_at IS NULL
                """
            )
            if isShared { audiences.insert(.supervisor) }
        }
        return audiences.isEmpty ? nil : .colleague(audiences)
    }
}

extension Owing.Part {
    /// The next review, and the one thing that was agreed at each until the link worker says that it is done.
    static let reviews = Owing.Part(
        heading: "Reviews, and what was agreed",
        path: { "/placements/\($0.id)/reviews" },
        lines: { view, placed, now in
            let reviews = try view.reviewed("review.placement = \(placed.id)")
            let next = reviews.last(where: \.isOpen)
            let around = try view.around(placed, at: now)
            let coming = Owing.Line(
                what: "Twenty minutes together each quarter",
                whose: "the practice, \(placed.linkWorker.name) and whoever supervises",
                due: around.prompts.isEmpty ? "each quarter" : "sooner: \(around.prompts[0].words)",
                state: next?.state(at: now) ?? "none planned yet"
            )
            let agreed = reviews.compactMap(\.commitment).enumerated().filter { index, commitment in
                index == 0 || commitment.effect == nil
            }
            return [coming]
                + agreed.map { _, commitment in
                    Owing.Line(
                        what: commitment.words,
                        whose: commitment.whose.name,
                        due: "by \(commitment.dueOn.full)",
                        state: commitment.state(of: placed.linkWorker.name, at: now),
                        isDone: commitment.effect != nil
                    )
                }
        }
    )
}
