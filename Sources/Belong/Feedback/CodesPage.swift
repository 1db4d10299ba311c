import Kernel
import Web

/// The coded entry of somebody's record, drafted for a link worker to check.
struct CodesPage: Page {
    let id: Case.ID
    let listed: String
    let drafted: [CodedEntry]
    let checked: [CodedEntry]
    /// Why nothing may go, if so.
    let refusal: String?
    var typed: CodesForm?
    var problems = Problems()

    var title: String { "Codes for the record of \(listed)" }
    var place: String? { "/people" }
    var worry: String? { "/cases/\(id)/worry" }

    var main: HTML {
        """
        <p class="small muted"><a href="/cases/\(id)">\(listed)</a></p>
        <h1>\(title)</h1>\(problems.summary)
        \(refusal.map { "<p class=\"notice\">\($0)</p>" as HTML } ?? checking)
        """
    }

    private var checking: HTML {
        """
        <p class="lead">Drafted from what is written down. Nothing is entered anywhere until you have looked.</p>
        <section class="card">\(HTML.form("/cases/\(id)/codes", fields))</section>\(checked.isEmpty ? nil : done)
        """
    }

    private var fields: HTML {
        let ticked =
            typed.map { $0.codes ?? [] } ?? (checked.isEmpty ? drafted : checked).map(\.code.rawValue)
        return """
            \(Field("codes", "What is so", problems).any(of: RecordCode.allCases.map(choice), chosen: ticked))
            \(Field("other", "Another code, by its number", hint: "From SNOMED CT. A slip in the number is noticed.", problems)
                .line(typed?.other))
            <button class="btn">I have checked these</button>
            """
    }

    private func choice(_ code: RecordCode) -> Choice {
        let day = (checked + drafted).first { $0.code == code }?.on
        return Choice(code.rawValue, day.map { "\(code.line), \($0.short)" } ?? code.line)
    }

    private var done: HTML {
        """
        <section class="card"><h2>Checked</h2><form><div class="field"><label for="f-copy">To copy into the record</label>
        <textarea id="f-copy" rows="4" readonly>\n\(checked.map(\.line).joined(separator: "\n"))</textarea></div></form>
        <p><a href="/cases/\(id)/codes/file">The same as a file, for the practice’s system</a></p>
        <p class="small">News from now on carries these codes.</p></section>
        """
    }

    static let sample = CodesPage(
        id: Case.ID(),
        listed: "Alan B.",
        drafted: [CodedEntry(code: .referral, on: Day(number: 20_510))],
        checked: [CodedEntry(code: .referral, on: Day(number: 20_510))],
        refusal: nil
    )
}

/// What was ticked, and a code that was typed.
struct CodesForm: Decodable, Sendable {
    var codes: [String]?
    var other: String?

    func read() throws(Problems) -> CodesChecked {
        var problems = Problems()
        var checked = Set((codes ?? []).compactMap(RecordCode.init))
        let typed = (other ?? "").asWritten
        if !typed.isEmpty {
            let concept = problems.unless(
                ConceptID(typed),
                "other",
                "That is no SNOMED CT code: its last digit does not fit the others. Look at it again"
            )
            if let concept {
                let code = problems.unless(
                    RecordCode(rawValue: concept.digits),
                    "other",
                    "Belong knows no such code for social prescribing. Enter it in the practice’s own system"
                )
                if let code { checked.insert(code) }
            }
        }
        guard problems.list.isEmpty else { throw problems }
        return CodesChecked(codes: checked)
    }
}
