import Foundation
import Kernel
import Store

/// What was looked for and is not there, noted in one click from a search: the
/// words, what it is for and about where; never for whom (peers, row 50).
struct Gap: Equatable, Sendable {
    let words: String?
    let need: Need?
    let area: String?

    /// What a search that found little leaves behind. Words with a figure in them
    /// may be a number of somebody, a whole postcode a home, and a line with an
    /// address in it somebody's: none of them is kept.
    init(_ wanted: Wanted, typed line: String = "") {
        let plain = (line + wanted.words).contains("@") ? "" : Self.withoutFigures(wanted.words)
        words = plain.isEmpty ? nil : String(plain.prefix(80))
        need = wanted.needs.first ?? Need.met(by: [plain]).first
        area = wanted.near.flatMap(Self.area)
    }

    private static func withoutFigures(_ words: String) -> String {
        words.split(separator: " ").filter { !$0.contains(where: \.isNumber) }.joined(separator: " ")
    }

    private static func area(_ near: String) -> String? {
        if let (_, outward) = PostcodeImport.split(near) { return outward }
        if Vocabulary.isOutward(near.lowercased()) { return near.uppercased() }
        return near.contains(where: \.isNumber) ? nil : String(near.prefix(60))
    }

    var isNothing: Bool { words == nil && need == nil }
}

/// What is missing where, as a network lead may read it: nothing under five is
/// counted out, and a word is shown if five notes have it.
struct MissingLine: Equatable, Sendable {
    let need: String
    let area: String
    let count: Int
    let words: [String]

    static let fewest = 5

    var times: String { count < Self.fewest ? "fewer than five" : "\(count)" }
}

/// The gaps of a neighbourhood. Whoever sends people to groups notes one; whoever
/// leads a network reads how many there are in theirs.
struct Gaps: Sendable {
    let store: any Store
    let member: Member

    static func mayNote(_ member: Member) -> Bool {
        [.linkWorker, .clinician, .practiceManager, .supervisor, .networkLead].contains(where: member.isA)
    }

    func note(_ gap: Gap, at now: Date = .now) async throws {
        guard Self.mayNote(member), !gap.isNothing else { throw Missing() }
        let (id, me) = (Key<Gap>(at: now), member.id)
        try await store.write { work in
            try work.run(
                """
                INSERT INTO unmet_need (id, words, need, area, noted_by, noted_at)
                VALUES (\(id), \(gap.words), \(gap.need), \(gap.area), \(me), \(now))
                """
            )
            try work.log(.changed, id, by: me, at: now)
        }
    }

    /// The last year in one's own network.
    func missing(at now: Date = .now) async throws -> [MissingLine] {
        let networks = member.organisations(as: .networkLead)
        guard !networks.isEmpty else { throw Missing() }
        return try await store.read { view in
            let rows = try view.rows(
                """
                SELECT need, area, words
                FROM unmet_need
                WHERE noted_at > \(now.addingTimeInterval(-365 * 86_400)) AND EXISTS (
                    SELECT 1 FROM membership
                    JOIN organisation ON organisation.id = membership.organisation
                    WHERE membership.member = noted_by
                        AND (organisation.id IN (\(each: networks)) OR organisation.network IN (\(each: networks))))
                """
            )
            let notes = try rows.map { row in
                let (need, area, words): (Need?, String?, String?) = try (
                    row("need"), row("area"), row("words")
                )
                let place = Place(need: need?.name ?? "Something else", area: area ?? "Anywhere")
                return (place, words ?? "")
            }
            return Dictionary(grouping: notes, by: \.0)
                .map { MissingLine($0.key, $0.value.map(\.1)) }.sorted(by: MissingLine.inOrder)
        }
    }

    fileprivate struct Place: Hashable {
        let need: String
        let area: String
    }
}

extension MissingLine {
    fileprivate init(_ place: Gaps.Place, _ notes: [String]) {
        (need, area, count) = (place.need, place.area, notes.count)
        var said: [String: Int] = [:]
        for note in notes {
            for word in Set(note.folded.split(separator: " ").map(String.init))
            where !Stem.silent.contains(word) {
                said[word, default: 0] += 1
            }
        }
        words = said.filter { $0.value >= Self.fewest }.keys.sorted()
    }

    private var shown: Int { count < Self.fewest ? 0 : count }

    /// The most missed first. Those not counted out stand by name, so that their
    /// order tells nothing.
    fileprivate static func inOrder(_ one: MissingLine, _ other: MissingLine) -> Bool {
        one.shown == other.shown
            ? (one.need, one.area) < (other.need, other.area) : one.shown > other.shown
    }
}
