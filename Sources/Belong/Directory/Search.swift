import Foundation
import Kernel
import Store

/// A search of the directory, made ready for either engine: what is wanted, with
/// its words cut back and its place found on the map.
struct Search: Sendable {
    var wanted: Wanted
    var words: [Word]
    var spot: Spot?
    /// Whether one of the words is enough.
    var isRelaxed = false
    let today: Day
    /// Minutes after midnight, for *open now*.
    let minute: Int

    /// No more words than this are searched for.
    static let mostWords = 12
    /// How many stand on a page.
    static let page = 20

    /// One word of the search: as it was typed, cut back, and what may stand for it.
    struct Word: Equatable, Sendable {
        let typed: String
        var stems: [String]
    }

    init(_ wanted: Wanted, at now: Date) {
        self.wanted = wanted
        today = Day(now)
        minute = Int(now.timeIntervalSince(London.instant(today, hour: 0)) / 60)
        var seen: Set<String> = []
        words = wanted.words.folded.split(separator: " ")
            .filter { !Stem.silent.contains(String($0)) }
            .map { Word(typed: String($0), stems: [Stem.of(String($0.prefix(40)))]) }
            .filter { seen.insert($0.stems[0]).inserted }
            .prefix(Self.mostWords).map(\.self)
    }

    /// The days that are looked for: *open now* means today.
    var days: [Weekday] {
        wanted.time == .now ? [today.weekday] : wanted.days
    }

    var box: MapBox? {
        spot?.box(miles: Double(wanted.miles))
    }
}

extension Search {
    /// What the text index is asked, if anything: the words, and marks for all
    /// that is not in words.
    var text: TextQuery? {
        var groups =
            isRelaxed
            ? [TextQuery.Group(words: words.flatMap(\.stems))] : words.map { .init(words: $0.stems) }
        groups += wanted.needs.map { .init(marks: [Mark.need($0)]) }
        if !days.isEmpty {
            let marks = days.map { Mark.day($0.rawValue) }
            groups.append(.init(marks: wanted.time == .now ? marks : marks + [Mark.someDay]))
        }
        if let language = wanted.language {
            groups.append(.init(words: [Stem.of(language.folded)], marks: [Mark.language(language)]))
        }
        let without = [wanted.isFree ? Mark.pays : nil, wanted.isStepFree ? Mark.steps : nil].compactMap(
            \.self
        )
        if groups.isEmpty, without.isEmpty { return nil }
        return TextQuery(groups.isEmpty ? [.init(marks: [Mark.any])] : groups, without: without)
    }

    /// The numbers and distances of one page of results and one more, best first.
    /// The text index gives the list of hits; everything else is asked of that
    /// list only, and only what passes is ranked.
    func statement(page: Int, in dialect: Dialect) -> SQL {
        """
        WITH hit AS MATERIALIZED (
            SELECT offering.activity, offering.number, offering.sorted, \(relevance(dialect)) AS relevance,
                \(spot?.squaredMiles ?? "0.0") AS distance, \(unsaid) AS unsaid
            FROM \(source(dialect))
            WHERE \(conditions(dialect))
            \(shortcut(page: page))
        )
        SELECT activity, MIN(distance) AS distance
        FROM hit
        GROUP BY activity, number, sorted, relevance, unsaid
        ORDER BY unsaid, relevance / (1.0 + MIN(distance) / 4.0) DESC, sorted, number
        LIMIT \(Self.page + 1) OFFSET \((page - 1) * Self.page)
        """
    }

    /// Where nothing but words is wanted, the best hits are picked at once. There
    /// a venue is as good as another, and the first stands for all.
    private func shortcut(page: Int) -> SQL {
        guard spot == nil else { return "" }
        return """
            ORDER BY \(isListing ? "" as SQL : "unsaid, relevance DESC, ")offering.sorted, offering.number
            LIMIT \(page * Self.page + 1)
            """
    }

    /// Nothing to rank by: the plain list, for which there is an index.
    private var isListing: Bool {
        text == nil && wanted.days.isEmpty && !wanted.isFree && !wanted.isStepFree
    }

    private func relevance(_ dialect: Dialect) -> SQL {
        guard let text, !words.isEmpty else { return "1.0" }
        return dialect.relevance(of: text, in: SearchText.index)
    }

    /// SQLite takes the order of a CROSS JOIN as given, and the hits must come first.
    private func source(_ dialect: Dialect) -> SQL {
        guard let text else { return "offering" }
        return "\(dialect.hits(of: text, in: SearchText.index)) CROSS JOIN offering"
    }

    private func conditions(_ dialect: Dialect) -> SQL {
        var conditions: SQL = "offering.offered"
        if let text {
            conditions = """
                \(dialect.isHit(by: text, in: SearchText.index))
                AND offering.number = \(dialect.number(in: SearchText.index)) AND \(conditions)
                """
        }
        if let box {
            let isInside =
                text == nil
                ? dialect.isWithin(box, "offering", key: "spot", index: "offering_map")
                : dialect.isBetween(box, "offering")
            conditions = "\(conditions) AND \(isInside) AND \(withinReach)"
        } else {
            conditions = "\(conditions) AND offering.position = 0"
        }
        if let age = wanted.age {
            conditions = """
                \(conditions) AND COALESCE(offering.minimum_age, 0) <= \(age)
                AND COALESCE(offering.maximum_age, 200) >= \(age)
                """
        }
        return isOpenThen.map { "\(conditions) AND \($0)" } ?? conditions
    }

    /// A box has corners; the distance is meant all round.
    private var withinReach: SQL {
        guard let spot else { return "TRUE" }
        return "\(spot.squaredMiles) <= \(Double(wanted.miles * wanted.miles))"
    }

    /// How much of what was asked nobody has said of it. Those are offered last,
    /// with the advice to ask first.
    private var unsaid: SQL {
        let free: SQL = wanted.isFree ? "CASE WHEN offering.is_free IS NULL THEN 1 ELSE 0 END" : "0"
        let step: SQL = wanted.isStepFree ? "CASE WHEN offering.step_free IS NULL THEN 1 ELSE 0 END" : "0"
        let day: SQL = days.isEmpty ? "0" : "CASE WHEN offering.has_days THEN 0 ELSE 1 END"
        return "\(free) + \(step) + \(day)"
    }

    /// A meeting once a month may not be this week's, so *open now* counts weekly ones only.
    private var isOpenThen: SQL? {
        guard let time = wanted.time else { return nil }
        let (from, until) = span(of: time)
        let weekdays: SQL = days.isEmpty ? "" : "AND weekday IN (\(each: days.map(\.rawValue)))"
        let weekly: SQL = time == .now ? "AND every = 'week'" : ""
        return """
            EXISTS (
                SELECT 1 FROM gathering
                WHERE gathering.activity = offering.activity \(weekdays) \(weekly)
                    AND opens < \(until) AND COALESCE(closes, opens + 60) > \(from))
            """
    }

    private func span(of time: Wanted.Time) -> (from: Int, until: Int) {
        switch time {
        case .now: (minute, minute + 1)
        case .morning: (0, 720)
        case .afternoon: (720, 1020)
        case .evening: (1020, 1440)
        case .at(let minute): (minute, minute + 1)
        }
    }
}
