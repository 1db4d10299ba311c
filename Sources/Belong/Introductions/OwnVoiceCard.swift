import Foundation
import Kernel
import Web

/// What the person tapped, for which group, and whom they let hear it.
struct OwnVoiceForm: Decodable, Sendable {
    let introduction: String
    var answer: String?
    var words: String?
    var mayHear: [String]?

    var said: AttendanceForm {
        AttendanceForm(answer: answer, words: words, mayHear: mayHear)
    }

    func read() throws -> (introduction: Introduction.ID, attendance: Attendance) {
        guard let introduction = Introduction.ID(introduction) else { throw Missing() }
        return try (introduction, said.read(.person))
    }
}

/// How it went, on the person's own page: what they say and what the group says
/// stand side by side, each in its own words.
struct OwnVoiceCard: Sendable {
    let asked: [OwnVoices.Asked]
    let address: String
    var typed: OwnVoiceForm?
    var problems = Problems()

    /// Whether something is asked that they have not answered.
    var isWaiting: Bool { asked.contains { $0.own == nil } }

    var html: HTML? { asked.isEmpty ? nil : card }

    private var card: HTML {
        """
        <section class="card"><h2>How did it go?</h2>\(problems.summary)
        <p>One tap is enough, and you need not say anything. You can change it at any time. Your link worker reads it; \
        nobody else does unless you say so.</p>\(each: asked, voices)</section>
        """
    }

    private func voices(_ asked: OwnVoices.Asked) -> HTML {
        """
        <h3>\(asked.activity)</h3>
        \(asked.own == nil && asked.group == nil ? nil : said(asked))
        \(HTML.form("\(address)/attendance", fields(asked)))
        """
    }

    private func said(_ asked: OwnVoices.Asked) -> HTML {
        """
        <div class="voices">\(asked.own.map { voice("You said", $0.kind.ownName, $0) })\
        \(asked.group.map { voice("They said", $0.kind.name, $0) })</div>
        """
    }

    private func voice(_ who: String, _ what: String, _ said: Attendance) -> HTML {
        """
        <div><p class="small muted">\(who), \(Day(said.saidAt).short)</p><p><b>\(what)</b></p>\
        \(said.words.isEmpty ? nil : "<p class=\"quote\">\(said.words)</p>" as HTML)</div>
        """
    }

    private func fields(_ asked: OwnVoices.Asked) -> HTML {
        let form = "went-\(asked.introduction)"
        let typed = typed.flatMap { $0.introduction == "\(asked.introduction)" ? $0 : nil }
        let problems = typed == nil ? Problems() : problems
        let kept = asked.leaves.filter(\.value).map(\.key.rawValue)
        return """
            <input type="hidden" name="introduction" value="\(asked.introduction)">
            \(Field("words", "Anything to add? You can leave this empty.", of: form, problems)
                .paper(typed?.words ?? asked.own?.words, rows: 2))
            \(Field("mayHear", "Who else may hear what you say?", of: form)
                .any(of: asked.hearers.map { Choice($0.rawValue, $0.name) }, chosen: typed?.mayHear ?? kept))
            \(each: Attendance.Kind.allCases, { kind in
                "<p><button class=\"btn big\" name=\"answer\" value=\"\(kind.rawValue)\">\(kind.ownName)</button></p>"
            })
            """
    }
}

extension OwnVoiceCard {
    static let sample = OwnVoiceCard(
        asked: [
            OwnVoices.Asked(
                introduction: Introduction.ID(),
                activity: "Tuesday lunch",
                own: Attendance(kind: .once, toldBy: .person, words: "It was loud.", saidAt: .now),
                group: Attendance(kind: .coming, toldBy: .group, words: "Lays the tables.", saidAt: .now),
                leaves: [.group: true],
                hearers: Leave.Hearer.allCases
            )
        ],
        address: "/l/sample"
    )
}
