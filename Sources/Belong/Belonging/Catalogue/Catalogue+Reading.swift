extension Catalogue {
    /// A catalogue that cannot be taken: everything that is wrong with it, in the order of its lines.
    struct Wrong: Error, Equatable, Sendable {
        let faults: [Written.Fault]
    }

    init(reading text: String) throws(Wrong) {
        let written: Written
        do throws(Written.Fault) { written = try Written(text) } catch { throw Wrong(faults: [error]) }
        var reading = CatalogueReading()
        let catalogue = Self.read(written, &reading)
        guard let catalogue, reading.faults.isEmpty else {
            throw Wrong(faults: reading.faults.sorted { $0.line < $1.line })
        }
        self = catalogue
    }

    private static let fields: Set<String> = [
        "version", "themes", "codes", "aspects", "items", "configurations",
    ]

    private static func read(_ written: Written, _ reading: inout CatalogueReading) -> Catalogue? {
        guard let entry = reading.entry(written, "the catalogue", fields) else { return nil }
        let version = reading.read("version", of: entry, such: "2") { Int($0).flatMap { $0 > 0 ? $0 : nil } }
        let themes = reading.list("themes", of: entry).compactMap { theme($0, &reading) }
        let items = reading.list("items", of: entry).compactMap { CheckInItem.read($0, &reading) }
        let known = CatalogueNames(
            themes: Set(themes.map(\.id)),
            codes: ids("codes", of: entry),
            aspects: ids("aspects", of: entry),
            items: Set(items.map(\.id))
        )
        let configurations = reading.list("configurations", of: entry)
            .compactMap { Configuration.read($0, known, &reading) }
        let signals = Set(configurations.map(\.id) + configurations.flatMap { $0.signals.map(\.id) })
        for list in ["themes", "codes", "aspects", "items", "configurations"] {
            reading.once(reading.list(list, of: entry, isNeeded: false).map { ($0.id, $0.line) })
        }
        return Catalogue(
            version: version ?? 1,
            themes: themes,
            codes: reading.list("codes", of: entry).compactMap { named($0, "a code", signals, &reading) },
            aspects: reading.list("aspects", of: entry).compactMap {
                named($0, "an aspect", signals, &reading)
            },
            items: items,
            configurations: configurations
        )
    }

    private static func theme(_ written: Written, _ reading: inout CatalogueReading) -> Theme? {
        guard let entry = reading.entry(written, written.called("a theme"), ["id", "title", "words"]) else {
            return nil
        }
        return Theme(
            id: reading.words("id", of: entry),
            title: reading.words("title", of: entry),
            words: reading.words("words", of: entry)
        )
    }

    private static func named(
        _ written: Written,
        _ what: String,
        _ signals: Set<String>,
        _ reading: inout CatalogueReading
    ) -> Named? {
        guard let entry = reading.entry(written, written.called(what), ["id", "title", "signals"]) else {
            return nil
        }
        return Named(
            id: reading.words("id", of: entry),
            title: reading.words("title", of: entry),
            spokenForBy: reading.names("signals", of: entry, among: signals)
        )
    }

    private static func ids(_ name: String, of entry: CatalogueReading.Entry) -> Set<String> {
        guard case .list(let list) = entry.field(name)?.content else { return [] }
        return Set(list.map(\.id))
    }
}

/// What may be named in a configuration.
struct CatalogueNames {
    let themes: Set<String>
    let codes: Set<String>
    let aspects: Set<String>
    let items: Set<String>
}

extension Written {
    /// What it is called, where it says so.
    var id: String {
        guard case .fields(let fields) = content, let field = fields.first(where: { $0.name == "id" }),
            case .words(let words) = field.value.content
        else { return "" }
        return words
    }

    func called(_ what: String) -> String {
        id.isEmpty ? what : id
    }
}

extension CheckInItem {
    fileprivate static func read(_ written: Written, _ reading: inout CatalogueReading) -> CheckInItem? {
        let fields: Set<String> = ["id", "words", "scale", "reversed"]
        guard let entry = reading.entry(written, written.called("an item"), fields) else { return nil }
        let id = reading.read("id", of: entry, such: "LW6, ST1, V1 or PT1") {
            respondent(of: $0) == nil ? nil : $0
        }
        let scales = Scale.allCases.map(\.rawValue).joined(separator: " or ")
        let scale = reading.read("scale", of: entry, such: scales) { Scale(rawValue: $0) }
        return CheckInItem(
            id: id ?? "",
            words: reading.words("words", of: entry),
            scale: scale ?? .agree,
            isReversed: reading.flag("reversed", of: entry)
        )
    }
}
