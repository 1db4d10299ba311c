import Foundation
import Kernel
import Web

/// The team meetings of a practice as they stand for its link worker.
struct MeetingsPage: FormPage {
    let look: Meetings.Look
    let now: Date
    var form = MeetingForm()
    var item = MeetingItemForm()
    var inviting = InvitingForm()
    var problems = Problems()

    let place: String? = "/placements"
    var title: String { "Meetings at \(look.placed.practiceName)" }
    private var path: String { "/placements/\(look.placed.id)/meetings" }
    private var name: String { look.placed.linkWorker.name }

    var main: HTML {
        """
        <div class="reading"><p class="crumbs"><a href="/placements">Placements</a> · \
        <a href="/placements/\(look.placed.id)">\(name)</a></p>
        <h1>\(title)</h1>
        <p class="lead">\(look.invitation.isGiven ? "\(name) is expected at every one" : "\(name) is not invited: \(look.invitation.words)"). \
        There is a place for an item of theirs and for one question to them. Whether they were there is shown, and never judged.</p>
        \(problems.summary)
        <section class="card"><h2>To come</h2><ul class="plain">\(each: coming, next)</ul>\
        \(coming.isEmpty ? "<p>Nothing is planned yet.</p>" as HTML : nil)</section>
        <section class="card"><h2>The last three months</h2><ul class="plain">\(each: been, past)</ul>\
        \(been.isEmpty ? "<p>None.</p>" as HTML : nil)</section>
        \(look.mayPlan ? planning : nil)
        \(look.mayInvite ? inviteCard : nil)</div>
        """
    }

    private var coming: [Meeting] { look.meetings.filter { $0.beginsAt > now } }
    private var been: [Meeting] { look.meetings.filter { $0.beginsAt <= now }.reversed() }

    private func next(_ meeting: Meeting) -> HTML {
        """
        <li class="row"><div class="grow"><b>\(meeting.name)</b><div class="small muted">\(meeting.spoken)\
        \(text: meeting.place.isEmpty ? nil : ", \(meeting.place)")</div>
        <ul>\(each: meeting.items, told)</ul>
        <details class="small"><summary>\(look.isLinkWorker ? "An item of mine" : "A question to \(name)")\
        <span class="aside">: \(meeting.spoken)</span></summary>\(HTML.form("\(path)/\(meeting.id)/items", """
            \(Field("words", "In a line, and no names of people", of: "\(meeting.id)", problems).line(item.words))
            <button class="btn sm quiet">Put it on the agenda</button>
            """))</details></div>
        <a class="btn sm quiet" href="\(path)/\(meeting.id)/invitation.ics">For my calendar<span class="aside">: \(meeting.spoken)</span></a>
        \(look.mayPlan ? off(meeting) : nil)</li>
        """
    }

    private func off(_ meeting: Meeting) -> HTML {
        HTML.form(
            "\(path)/\(meeting.id)/end",
            """
            <button class="btn sm quiet">It is off<span class="aside">: \(meeting.spoken)</span></button>
            """,
            classes: "inline"
        )
    }

    private func told(_ item: Meeting.Item) -> HTML {
        "<li class=\"small\">\(item.isQuestion ? "Question to \(name)" : "Item of \(name)"): \(item.words) (\(item.by))</li>"
    }

    private func past(_ meeting: Meeting) -> HTML {
        """
        <li class="row"><div class="grow"><b>\(meeting.name)</b><div class="small muted">\(meeting.spoken) · \
        \(meeting.state(at: now))</div><ul>\(each: meeting.items, told)</ul>\
        \(look.isLinkWorker && meeting.answer == nil ? answering(meeting) : nil)</div></li>
        """
    }

    private func answering(_ meeting: Meeting) -> HTML {
        """
        <div class="acts">\(each: Meeting.Answer.allCases, { answer in
            HTML.button(answer.name, "\(path)/\(meeting.id)/answer/\(answer.rawValue)", classes: "btn sm quiet") })</div>
        """
    }

    private var planning: HTML {
        """
        <section class="card"><h2>Plan a meeting</h2>\(HTML.form(path, """
            \(Field("name", "What it is called", problems).line(form.name))
            <div class="cols">\(Field("day", "Day", problems).line(form.day, .date))
            \(Field("from", "From", problems).line(form.from, .time))
            \(Field("until", "Until", problems).line(form.until, .time))</div>
            \(Field("where", "Where, or how to join from elsewhere", problems).line(form.where))
            \(Field("times", "How many weeks in a row", problems).line(form.times, .number))
            <button class="btn">Plan it, and invite</button>
            """))</section>
        """
    }

    private var inviteCard: HTML {
        look.invitation.isGiven
            ? """
            <section class="card"><h2>The invitation stands by itself</h2>\(HTML.form("\(path)/invitation", """
                \(Field("why", "If \(name) should not come, why not", of: "i", problems).line(inviting.why))
                <button class="btn quiet">Withdraw the invitation</button>
                """))</section>
            """
            : "<p>\(HTML.button("Invite \(name) to every one again", "\(path)/invitation/again", classes: "btn"))</p>"
    }

    static var sample: MeetingsPage {
        func meeting(_ days: Double, _ answer: Meeting.Answer?, _ items: [Meeting.Item]) -> Meeting {
            Meeting(
                id: Meeting.ID(),
                name: "Team meeting",
                beginsAt: Date.sampled + days * 86_400,
                endsAt: Date.sampled + days * 86_400 + 3_600,
                place: "Library",
                items: items,
                answer: answer
            )
        }
        let items = [
            Meeting.Item(
                isQuestion: false,
                words: "Two people who now eat with somebody",
                by: "Amara Okafor"
            ),
            Meeting.Item(isQuestion: true, words: "Whom would you like us to think of?", by: "Peter Hale"),
        ]
        let look = Meetings.Look(
            placed: .sample,
            meetings: [meeting(-14, .spoke, []), meeting(-7, nil, []), meeting(7, nil, items)],
            invitation: .standing
        )
        return MeetingsPage(look: look, now: Date.sampled)
    }
}
