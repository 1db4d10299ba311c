import Foundation
import Kernel
import Web

/// One change: what will be different, who was heard, and what changed because of it.
struct ChangePage: FormPage {
    let look: ChangeNotices.Look
    let now: Date
    var said = ChangeWordsForm()
    var heard = HeardForm()
    var settling = ChangeSettlingForm()
    var answer = ChangeAnswerForm()
    var problems = Problems()

    var notice: ChangeNotice { look.notice }
    var title: String { "A change: \(notice.kind.name.lowercasedFirst)" }
    let place: String? = "/changes"
    var path: String { "/changes/\(notice.id)" }

    var main: HTML {
        """
        <div class="reading"><p class="crumbs"><a href="/changes">Changes</a></p><h1>\(title)</h1>
        <p class="lead">\(notice.placeName): \(notice.state(on: Day(now))). Written by \(notice.written.by.name), \
        \(Day(notice.written.at).nearness(to: Day(now))).</p>
        \(problems.summary)
        <section class="card"><p class="keep">\(notice.words)</p>\
        \(notice.small.map { "<p class=\"small muted\">Nobody was to be asked: \($0)</p>" as HTML })</section>
        \(notice.withdrawal.map { told("Taken back", $0) })
        \(notice.dispute.map { told("A link worker says that it matters", $0) })
        \(notice.settling.map { told($0.isMaterial ? "It matters: people are asked" : "It goes on as it was", $0.said) })
        \(notice.answer.map { told("What changed because of what you said", $0.said) })
        \(voices)
        \(each: acts, { $0 })</div>
        """
    }

    private func told(_ heading: String, _ said: ChangeNotice.Said) -> HTML {
        """
        <section class="card"><h2>\(heading)</h2><p class="keep">\(said.words)</p>
        <p class="small muted">\(said.by), \(Day(said.at).nearness(to: Day(now)))</p></section>
        """
    }

    private var voices: HTML? {
        guard notice.isMaterial || !notice.voices.isEmpty else { return nil }
        return """
            <section class="card"><h2>Who was heard</h2><p>\(notice.heardWords) In time is until \(notice.hearing.full).</p>
            <ul class="plain">\(each: notice.voices, voice)</ul>\
            \(look.asked.isEmpty ? nil : "<p class=\"small muted\">Asked: \(look.asked.joined(separator: ", ")). A patient’s voice is written down for them.</p>" as HTML)</section>
            """
    }

    private func voice(_ voice: ChangeNotice.Voice) -> HTML {
        let by = voice.isOwn ? voice.said.by : "written down by \(voice.said.by)"
        let isLate = !ChangeNotice.isInTime(voice.said.at, for: notice.begins)
        return """
            <li class="row"><div class="grow"><p class="keep">\(voice.said.words)</p><div class="small muted">\(voice.role) · \
            \(by), \(Day(voice.said.at).nearness(to: Day(now)))\(isLate ? ", after the week before it begins" : "")</div></div></li>
            """
    }
}

extension ChangePage {
    static var sample: ChangePage {
        let at = Date.sampled - 3 * 86_400
        let today = Day(Date.sampled)
        let nadia = Worry.Named(id: Member.ID(), name: "Nadia Aziz")
        let said = ChangeNotice.Said(
            words: "Half an hour is not enough with an interpreter.",
            by: "Sam Reed",
            at: at
        )
        let voice = ChangeNotice.Voice(
            kind: .linkWorker,
            role: "Link worker",
            isOwn: true,
            said: said,
            by: Member.ID()
        )
        let notice = ChangeNotice(
            id: ChangeNotice.ID(),
            network: Organisation.ID(),
            practice: nil,
            placeName: "Riverside Network",
            kind: .slots,
            words: "First conversations are forty-five minutes instead of an hour, so that people wait less.",
            startsOn: today.advanced(by: 11),
            small: nil,
            written: (nadia, at),
            voices: [voice]
        )
        return ChangePage(
            look: .init(
                notice: notice,
                voice: .linkWorker,
                mayRecord: true,
                isLinkWorker: true,
                isLead: true,
                isOwner: true,
                me: nadia.id
            ),
            now: Date.sampled
        )
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
