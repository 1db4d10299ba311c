import Foundation
import Kernel

extension Configuration {
    private static let fields: Set<String> = [
        "id", "theme", "title", "polarity", "reciprocity", "codes", "aspects", "context", "mechanism",
        "outcome",
        "bolted on", "fitting in", "belonging", "action", "actor", "gaming", "signals",
    ]

    static func read(
        _ written: Written,
        _ known: CatalogueNames,
        _ reading: inout CatalogueReading
    ) -> Configuration? {
        guard let entry = reading.entry(written, written.called("a configuration"), fields) else {
            return nil
        }
        let id = reading.read("id", of: entry, such: "C06") {
            $0.wholeMatch(of: /C[0-9]{2}/) == nil ? nil : $0
        }
        let theme = reading.words("theme", of: entry)
        if !theme.isEmpty, !known.themes.contains(theme) {
            reading.add(entry.line, "\(entry.what) names \(theme), which is not there")
        }
        let polarities = Polarity.allCases.map(\.rawValue).joined(separator: " or ")
        let polarity = reading.read("polarity", of: entry, such: polarities) { Polarity(rawValue: $0) }
        let signals = reading.list("signals", of: entry)
        reading.once(signals.map { ($0.id, $0.line) })
        return Configuration(
            id: id ?? "",
            theme: theme,
            title: reading.words("title", of: entry),
            polarity: polarity ?? .helpful,
            codes: reading.names("codes", of: entry, among: known.codes),
            aspects: reading.names("aspects", of: entry, among: known.aspects),
            context: reading.words("context", of: entry),
            mechanism: reading.words("mechanism", of: entry),
            outcome: reading.words("outcome", of: entry),
            looks: Dictionary(
                uniqueKeysWithValues: Band.allCases.map { ($0, reading.words($0.rawValue, of: entry)) }
            ),
            action: reading.words("action", of: entry),
            actor: reading.words("actor", of: entry),
            gaming: reading.words("gaming", of: entry),
            needsReciprocity: reading.flag("reciprocity", of: entry),
            signals: signals.compactMap { Signal.read($0, of: id ?? "", known.items, &reading) }
        )
    }
}

extension Signal {
    private static let fields: Set<String> = [
        "id", "counts", "unit", "window", "evidence", "reading", "items",
    ]

    fileprivate static func read(
        _ written: Written,
        of configuration: Configuration.ID,
        _ items: Set<String>,
        _ reading: inout CatalogueReading
    ) -> Signal? {
        guard let entry = reading.entry(written, written.called("a signal"), fields) else { return nil }
        let example = "\(configuration.isEmpty ? "C06" : configuration).c1"
        let id = reading.read("id", of: entry, such: example) { id in
            id.wholeMatch(of: /C[0-9]{2}\.[cmo][0-9]/) != nil && id.hasPrefix(configuration) ? id : nil
        }
        let readings = "0.50 to 0.90, ordinal, classes, marker, shown or chart"
        let how = reading.read("reading", of: entry, such: readings) { Reading($0) }
        let asked = reading.names("items", of: entry, among: items)
        if how == .ordinal, asked.isEmpty {
            reading.add(entry.line, "\(entry.what) needs items, as it is ordinal")
        }
        let windows = "90 days, 12 points, now or start 60 days"
        return Signal(
            id: id ?? "",
            part: (id?.dropFirst(4).first).flatMap { Part(rawValue: String($0)) } ?? .context,
            formula: reading.words("counts", of: entry),
            unit: reading.words("unit", of: entry),
            window: reading.read("window", of: entry, such: windows) { Window($0) } ?? .now,
            evidence: reading.read(
                "evidence",
                of: entry,
                such: "8 to 20, or staff 5 to 12, link worker 2 to 6"
            ) {
                needed($0)
            } ?? [:],
            reading: how ?? .shown,
            items: asked
        )
    }

    /// *8 to 20*, or *staff 5 to 12, link worker 2 to 6*.
    private static func needed(_ words: String) -> [Respondent?: Needed]? {
        var all: [Respondent?: Needed] = [:]
        for part in words.split(separator: ",") {
            guard
                let found = String(part).trimmingSpaces().wholeMatch(
                    of: /([a-z ]*?) ?([0-9.]+) to ([0-9.]+)/
                ),
                let least = Double(found.2), let full = Double(found.3), 0 < least, least <= full
            else { return nil }
            let who = String(found.1)
            let respondent = Respondent(rawValue: who.replacing(" ", with: "_"))
            guard who.isEmpty || respondent != nil else { return nil }
            all[respondent] = Needed(least: least, full: full)
        }
        return all.isEmpty ? nil : all
    }
}

extension Signal.Reading {
    fileprivate init?(_ words: String) {
        switch words {
        case "ordinal": self = .ordinal
        case "classes": self = .classes
        case "marker": self = .marker
        case "shown": self = .shown
        case "chart": self = .chart
        default:
            guard let found = words.wholeMatch(of: /([0-9.]+) to ([0-9.]+)/), let low = Double(found.1),
                let high = Double(found.2), low != high
            else { return nil }
            self = .cuts(Cuts(low: low, high: high))
        }
    }
}

extension Signal.Window {
    fileprivate init?(_ words: String) {
        if words == "now" {
            self = .now
        } else if let found = words.wholeMatch(of: /(start )?([0-9]+) (days|points)/),
            let count = Int(found.2),
            count > 0, found.1 == nil || found.3 == "days"
        {
            self = found.1 != nil ? .start(days: count) : found.3 == "days" ? .days(count) : .points(count)
        } else {
            return nil
        }
    }
}
