import Kernel
import Web

/// By which one draft is told from another: who it is about, how it begins, and where
/// it came from, as far as that was typed.
extension Draft {
    var gist: String {
        let typed = Carried.typed(in: content)
        let name = ["givenName", "familyName"].compactMap { field in
            typed.first { $0.name == field && !$0.value.isEmpty }?.value
        }
        let parts = [
            name.isEmpty ? nil : name.joined(separator: " ").shortened(to: 40),
            typed.first(where: \.isWords).map { "“\($0.value.shortened(to: 60))”" },
            typed.contains { $0.name == "question" && !$0.value.isEmpty } ? "from a question of yours" : nil,
        ]
        .compactMap(\.self)
        return parts.isEmpty ? "nothing written yet" : parts.joined(separator: ", ")
    }
}

extension Carried.Typed {
    /// Something somebody wrote, and not who it is, a date, or a key.
    fileprivate var isWords: Bool {
        let who = ["givenName", "familyName", "nhsNumber", "born", "postcode", "phone", "email", "address"]
        return !who.contains(name) && value.contains(" ") && value.contains(where: \.isLetter)
    }
}

extension String {
    /// Its beginning, in one line, cut at a word.
    fileprivate func shortened(to longest: Int) -> String {
        let line = split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard line.count > longest else { return line }
        let head = line.prefix(longest)
        return (head.lastIndex(of: " ").map { String(head[..<$0]) } ?? String(head)) + "…"
    }
}
