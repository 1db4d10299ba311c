/// What a mail server answers: three digits, and words on one or more lines.
struct MailReply: Sendable, Equatable {
    let code: Int
    let lines: [String]

    /// It will be so later, or never.
    var isLater: Bool { (400...499).contains(code) }

    /// Whether it is about what may be done and not about this address (RFC 3463).
    var isAboutRules: Bool {
        code == 530 || code == 535 || lines.contains { $0.hasPrefix("5.7.") }
    }

    /// What it can do, from its answer to EHLO: the word, and what comes after it.
    func offers(_ word: String) -> [Substring]? {
        lines.dropFirst()
            .map { $0.uppercased().split { $0 == " " || $0 == "=" } }
            .first { $0.first == word[...] }?
            .dropFirst()
            .map { $0 }
    }

    /// One line of a reply, with whether more follow.
    struct Line {
        let code: Int
        let words: String
        let isLast: Bool

        init?(_ text: String) {
            guard text.utf8.prefix(3).allSatisfy({ (48...57).contains($0) }), text.utf8.count >= 3,
                let code = Int(text.prefix(3)), (200...599).contains(code)
            else { return nil }
            let rest = text.dropFirst(3)
            guard rest.isEmpty || rest.first == " " || rest.first == "-" else { return nil }
            self.code = code
            words = String(rest.dropFirst())
            isLast = rest.first != "-"
        }
    }
}
