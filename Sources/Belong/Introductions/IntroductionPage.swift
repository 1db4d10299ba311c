import Kernel
import Web

/// One introduction: word for word what went, what came back, and what may be done.
struct IntroductionPage: Page {
    let id: Introduction.ID
    let caseID: Case.ID
    var worry: String? { "/cases/\(caseID)/worry" }
    let name: String
    let group: String
    let lines: [String]
    let way: String
    let agreed: String
    let standing: String
    let ring: PhoneNumber?
    /// What the group said, and what the person says: side by side, never made one.
    let groupSaid: [String]
    let theySaid: [String]
    let thanks: String?
    let mayThank: Bool
    let isOpen: Bool
    var activity: Activity.ID?
    var typed = Typed()
    var problems = Problems()

    /// What was typed into one of the small forms, and which of them.
    struct Typed: Sendable {
        var answer = GroupAnswerForm()
        var attendance = AttendanceForm(toldBy: "group")
        var thanks = ThanksForm()
        var form = ""

        init() {}

        init(_ form: any Sendable) {
            switch form {
            case let typed as GroupAnswerForm: (answer, self.form) = (typed, "f")
            case let typed as AttendanceForm: (attendance, self.form) = (typed, "went")
            case let typed as ThanksForm: (thanks, self.form) = (typed, "thanks")
            default: break
            }
        }
    }

    var title: String { "\(name) and \(group)" }
    var place: String? { "/introductions" }
}

extension IntroductionPage {
    init(_ opened: Introductions.Opened, _ typed: Typed = Typed(), _ problems: Problems = Problems()) {
        let line = opened.line
        let introduction = line.introduction
        self.init(
            id: introduction.id,
            caseID: introduction.caseID,
            name: line.name,
            group: line.activity,
            lines: introduction.lines,
            way: introduction.way.name,
            agreed: introduction.agreedBy.map { "\(Day(introduction.madeAt).spoken), \($0.said)" }
                ?? Day(introduction.madeAt).spoken,
            standing: opened.isWithdrawn ? "Taken back: its links open nothing" : line.standing.name,
            ring: opened.activity.flatMap { $0.phone ?? $0.provider.phone },
            groupSaid: line.groupSaid,
            theySaid: line.theySaid,
            thanks: opened.thanks,
            mayThank: line.answer?.kind.isYes == true,
            isOpen: !opened.isWithdrawn && introduction.way != .signposting,
            activity: opened.activity?.isOffered == true ? opened.activity?.id : nil,
            typed: typed,
            problems: problems
        )
    }

    var main: HTML {
        """
        <p class="small muted"><a href="/cases/\(caseID)">Back to \(name)</a></p>
        <h1>\(title)</h1>
        <p class="lead">\(standing)\(ring.map { ". <a href=\"tel:\($0.digits)\">\($0.description)</a>" as HTML })</p>
        \(problems.summary)
        <div class="two"><div><section class="card"><h2>What went</h2>
        \(lines.isEmpty ? "<p>Nothing about them went anywhere.</p>" : words)
        <p class="small muted">\(way). Agreed \(agreed).</p></section>
        \(groupSaid.isEmpty && theySaid.isEmpty ? nil : heard)\(activity.map(running))</div>
        <div>\(isOpen ? acts : nil)</div></div>
        """
    }

    private var words: HTML {
        "<blockquote>\(each: lines, { "<p>\($0)</p>" })</blockquote>"
    }

    private var heard: HTML {
        """
        <section class="card"><h2>What came back</h2><div class="voices">
        <div><h3>\(group)</h3>\(groupSaid.isEmpty ? nothing : lines(groupSaid))</div>
        <div><h3>\(name)</h3>\(theySaid.isEmpty ? nothing : lines(theySaid))</div></div></section>
        """
    }

    private var nothing: HTML { "<p class=\"muted\">Nothing yet.</p>" }

    private func lines(_ said: [String]) -> HTML {
        "\(each: said, { "<p>\($0)</p>" })"
    }

    /// One tap, since they have just been in touch.
    private func running(_ activity: Activity.ID) -> HTML {
        let tap: HTML = """
            <input type="hidden" name="from" value="introductions">\
            <button class="btn quiet sm">Yes, \(group) still runs</button>
            """
        return .form("/community/\(activity)/confirmation", tap)
    }

    static let sample = IntroductionPage(
        id: Introduction.ID(),
        caseID: Case.ID(),
        name: "Jean M.",
        group: "Tuesday lunch",
        lines: ["Someone would like to join Tuesday lunch.", "First name: Jean"],
        way: Introduction.Way.message.name,
        agreed: "Tuesday 14 April, they said yes on the phone",
        standing: Introductions.Standing.told.name,
        ring: PhoneNumber("0161 496 0000"),
        groupSaid: ["The group: Yes, they are welcome.", "The group: Coming along. Runs the tea now."],
        theySaid: ["Jean M.: Came once. It was loud.", "The group may read it."],
        thanks: nil,
        mayThank: true,
        isOpen: true
    )
}

extension Introductions.Line {
    /// What the group said, a line each.
    fileprivate var groupSaid: [String] {
        let first = answer.map { "The group: \($0.line). \($0.words)".trimmingSpaces() }
        return [first].compactMap(\.self) + went(.group, "The group")
    }

    /// What the person says, and who else may hear it.
    fileprivate var theySaid: [String] {
        let may = Leave.Hearer.allCases.compactMap { hearer in leaves[hearer].map(hearer.said) }
        let went = went(.person, name)
        return went.isEmpty ? [] : went + may
    }

    private func went(_ teller: Attendance.Teller, _ who: String) -> [String] {
        attendance.filter { $0.toldBy == teller }
            .map { "\(who): \($0.kind.name). \($0.words)".trimmingSpaces() }
    }
}
