import Kernel

/// Reading a catalogue from what was written, and everything that is wrong with it at once.
struct CatalogueReading {
    private(set) var faults: [Written.Fault] = []

    mutating func add(_ line: Int, _ reason: String) {
        faults.append(Written.Fault(line: line, reason: reason))
    }

    /// One thing with its fields, of which only these may be there.
    mutating func entry(_ written: Written, _ what: String, _ allowed: Set<String>) -> Entry? {
        guard case .fields(let fields) = written.content else {
            add(written.line, "\(what) needs fields, such as id: and title:")
            return nil
        }
        for field in fields where !allowed.contains(field.name) {
            add(field.line, "\(what) has no field called \(field.name)")
        }
        return Entry(line: written.line, what: what, fields: fields)
    }

    struct Entry {
        let line: Int
        let what: String
        let fields: [Written.Field]

        func field(_ name: String) -> Written? {
            fields.first { $0.name == name }?.value
        }
    }

    mutating func words(_ name: String, of entry: Entry) -> String {
        guard let written = entry.field(name) else {
            add(entry.line, "\(entry.what) needs \(name)")
            return ""
        }
        guard case .words(let words) = written.content, !words.trimmingSpaces().isEmpty else {
            add(written.line, "\(entry.what) needs words for \(name)")
            return ""
        }
        return words.trimmingSpaces()
    }

    /// The words of a field that is read as something else, or why it cannot be.
    mutating func read<Subject>(
        _ name: String,
        of entry: Entry,
        such example: String,
        _ parse: (String) -> Subject?
    ) -> Subject? {
        let words = words(name, of: entry)
        guard !words.isEmpty else { return nil }
        if let subject = parse(words) { return subject }
        add(entry.field(name)?.line ?? entry.line, "\(entry.what) needs \(name) such as \(example)")
        return nil
    }

    mutating func flag(_ name: String, of entry: Entry) -> Bool {
        guard entry.field(name) != nil else { return false }
        return read(name, of: entry, such: "true or false") { ["true": true, "false": false][$0] } ?? false
    }

    mutating func list(_ name: String, of entry: Entry, isNeeded: Bool = true) -> [Written] {
        guard let written = entry.field(name) else {
            if isNeeded { add(entry.line, "\(entry.what) needs \(name)") }
            return []
        }
        guard case .list(let list) = written.content else {
            add(written.line, "\(entry.what) needs a list for \(name)")
            return []
        }
        return list
    }

    /// Names of other things, each of which has to be there.
    mutating func names(_ name: String, of entry: Entry, among known: Set<String>) -> [String] {
        list(name, of: entry, isNeeded: false).compactMap { written in
            guard case .words(let words) = written.content else { return nil }
            if !known.contains(words) {
                add(written.line, "\(entry.what) names \(words), which is not there")
            }
            return words
        }
    }

    /// No two of the same name.
    mutating func once(_ ids: [(id: String, line: Int)]) {
        var seen: Set<String> = []
        for (id, line) in ids where !id.isEmpty && !seen.insert(id).inserted {
            add(line, "\(id) is there twice")
        }
    }
}
