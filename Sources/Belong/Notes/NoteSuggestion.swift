import Kernel
import Web

/// Words in a note that often go with a reason, offered to whoever tags it. Nothing is
/// tagged by them: somebody presses, or does not.
struct NoteSuggestion: Equatable, Sendable {
    let passage: String
    let reason: Reason

    /// The beginnings of words, folded, that go with a reason.
    private static let beginnings: [(Reason, [String])] = [
        (.isolation, ["lonel", "alone", "isolat", "nobody", "company"]),
        (.housing, ["damp", "mould", "landlord", "evict", "tenan", "housing", "homeless"]),
        (.money, ["debt", "arrear", "benefit", "bill", "pension", "money", "foodbank"]),
        (.bereavement, ["died", "widow", "funeral", "griev", "bereav"]),
        (.caring, ["carer", "caring", "respite"]),
        (.work, ["job", "redundan", "unemploy", "jobcentre"]),
        (.mood, ["anxi", "depress", "panic", "worri", "tearful"]),
        (.condition, ["pain", "diabet", "copd", "arthrit", "breathless"]),
    ]

    /// One for each reason at most, at the first word that goes with it.
    static func found(in words: String) -> [NoteSuggestion] {
        let each = words.split { !$0.isLetter && $0 != "-" }.map(String.init)
        return beginnings.compactMap { reason, beginnings in
            each.first { word in beginnings.contains { word.folded.hasPrefix($0) } }
                .map { NoteSuggestion(passage: $0, reason: reason) }
        }
    }

    /// What is not tagged yet, each with its own button.
    static func list(in words: String, besides tags: [NoteTag], to path: String) -> HTML? {
        let there = Set(tags.filter { $0.kind == .reason }.map(\.tag))
        let open = found(in: words).filter { !there.contains($0.reason.rawValue) }
        guard !open.isEmpty else { return nil }
        return """
            <p class="small">Words like these often go with a reason. You decide; nothing is tagged by itself.</p>
            <ul class="plain">\(each: open, { $0.item(path) })</ul>
            """
    }

    private func item(_ path: String) -> HTML {
        let fields: HTML = """
            <input type="hidden" name="passage" value="\(passage)"><input type="hidden" name="reason" \
            value="\(reason.rawValue)"><button class="btn quiet sm">Tag it: \(reason.name)</button>
            """
        return """
            <li class="row"><span class="grow">“\(passage)”</span>\(HTML.form("\(path)/tags", fields, classes: "inline"))</li>
            """
    }
}
