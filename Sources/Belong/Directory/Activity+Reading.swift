import Foundation
import Kernel
import Store

extension Reader {
    /// One activity with all that is known of it, also if it is not offered any more.
    func activity(_ id: Activity.ID) throws -> Activity? {
        try activities([id]).first
    }

    /// These activities, in this order. One question for each kind of thing, so
    /// that a page of results costs no more than one activity does.
    func activities(_ ids: [Activity.ID]) throws -> [Activity] {
        guard !ids.isEmpty else { return [] }
        let venues: [Activity.ID: [Venue]] = try parts(
            "SELECT * FROM venue WHERE activity IN (\(each: ids)) ORDER BY activity, position"
        )
        let gatherings: [Activity.ID: [Gathering]] = try parts(
            "SELECT * FROM gathering WHERE activity IN (\(each: ids)) ORDER BY activity, position"
        )
        let languages: [Activity.ID: [Word]] = try parts(
            "SELECT activity, language AS word FROM activity_language WHERE activity IN (\(each: ids)) ORDER BY 2"
        )
        let needs: [Activity.ID: [Word]] = try parts(
            "SELECT activity, need AS word FROM activity_need WHERE activity IN (\(each: ids)) ORDER BY 2"
        )
        let checks: [Activity.ID: [Check]] = try parts(Self.checks(of: ids))
        let reports: [Activity.ID: [Check]] = try parts(Self.reports(of: ids))
        let confirmations: [Activity.ID: [Confirmation]] = try parts(Confirmation.current(of: ids))
        let capacities: [Activity.ID: [Capacity]] = try parts(Self.capacities(of: ids))
        let outlooks: [Activity.ID: [Outlook]] = try parts(Outlook.current(of: ids))
        let found: [Activity] = try all(Self.listed(ids))
        let whole = found.map { activity in
            var activity = activity
            activity.venues = venues[activity.id] ?? []
            activity.gatherings = gatherings[activity.id] ?? []
            activity.languages = (languages[activity.id] ?? []).map(\.word)
            activity.needs = (needs[activity.id] ?? []).compactMap { Need(rawValue: $0.word) }
            activity.check = checks[activity.id]?.first
            activity.report = reports[activity.id]?.first
            activity.confirmations = confirmations[activity.id] ?? []
            activity.capacity = capacities[activity.id]?.first
            activity.outlook = outlooks[activity.id]?.first
            return activity
        }
        let byID = Dictionary(whole.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return ids.compactMap { byID[$0] }
    }

    private func parts<Part: Stored>(_ statement: SQL) throws -> [Activity.ID: [Part]] {
        var parts: [Activity.ID: [Part]] = [:]
        for row in try rows(statement) {
            try parts[row("activity"), default: []].append(Part(row))
        }
        return parts
    }

    private static func listed(_ ids: [Activity.ID]) -> SQL {
        """
        SELECT activity.*, provider.name AS provider_name, provider.description AS provider_description,
            provider.web AS provider_web, provider.email AS provider_email, provider.phone AS provider_phone
        FROM activity
        JOIN provider ON provider.id = activity.provider
        WHERE activity.id IN (\(each: ids))
        """
    }

    private static func checks(of ids: [Activity.ID]) -> SQL {
        """
        SELECT activity_check.*, member.name
        FROM activity_check
        JOIN member ON member.id = checked_by
        WHERE activity IN (\(each: ids)) AND replaced_by IS NULL
        """
    }

    /// What was reported since somebody last made sure, the latest first.
    private static func reports(of ids: [Activity.ID]) -> SQL {
        """
        SELECT activity_report.*, reported_at AS checked_at, member.name
        FROM activity_report
        JOIN member ON member.id = reported_by
        WHERE activity_report.activity IN (\(each: ids)) AND NOT EXISTS (
            SELECT 1 FROM activity_check
            WHERE activity_check.activity = activity_report.activity AND replaced_by IS NULL
                AND checked_at > reported_at)
        ORDER BY reported_at DESC, activity_report.id DESC
        """
    }

    private static func capacities(of ids: [Activity.ID]) -> SQL {
        """
        SELECT capacity.*, member.name
        FROM capacity
        LEFT JOIN member ON member.id = heard_by
        WHERE activity IN (\(each: ids)) AND replaced_by IS NULL
        """
    }
}

private struct Word: Stored {
    let word: String

    init(_ row: Row) throws {
        word = try row("word")
    }
}
