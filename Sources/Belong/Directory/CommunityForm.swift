import Foundation
import Kernel

/// The search as it stands in the address of its page, field by field.
struct CommunityForm: Sendable {
    private let fields: [(name: String, value: String)]

    /// Reads what stands after the question mark, as browsers write a form there.
    init(query: String?) {
        fields = (query ?? "").split(separator: "&").prefix(60).map { part in
            let sides = part.split(separator: "=", maxSplits: 1).map(Self.plain)
            return (name: sides.first ?? "", value: sides.count == 2 ? sides[1] : "")
        }
    }

    private static func plain(_ text: Substring) -> String {
        let spaced = String(text).replacing("+", with: " ")
        return spaced.removingPercentEncoding ?? spaced
    }

    func first(_ name: String) -> String? {
        fields.first { $0.name == name && !$0.value.trimmingSpaces().isEmpty }?.value
    }

    private func all(_ name: String) -> [String] {
        fields.filter { $0.name == name }.map(\.value)
    }

    /// What was typed on the line, as it was typed.
    var line: String {
        String((first("q") ?? "").prefix(TypedWord.longest))
    }

    /// The line and the fields together.
    func wanted(on today: Day) -> Wanted {
        var chosen = Wanted()
        chosen.needs = all("need").compactMap { Need(rawValue: $0) }
        chosen.near = first("near").map { String($0.trimmingSpaces().prefix(60)) }
        chosen.miles =
            first("miles").flatMap { Int($0) }.flatMap { Wanted.distances.contains($0) ? $0 : nil } ?? 5
        chosen.days = all("day").compactMap { Int($0) }.compactMap { Weekday(rawValue: $0) }
        chosen.time = first("time").flatMap { Wanted.Time($0) }
        chosen.isFree = first("free") != nil
        chosen.isStepFree = first("step_free") != nil
        chosen.language = first("language").flatMap { typed in
            Vocabulary.languages.first { $0.folded == typed.folded } ?? typed.capitalisedWord
        }
        chosen.age = first("age").flatMap { Int($0) }.flatMap { (0...120).contains($0) ? $0 : nil }
        return Wanted(reading: line, today: today).narrowed(by: chosen)
    }

    var page: Int {
        min(max(first("page").flatMap { Int($0) } ?? 1, 1), 50)
    }
}

extension String {
    fileprivate var capitalisedWord: String? {
        let plain = folded.prefix(30)
        return plain.isEmpty ? nil : plain.prefix(1).uppercased() + plain.dropFirst()
    }
}
