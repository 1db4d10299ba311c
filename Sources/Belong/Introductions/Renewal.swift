import Foundation
import Kernel
import Store
import Web

/// Somebody agreed long ago that a group may know of them, and is asked whether that
/// still holds: what was fine for one year need not be for the next (hazard H15).
struct Renewal: Sendable {
    let introduction: Introduction.ID
    let activity: String
    let agreedOn: Day

    /// After how many years they are asked again.
    static let years = 1

    /// *Asked on 3 March 2025: may Tuesday lunch still know?*
    var question: String { "Asked on \(agreedOn.full): may \(activity) still know of them?" }

    var item: HTML {
        """
        <li class="row"><div class="grow">\(question)</div>
        \(HTML.button("They still agree", "/introductions/\(introduction)/renewal", classes: "btn quiet sm"))
        \(HTML.button("Take it back", "/introductions/\(introduction)/withdrawal", classes: "btn quiet sm"))</li>
        """
    }

    static func card(_ due: [Renewal]) -> HTML? {
        guard !due.isEmpty else { return nil }
        return """
            <section class="card"><h2>Agreed a year ago</h2><p class="hint">Ask when you next talk.</p>
            <ul class="plain">\(each: due, \.item)</ul></section>
            """
    }
}

extension Introductions.Line {
    /// When they last said yes to it.
    var agreedAt: Date { renewedAt ?? introduction.madeAt }

    /// What to ask them again, if it is time.
    func renewal(on today: Day) -> Renewal? {
        let agreedOn = Day(agreedAt)
        guard withdrawnAt == nil, introduction.way != .signposting else { return nil }
        guard agreedOn.age(on: today) >= Renewal.years else { return nil }
        return Renewal(introduction: introduction.id, activity: activity, agreedOn: agreedOn)
    }
}

extension Introductions {
    /// They were asked again, and it still holds. Gives the case it belongs to.
    @discardableResult
    func renew(_ id: Introduction.ID, at now: Date = .now) async throws -> Case.ID {
        let me = member.id
        return try await change(id, at: now) { work, introduction in
            try work.run(
                """
                INSERT INTO introduction_renewal (id, introduction, agreed_at, recorded_by)
                VALUES (\(Key<Renewal>(at: now)), \(id), \(now), \(me))
                """
            )
            return introduction.caseID
        }
    }
}
