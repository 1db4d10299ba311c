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
        if indices.contains(where: isNHSNumber) { return true }
        return uppercased().contains(/\b[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}\b/)
    }

    /// Ten digits from here, with none on either side: eleven are a telephone
    /// number, and so are ten after a country's.
    private func isNHSNumber(at start: Index) -> Bool {
        let before = self[..<start]
        guard before.last?.isWholeNumber != true, !before.hasSuffix("+44 "), !before.hasSuffix("+44-") else {
            return false
        }
        let found = self[start...].prefixMatch(of: /([0-9](?:[ \-]?[0-9]){9})(?![0-9])/)
        return found.flatMap { NHSNumber($0.output.1.filter(\.isNumber)) } != nil
    }

    /// On one line, so that nothing typed can look like a part that was not agreed.
    var onOneLine: String {
        asWritten.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
