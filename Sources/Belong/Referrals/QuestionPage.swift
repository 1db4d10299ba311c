import Foundation
import Kernel
import Web

/// A question before referral and all that was said to it. From here it becomes
/// a referral with what is known filled in.
struct QuestionPage: Page {
    let title: String
    let id: Question.ID
    /// The form of a referral, with what is known from here.
    let referring: String
    let said: [TalkLine]
    let isAsker: Bool
    let place: String?
    var problem: String?
    var typed = ""

    init(_ question: Question, _ thread: [Remark], seenBy member: Member, asker: String, at now: Date) {
        id = question.id
        referring = question.referring
        isAsker = question.askedBy == member.id
        title = isAsker ? "You asked" : "\(asker) asks"
        place = isAsker ? "/desk" : "/waiting"
        let first = TalkLine(
            speaker: asker,
            words: question.words,
            when: Day(question.askedAt).nearness(to: Day(now)),
            isMine: isAsker
        )
        said = [first] + thread.map { TalkLine($0, seenBy: member, at: now) }
    }
}

extension QuestionPage {
    var main: HTML {
        """
        <div class="narrow"><h1>\(title)</h1>
        <p class="lead">Before any referral. Nothing here says who it is about.</p>
        \(TalkLine.list(said))
        \(HTML.form("/questions/\(id)/remarks", reply))
        \(isAsker ? refer : nil)</div>
        """
    }

    private var reply: HTML {
        """
        \(problem.map { "<p class=\"problem\" role=\"alert\">\($0)</p>" as HTML })
        \(Field("words", "Say something back").paper(typed))
        <button class="btn">Say it</button>
        """
    }

    private var refer: HTML {
        """
        <hr><p>Is it one for them? Most of the form is filled in already.</p>
        <p><a class="btn quiet" href="\(referring)">\
        Turn it into a referral</a></p>
        """
    }

    static var sample: QuestionPage {
        let asker = Member(name: "Dr Lowe", memberships: [])
        let now = Date(timeIntervalSince1970: 1_776_150_000)
        let question = Question(
            id: Question.ID(),
            practice: Organisation.ID(),
            askedBy: asker.id,
            askedOf: Member.ID(),
            words: "Carer, worn out, husband has dementia. Is this one for you?",
            askedAt: now
        )
        let answer = Remark(
            id: Remark.ID(),
            speaker: "Amara Okafor",
            saidBy: question.askedOf,
            words: "Yes, gladly. Does she get a break at all?",
            saidAt: now
        )
        return QuestionPage(question, [answer], seenBy: asker, asker: asker.name, at: now)
    }
}

/// One turn of a talk between colleagues.
struct TalkLine: Sendable {
    let speaker: String
    let words: String
    let when: String
    let isMine: Bool

    static func list(_ lines: [TalkLine]) -> HTML {
        """
        <ol class="talk">\(each: lines, \.item)</ol>
        """
    }

    private var item: HTML {
        """
        <li\(isMine ? " class=\"mine\"" as HTML : nil)><b>\(speaker)</b> <span class="small muted">\(when)</span>
        <div class="keep">\(words)</div></li>
        """
    }
}

extension TalkLine {
    init(_ remark: Remark, seenBy member: Member, at now: Date) {
        speaker = remark.speaker
        words = remark.words
        when = Day(remark.saidAt).nearness(to: Day(now))
        isMine = remark.saidBy == member.id
    }
}
