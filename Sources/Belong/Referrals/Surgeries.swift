import Foundation
import Kernel
import Store
import Web

/// The practices that a link worker is placed with, for whoever may ask at any of
/// them. Where there are many they are looked for by name or postcode.
struct Surgeries: Sendable {
    /// All there are, where they are few; otherwise what was found.
    let list: [Organisation]
    /// The one that was chosen, if there is such a one.
    let chosen: Organisation?
    /// What was looked for.
    let sought: String
    let areMany: Bool
    /// Not all that was found is in the list.
    let hasMore: Bool

    /// As many as can be read in a list without looking for long.
    static let few = 20

    /// Whether the one that is meant must be found before anything else is asked.
    var mustBeFound: Bool { areMany && chosen == nil }

    /// What there is to choose from on the form itself.
    var choices: [Organisation] {
        areMany ? [chosen].compactMap(\.self) : list
    }

    /// The same to pick from: where there are several, none is picked before somebody does.
    var offered: [Choice] {
        let all = choices.map { Choice($0.id.description, $0.name) }
        return all.count > 1 ? [Choice("", "Choose the surgery")] + all : all
    }
}

extension Reader {
    func surgeries(chosen: String? = nil, sought: String? = nil, at now: Date) throws -> Surgeries {
        let all = try surgeries("TRUE", at: now)
        let areMany = all.count > Surgeries.few
        let id = chosen.flatMap { Organisation.ID($0) }
        let one = try id.flatMap { try surgeries("organisation.id = \($0)", at: now).first }
        let words = (sought ?? "").onOneLine
        guard areMany else {
            return Surgeries(list: all, chosen: one, sought: words, areMany: false, hasMore: false)
        }
        let found = words.isEmpty ? [] : try surgeries(named: words, at: now)
        return Surgeries(
            list: Array(found.prefix(Surgeries.few)),
            chosen: one,
            sought: words,
            areMany: true,
            hasMore: found.count > Surgeries.few
        )
    }

    private func surgeries(named words: String, at now: Date) throws -> [Organisation] {
        let plain = words.lowercased().filter { !"%_\\".contains($0) }
        let close = plain.filter { !$0.isWhitespace }
        return try surgeries(
            """
            (LOWER(organisation.name) LIKE \("%\(plain)%")
                OR REPLACE(LOWER(organisation.postcode), ' ', '') LIKE \("\(close)%"))
            """,
            at: now
        )
    }

    /// One more than are shown, to know whether there are more.
    private func surgeries(_ which: SQL, at now: Date) throws -> [Organisation] {
        try all(
            """
            SELECT organisation.id, organisation.kind, organisation.name
            FROM organisation
            WHERE \(which) AND EXISTS (
                SELECT 1 FROM placement
                WHERE placement.practice = organisation.id AND \(Placement.current(on: Day(now))))
            ORDER BY organisation.name, organisation.id
            LIMIT \(Surgeries.few + 1)
            """
        )
    }

    func hasLinkWorkers(_ practice: Organisation.ID, at now: Date) throws -> Bool {
        try has(
            """
            SELECT placement.id
            FROM placement
            WHERE placement.practice = \(practice) AND \(Placement.current(on: Day(now)))
            """
        )
    }
}
