import Foundation
import Kernel
import Web

/// Who waits for a link worker, longest first, with what was said and told.
struct WaitingPage: Page {
    let title = "Who is waiting"
    let place: String? = "/waiting"
    let asked: [Chat]
    let passedToMe: [Line]
    let waiting: [Line]
    let overdue: Int
    /// How many answers to news nobody has looked at yet.
    var answers = 0
    var saidNo: [No] = []
    /// Whose words should be looked at before anything else.
    var lookAgain: [LookAgain] = []
    /// Whom a colleague would like this link worker to take over.
    var offered: [Offered] = []

    struct Line: Sendable {
        let id: Referral.ID
        let name: String
        let waited: String
        let isOverdue: Bool
        let from: String
        let about: String
        let words: String
        /// What they were told, by whoever sent them.
        let told: String?
        let wish: String?
    }

    struct No: Sendable {
        let warning: String
        let said: String
        let path: String
    }

    struct Offered: Sendable {
        let name: String
        let from: String
    }

    struct Chat: Sendable {
        let id: Question.ID
        let words: String
        let asked: String
    }

    init(_ waiting: [Waiting], _ questions: [Question], seenBy member: Member, at now: Date) {
        asked = questions.map {
            Chat(id: $0.id, words: $0.words, asked: Day($0.askedAt).nearness(to: Day(now)))
        }
        passedToMe = waiting.filter { $0.passedTo == member.id }.map(Line.init)
        self.waiting = waiting.filter { $0.passedTo != member.id }.map(Line.init)
        overdue = waiting.count(where: \.isOverdue)
    }
}

extension WaitingPage {
    var main: HTML {
        """
        <h1>\(title)</h1>
        <p class="lead">\(summary)</p>
        \(LookAgain.card(lookAgain))
        \(offered.isEmpty ? nil : offers)
        \(saidNo.isEmpty ? nil : noes)
        \(answers == 0 ? nil : replies)
        \(asked.isEmpty ? nil : chats)
        \(passedToMe.isEmpty ? nil : list("Passed to you", passedToMe))
        \(waiting.isEmpty ? nil : list("Longest wait first", waiting))
        \(passedToMe.isEmpty && waiting.isEmpty ? nobody : nil)
        """
    }

    private var summary: String {
        let all = (waiting.count + passedToMe.count).counted("person", "people")
        return overdue == 0
            ? "\(all) waiting."
            : "\(all) waiting, \(overdue) for more than \(Referral.promise) working days. Start with these."
    }

    private var replies: HTML {
        """
        <p class="notice leaf">\(answers.counted("answer")) to your news. <a href="/replies">Read what was said back</a></p>
        """
    }

    private var noes: HTML {
        """
        <section class="card"><h2>Said no</h2><ul class="plain">\(each: saidNo, \.item)</ul></section>
        """
    }

    private var offers: HTML {
        """
        <section class="card"><h2>Offered to you by a colleague</h2><ul class="plain">\(each: offered, \.item)</ul></section>
        """
    }

    private var chats: HTML {
        """
        <section class="card"><h2>A little chat?</h2><ul class="plain">\(each: asked, chat)</ul></section>
        """
    }

    private func chat(_ chat: Chat) -> HTML {
        """
        <li class="row"><div class="grow">\(chat.words.quoted)<div class="small muted">asked \(chat.asked)</div></div>
        <a class="btn sm" href="/questions/\(chat.id)">Reply</a></li>
        """
    }

    private func list(_ heading: String, _ lines: [Line]) -> HTML {
        """
        <section class="card"><h2>\(heading)</h2><ul class="plain">\(each: lines, \.item)</ul></section>
        """
    }

    private var nobody: HTML {
        """
        <section class="card"><p>Nobody is waiting. New referrals appear here as they arrive.</p></section>
        """
    }
}

extension WaitingPage.Offered {
    init(_ offered: HandOver, at now: Date) {
        name = offered.name
        from = "\(offered.from.name), \(offered.practice), \(Day(offered.madeAt).nearness(to: Day(now)))"
    }

    /// With whoever has them, until somebody says yes.
    fileprivate var item: HTML {
        """
        <li class="row"><div class="grow"><b>\(name)</b><div class="small muted">\(from)</div></div>
        <a class="btn sm" href="/hand-overs">Read and say<span class="aside">: \(name)</span></a></li>
        """
    }
}

extension WaitingPage.No {
    init(_ no: SaidNo, toLookAt: [LookAgain], at now: Date) {
        let isToLookAt = toLookAt.contains { no.path.hasSuffix("/\($0.subject)") }
        warning = SaidNo.warning(no.name, isToLookAt: isToLookAt)
        said = Day(no.saidAt).nearness(to: Day(now))
        path = no.path
    }

    fileprivate var item: HTML {
        """
        <li class="row"><div class="grow"><b>\(warning)</b> <span class="small muted">\(said)</span></div>
        <a class="btn sm quiet" href="\(path)">Open</a></li>
        """
    }
}

extension WaitingPage.Line {
    init(_ waiting: Waiting) {
        id = waiting.id
        name = waiting.name
        waited = waiting.daysWaited == 0 ? "since today" : waiting.daysWaited.counted("day")
        isOverdue = waiting.isOverdue
        from =
            waiting.referrer.map { name in
                "from \([name, waiting.referring].compactMap(\.self).joined(separator: " of ")), \(waiting.practice)"
            }
            ?? "asked for themselves, \(waiting.practice)"
        about = waiting.reasons.map(\.name).joined(separator: ", ")
        words = waiting.words
        told = waiting.route == .own ? nil : waiting.told.words
        wish = waiting.wish.map { waiting.saidNoFirst ? "\($0.words), said no first" : $0.words }
    }

    fileprivate var item: HTML {
        """
        <li class="row"><div class="grow"><b>\(name)</b> <span class="tag\(isOverdue ? " clay" : "")">\(waited)</span>\
        \(wish.map { " <span class=\"tag leaf\">\($0)</span>" as HTML })
        <div>\(words.quoted)</div>
        <div class="small muted">\(about) · \(from)\(text: told.map { " · \($0)" })</div></div>
        <a class="btn sm quiet" href="/referrals/\(id)">Open</a></li>
        """
    }
}
