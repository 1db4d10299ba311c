import Kernel

extension HTML {
    /// A form that changes something. It carries the session's token and the key
    /// of its submission, so that sent twice it does its work once.
    package static func form(
        _ action: String,
        _ content: HTML,
        classes: String = "",
        draft: String? = nil
    ) -> HTML {
        let keeping: HTML? = draft.map { " data-draft=\"\($0)\"" }
        return """
            <form method="post" action="\(action)" class="\(classes)"\(keeping)>\(HTML.guarded)\(content)</form>
            """
    }

    /// A form of one button.
    package static func button(_ words: String, _ action: String, classes: String = "btn sm") -> HTML {
        form(action, "<button class=\"\(classes)\">\(words)</button>", classes: "inline")
    }
}

/// One question of a form: its words, what was typed, what must be put right.
package struct Field: Sendable {
    let name: String
    let label: String
    let hint: String?
    let problem: String?
    private let form: String
    private let sent: String

    /// - Parameters:
    ///   - form: tells it from a field of the same name in another form of the page.
    ///   - sent: under which name a line or a list is sent, if it is one of many: `goals[1][words]`.
    package init(
        _ name: String,
        _ label: String,
        hint: String? = nil,
        of form: String = "f",
        as sent: String? = nil,
        _ problems: Problems = Problems()
    ) {
        self.name = name
        self.form = form
        self.sent = sent ?? name
        self.label = label
        self.hint = hint
        problem = problems.list.first { $0.field == name }?.sentence
    }

    private var id: String { "\(form)-\(name)" }

    private var described: HTML? {
        let ids = [hint.map { _ in "\(id)-hint" }, problem.map { _ in "\(id)-problem" }].compactMap(\.self)
        return ids.isEmpty ? nil : " aria-describedby=\"\(ids.joined(separator: " "))\""
    }

    private var invalid: HTML? {
        problem == nil ? nil : " aria-invalid=\"true\""
    }

    private var notes: HTML {
        """
        \(hint.map { "<p class=\"hint\" id=\"\(id)-hint\">\($0)</p>" as HTML })\
        \(problem.map { "<p class=\"problem\" id=\"\(id)-problem\">\($0)</p>" as HTML })
        """
    }

    private func labelled(_ control: HTML) -> HTML {
        """
        <div class="field\(problem == nil ? "" : " wrong")"><label for="\(id)">\(label)</label>\(notes)\(control)</div>
        """
    }
}

/// What the browser should help with when a line is typed.
package enum Typing: String, Sendable {
    case text
    case email
    case tel
    case date
    case time
    case number
    case password
    case search
}

extension Field {
    /// One line.
    package func line(_ typed: String?, _ typing: Typing = .text, autocomplete: String = "off") -> HTML {
        labelled(
            """
            <input id="\(id)" name="\(sent)" type="\(typing.rawValue)" value="\(typed ?? "")" \
            autocomplete="\(autocomplete)"\(described)\(invalid)>
            """
        )
    }

    /// As many lines as it takes.
    package func paper(_ typed: String?, rows: Int = 3) -> HTML {
        labelled(
            """
            <textarea id="\(id)" name="\(name)" rows="\(rows)"\(described)\(invalid)>\n\(typed ?? "")</textarea>
            """
        )
    }

    /// One of a list that folds away.
    package func list(_ choices: [Choice], chosen: String?) -> HTML {
        labelled(
            """
            <select id="\(id)" name="\(sent)"\(described)\(invalid)>\(each: choices, { $0.option(isChosen: $0.value == chosen) })</select>
            """
        )
    }

    /// One of a few, all in sight.
    package func one(of choices: [Choice], chosen: String?) -> HTML {
        grouped(choices, kind: "radio", name: sent) { $0 == chosen }
    }

    /// Any of a few, all in sight. Sent as `name[]`.
    package func any(of choices: [Choice], chosen: [String]) -> HTML {
        grouped(choices, kind: "checkbox", name: "\(name)[]") { chosen.contains($0) }
    }

    private func grouped(
        _ choices: [Choice],
        kind: String,
        name: String,
        _ isChosen: (String) -> Bool
    ) -> HTML {
        """
        <fieldset class="field\(problem == nil ? "" : " wrong")" id="\(id)"\(described)><legend>\(label)</legend>\(notes)\
        <div class="opts">\(each: choices, { choice in
            choice.mark(kind: kind, name: name, id: "\(id)-\(choice.value)", isChosen: isChosen(choice.value))
        })</div></fieldset>
        """
    }
}

/// One answer somebody may pick.
package struct Choice: Sendable {
    package let value: String
    package let words: String

    package init(_ value: String, _ words: String) {
        self.value = value
        self.words = words
    }

    fileprivate func option(isChosen: Bool) -> HTML {
        "<option value=\"\(value)\"\(isChosen ? " selected" as HTML : nil)>\(words)</option>"
    }

    fileprivate func mark(kind: String, name: String, id: String, isChosen: Bool) -> HTML {
        """
        <span class="opt"><input type="\(kind)" id="\(id)" name="\(name)" value="\(value)"\
        \(isChosen ? " checked" as HTML : nil)><label for="\(id)">\(words)</label></span>
        """
    }
}

extension Problems {
    /// All of it, at the head of the form, each leading to its field.
    package var summary: HTML? {
        if isOvertaken { return Self.meanwhile }
        guard !list.isEmpty else { return nil }
        return """
            <div class="problems" role="alert" tabindex="-1"><h2>\(list.count.counted("thing")) to put right</h2>
            <ul>\(each: list, { "<li><a href=\"#f-\($0.field)\">\($0.sentence)</a></li>" })</ul></div>
            """
    }

    private static let meanwhile: HTML = """
        <div class="problems" role="alert" tabindex="-1"><h2>Somebody changed this in the same moment</h2>
        <p>Theirs was kept, and nothing of yours yet. What you wrote is still here: see how it stands now, and send it \
        again if it is still needed.</p></div>
        """
}
