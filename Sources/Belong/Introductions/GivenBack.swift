import Foundation
import Kernel
import Store

/// What a group gets back for welcoming people: how many, how many came, and the
/// thanks, over a year; for its own page and its own bids (peers, row 60).
/// Nothing under five is counted out.
struct GivenBack: Sendable {
    let groups: [Group]

    struct Group: Sendable {
        let name: String
        let welcomed: Int
        let came: Int
        let thanks: [String]
    }

    /// A count that can be read of nobody in particular.
    static let fewest = 5

    static func words(_ count: Int) -> String {
        switch count {
        case 0: "none yet"
        case ..<fewest: "fewer than five"
        default: "\(count)"
        }
    }
}

extension Welcomes {
    /// The last year of one's own groups. It names nobody.
    func givenBack(at now: Date = .now) async throws -> GivenBack {
        let places = member.organisations(as: .coordinator)
        let since = now.addingTimeInterval(-365 * 86_400)
        return try await store.read { view in
            let rows = try view.rows(
                """
                SELECT activity.name, introduction.made_at, thanks.words, introduction_answer.answer,
                    (SELECT COUNT(*) FROM attendance
                        WHERE attendance.introduction = introduction.id AND attendance.replaced_by IS NULL
                            AND attendance.answer IN ('coming', 'once')) AS told
                FROM introduction
                JOIN activity ON activity.id = introduction.activity
                LEFT JOIN introduction_answer ON introduction_answer.introduction = introduction.id
                    AND introduction_answer.replaced_by IS NULL
                LEFT JOIN thanks ON thanks.introduction = introduction.id
                WHERE introduction.made_at > \(since)
                    AND EXISTS (
                        SELECT 1 FROM welcoming
                        WHERE welcoming.provider = activity.provider AND \(Welcomings.current)
                            AND welcoming.organisation IN (\(each: places)))
                    AND NOT EXISTS (
                        SELECT 1 FROM introduction_withdrawal
                        WHERE introduction_withdrawal.introduction = introduction.id)
                ORDER BY activity.name, thanks.thanked_at, introduction.id
                """
            )
            return try GivenBack(rows)
        }
    }

    /// The groups one welcomes for, to say that they still run, and more.
    func groups() async throws -> [Activity] {
        let places = member.organisations(as: .coordinator)
        return try await store.read { view in
            try view.activities(
                view.values(
                    """
                    SELECT activity.id
                    FROM activity
                    WHERE gone_at IS NULL AND EXISTS (
                        SELECT 1 FROM welcoming
                        WHERE welcoming.provider = activity.provider AND \(Welcomings.current)
                            AND welcoming.organisation IN (\(each: places)))
                    ORDER BY activity.name, activity.id
                    """
                )
            )
        }
    }
}

extension GivenBack {
    fileprivate init(_ rows: [Row]) throws {
        var groups: [Group] = []
        for row in rows {
            let (name, words, answer, told): (String, String?, GroupAnswer.Kind?, Int) = try (
                row("name"), row("words"), row("answer"), row("told")
            )
            if groups.last?.name != name {
                groups.append(Group(name: name, welcomed: 0, came: 0, thanks: []))
            }
            let last = groups.removeLast()
            groups.append(
                Group(
                    name: name,
                    welcomed: last.welcomed + (answer?.isYes == true ? 1 : 0),
                    came: last.came + (told > 0 ? 1 : 0),
                    thanks: last.thanks + [words].compactMap(\.self)
                )
            )
        }
        self.init(groups: groups)
    }
}
