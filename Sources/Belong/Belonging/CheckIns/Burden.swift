import Foundation
import Kernel
import Store

/// How much time the questions cost, by who was asked: shown on the same page as what was found.
struct Burden: Equatable, Sendable {
    let seconds: [Respondent: Int]

    /// So many days are counted.
    static let days = 90

    /// *Link workers 3 minutes, staff less than a minute*
    var words: String {
        let asked = Respondent.allCases.filter { (seconds[$0] ?? 0) > 0 }
        guard !asked.isEmpty else { return "No time yet." }
        return asked.map { "\($0.name) \(Self.minutes(seconds[$0] ?? 0))" }.joined(separator: ", ") + "."
    }

    private static func minutes(_ seconds: Int) -> String {
        seconds < 60 ? "less than a minute" : ((seconds + 30) / 60).counted("minute")
    }
}

extension Respondent {
    var name: String {
        switch self {
        case .linkWorker: "Link worker"
        case .staff: "practice staff"
        case .vcse: "groups"
        case .person: "people"
        }
    }
}

extension Reader {
    func burden(of placement: Placement.ID, at now: Date) throws -> Burden {
        let since = now.addingTimeInterval(-Double(Burden.days) * 86_400)
        let rows = try rows(
            """
            SELECT respondent, SUM(seconds) AS seconds
            FROM check_in
            WHERE placement = \(placement) AND sat_at > \(since) AND sat_at <= \(now)
            GROUP BY respondent
            """
        )
        return try Burden(
            seconds: rows.reduce(into: [:]) { all, row in all[try row("respondent")] = try row("seconds") }
        )
    }
}
