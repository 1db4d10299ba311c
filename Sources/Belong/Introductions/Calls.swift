import Foundation
import Kernel
import Store
import Web

/// The groups a link worker might ring: those their people know of or they once
/// made sure of, unconfirmed for too long, and those of which somebody said that
/// they have stopped. Of the rest of the directory nobody is asked.
struct Calls: Sendable {
    let store: any Store
    let member: Member

    static let most = 40

    func worthMaking(at now: Date = .now) async throws -> [Activity] {
        let (candidates, member) = (candidates(at: now), member)
        return try await store.read { view in
            let sight = try view.sight(of: member)
            return try view.activities(view.values(candidates)).map(sight.seen)
                .filter { $0.isWorthACall(at: now) }
                .sorted { $0.urgency(at: now) < $1.urgency(at: now) }
                .prefix(Self.most).map(\.self)
        }
    }

    private func candidates(at now: Date) -> SQL {
        let mine = Cases(store: store, member: member).mine(at: now)
        return """
            SELECT introduction.activity FROM introduction
            JOIN "case" ON "case".id = introduction."case"
            WHERE \(mine) AND NOT EXISTS (
                SELECT 1 FROM introduction_withdrawal
                WHERE introduction_withdrawal.introduction = introduction.id)
            UNION
            SELECT shortlisting.activity FROM shortlisting
            JOIN "case" ON "case".id = shortlisting."case"
            WHERE \(mine) AND removed_at IS NULL
            UNION
            SELECT activity FROM activity_check WHERE checked_by = \(member.id) AND replaced_by IS NULL
            UNION
            SELECT activity FROM confirmation
            WHERE replaced_by IS NULL AND (told_by = \(member.id) OR answer = 'stopped')
            UNION
            SELECT activity_report.activity FROM activity_report
            WHERE NOT EXISTS (
                SELECT 1 FROM activity_check
                WHERE activity_check.activity = activity_report.activity AND replaced_by IS NULL
                    AND checked_at > reported_at)
            """
    }
}

extension Activity {
    /// Doubted ones first, then whoever was heard of longest ago.
    fileprivate func urgency(at now: Date) -> (Int, Date, String) {
        (report != nil || doubt != nil ? 0 : 1, freshness(at: now).lastAt ?? .distantPast, name)
    }
}

/// Whom it might be worth ringing, each with one tap to say that it still runs.
struct CallsPage: Page {
    let title = "Worth a call"
    let place: String? = "/community"
    let groups: [Group]

    struct Group: Sendable {
        let id: Activity.ID
        let name: String
        let lastChecked: String
        let phone: PhoneNumber?
    }

    init(_ activities: [Activity], today: Day) {
        groups = activities.map { activity in
            Group(
                id: activity.id,
                name: activity.name,
                lastChecked: activity.lastChecked(on: today),
                phone: activity.phone ?? activity.provider.phone
            )
        }
    }

    var main: HTML {
        """
        <p class="small muted"><a href="/community">Find a group</a></p>
        <h1>\(title)</h1>
        <p class="lead">Groups your people know, or you do, that nobody has confirmed for a while.</p>
        \(groups.isEmpty ? Self.none : "<ul class=\"plain card\">\(each: groups, item)</ul>")
        """
    }

    private static let none: HTML = "<p>Nobody to ring: all of them were confirmed not long ago.</p>"

    private func item(_ group: Group) -> HTML {
        """
        <li class="row"><div class="grow"><a href="/community/\(group.id)"><b>\(group.name)</b></a>
        <div class="small">\(group.lastChecked)</div>
        \(group.phone.map { "<a href=\"tel:\($0.digits)\">\($0.description)</a>" as HTML })</div>
        \(HTML.form("/community/\(group.id)/confirmation", running(group), classes: "inline"))</li>
        """
    }

    private func running(_ group: Group) -> HTML {
        """
        <input type="hidden" name="from" value="calls"><button class="btn quiet sm">\
        It still runs<span class="aside">: \(group.name)</span></button>
        """
    }

    static let sample = CallsPage([.sample], today: Activity.sampleDay)
}
