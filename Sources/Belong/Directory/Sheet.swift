import Kernel
import Store

/// A table in a file that somebody says is this or that. Its columns are found
/// by name, wherever they stand.
struct Sheet {
    private let csv: CSV
    private let columns: [String: Int]

    /// - Throws: `UnreadableSource`, saying which column is missing or what is wrong with the file.
    init(_ bytes: [UInt8], named name: String, needing needed: [String]) throws {
        do {
            csv = try CSV(bytes)
        } catch .encoding(let line) {
            throw UnreadableSource("\(name) is not UTF-8: line \(line) cannot be read. Save it as CSV UTF-8.")
        } catch .empty {
            throw UnreadableSource("\(name) is empty.")
        }
        var iterator = csv.makeIterator()
        let heading = (iterator.next()?.fields ?? []).map { $0.trimmingSpaces() }
        columns = Dictionary(zip(heading, heading.indices), uniquingKeysWith: { first, _ in first })
        let missing = needed.filter { columns[$0] == nil }
        guard missing.isEmpty else {
            let names = missing.map { "“\($0)”" }.joined(separator: ", ")
            throw UnreadableSource("\(name) is not the table we need: its first line has no column \(names).")
        }
    }

    /// What each line gives, by its key. A line that gives nothing, and one whose
    /// key was there before, is listed with its number.
    func rows(
        _ report: inout ImportReport,
        _ read: (_ field: (String) -> String) -> (String, [any Column])?,
        why: () -> String
    ) -> [[any Column]] {
        var rows: [[any Column]] = []
        var seen: [String: Int] = [:]
        for line in csv.dropFirst() {
            let place = "line \(line.number)"
            guard !line.isBroken else {
                report.refuse(place, "a quotation mark is opened and never closed")
                continue
            }
            let field = { (name: String) -> String in
                guard let index = columns[name], index < line.fields.count else { return "" }
                let text = line.fields[index]
                let isTight =
                    text.utf8.first.map { $0 > 0x20 } == true && text.utf8.last.map { $0 > 0x20 } == true
                return isTight ? text : text.trimmingSpaces()
            }
            guard let (key, row) = read(field) else {
                report.refuse(place, why())
                continue
            }
            if let first = seen.updateValue(line.number, forKey: key) {
                report.refuse(place, "\(key) is here already, on line \(first)")
                continue
            }
            rows.append(row)
        }
        return rows
    }
}
