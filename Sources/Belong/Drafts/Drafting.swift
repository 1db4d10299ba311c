import Foundation
import Kernel
import Web

/// One form while it is being written: which draft it is, where it is kept, what
/// was typed before, and what else was begun and never sent.
struct Drafting: Sendable {
    let id: Draft.ID
    let form: Draft.Form
    let subject: UUID
    /// The page on which the form stands.
    let page: String
    /// What was typed, if this goes on with a draft. Read it with `context.typed`.
    let content: String?
    let begun: [Draft]

    /// The same form again after it was sent and something must be put right.
    static func again<Subject>(
        _ id: Draft.ID?,
        _ form: Draft.Form,
        about subject: Key<Subject>,
        on page: String
    ) -> Drafting {
        Drafting(
            id: id ?? Draft.ID(),
            form: form,
            subject: subject.uuid,
            page: page,
            content: nil,
            begun: []
        )
    }

    /// Where it is kept as it is typed.
    var address: String {
        "/drafts/\(form.rawValue)/\(subject.hexadecimal)"
    }
}

extension Drafting {
    /// The form, kept as it is typed, with which draft it is.
    func form(_ action: String, _ content: HTML, classes: String = "") -> HTML {
        .form(action, "\(fields)\(content)", classes: classes, draft: address)
    }

    private var fields: HTML {
        """
        <input type="hidden" name="draft" value="\(id)"><input type="hidden" name="draftPage" value="\(page)">
        """
    }

    /// For a browser that does not keep by itself.
    var keepButton: HTML {
        """
        <button class="btn quiet" formaction="\(address)" formnovalidate>Keep for later</button>
        """
    }

    /// What was begun before, to go on with or to throw away.
    var notice: HTML? {
        begun.isEmpty ? nil : "<div class=\"notice\">\(each: begun, offer)\(Self.life)</div>"
    }

    private static let life: HTML =
        "<p class=\"small\">What is not sent is cleared away \(Draft.life) days after it was last written at.</p>"

    private func offer(_ draft: Draft) -> HTML {
        """
        <div class="row"><p class="grow">You began this \(draft.began): \(draft.gist).</p>
        <a class="btn sm" href="\(page)?draft=\(draft.id)">Go on<span class="aside"> with \(draft.gist), begun \
        \(draft.began)</span></a>
        \(HTML.form("/drafts/end", throwing(draft), classes: "inline"))</div>
        """
    }

    private func throwing(_ draft: Draft) -> HTML {
        """
        <input type="hidden" name="draft" value="\(draft.id)"><input type="hidden" name="draftPage" value="\(page)">\
        <button class="btn quiet sm">Throw away</button>
        """
    }
}

extension Draft {
    /// *at 14:02 today*, *at 14:02 on Tuesday 14 April*.
    fileprivate var began: String {
        let (day, today) = (Day(beganAt), Day(.now))
        return "at \(London.time(beganAt)) \(day == today ? "today" : "on \(day.spoken)")"
    }
}
