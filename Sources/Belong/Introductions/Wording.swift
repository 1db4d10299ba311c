import Kernel

/// What a group is told, part by part. The text is made of agreed parts alone, so
/// that what is not ticked has no way out (hazard H08).
struct Wording: Sendable, Equatable {
    let activity: String
    let parts: [(part: Part, words: String)]

    /// One thing that may be told. Never a diagnosis, an NHS number, a full
    /// address or what else they were referred to (governance, section 4.2).
    enum Part: String, CaseIterable, Sendable {
        case name
        case hope
        case reach
        case needs
        case companion
        case safety

        /// As it is agreed to.
        var question: String {
            switch self {
            case .name: "First name"
            case .hope: "What they hope for, in their words"
            case .reach: "The best way to reach them"
            case .needs: "What helps them to take part"
            case .companion: "Who comes along the first time"
            case .safety: "What the group must know to keep everyone safe"
            }
        }

        /// As it is told.
        fileprivate var heading: String {
            switch self {
            case .name: "First name"
            case .hope: "What they hope for"
            case .reach: "Best way to reach them"
            case .needs: "What helps them"
            case .companion: "Comes along the first time"
            case .safety: "To keep everyone safe"
            }
        }
    }

    init(activity: String, _ agreed: [Part: String]) {
        self.activity = activity
        parts = Part.allCases.compactMap { part in agreed[part].map { (part, $0) } }
    }

    /// Word for word what goes, a line for each part.
    var text: String {
        (["Someone would like to join \(activity)."] + parts.map { "\($0.part.heading): \($0.words)" })
            .joined(separator: "\n")
    }

    static func == (one: Wording, other: Wording) -> Bool {
        one.text == other.text
    }
}

extension String {
    /// Whether it says more than a group may hear: an NHS number, or a full
    /// postcode, which leads to the door.
    var tellsTooMuch: Bool {
        let numbers = matches(of: /[0-9](?:[ \-]?[0-9]){9}/).map { String($0.output) }
        if numbers.contains(where: { NHSNumber($0.filter(\.isNumber)) != nil }) { return true }
        return uppercased().contains(/\b[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}\b/)
    }

    /// On one line, so that nothing typed can look like a part that was not agreed.
    var onOneLine: String {
        asWritten.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
