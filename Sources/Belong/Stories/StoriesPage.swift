import Kernel
import Web

/// A practice's stories, with the numbers beside them.
struct StoriesPage: Page {
    let title = "Stories"
    let place: String? = "/stories"
    let meeting: Stories.Meeting
    let practices: [Organisation]
    let writes: Bool

    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">\(meeting.practice.name). Told as those they happened to read them and agreed. Whoever thinks they \
        know who it is keeps it to themselves.</p>
        \(practices.count > 1 ? others : nil)\(meeting.needsOther ? Self.other : nil)
        \(meeting.stories.isEmpty ? none : "\(each: meeting.stories, story)")
        \(MeetingNumbers(meeting: meeting).html)
        <p><a class="btn" href="/stories/sheet?practice=\(meeting.practice.id)">The sheet for the meeting</a></p>
        \(writes ? Self.how : nil)</div>
        """
    }

    private var others: HTML {
        """
        <p>\(each: practices.filter { $0.id != meeting.practice.id }, {
            "<a href=\"/stories?practice=\($0.id)\">\($0.name)</a> "
        })</p>
        """
    }

    static let other: HTML = """
        <div class="notice"><p><b>One that did not work, please.</b> Two that worked stand here. Before a third is told, write \
        one that did not: it is what makes the others believed, and what there is to learn from.</p></div>
        """

    private static let how: HTML = """
        <p class="small muted">To write one, open somebody’s page and choose “A story for the practice meeting”.</p>
        """

    private var none: HTML {
        "<p>There is no story yet. One appears here when somebody has agreed that theirs is told.</p>"
    }

    private func story(_ told: Stories.Told) -> HTML {
        """
        <section class="card"><h2>\(told.title)</h2><p><span class="tag">\(told.kind.name)</span></p>
        <p class="written">\(told.words)</p></section>
        """
    }

    static var sample: StoriesPage {
        StoriesPage(meeting: .sample, practices: [Stories.Meeting.sample.practice], writes: true)
    }
}

/// The counts of a practice in a table, each with how it was counted.
struct MeetingNumbers: Sendable {
    let meeting: Stories.Meeting

    var html: HTML {
        """
        <section class="card"><h2>The numbers beside them</h2>
        <p class="small">Half a year to \(meeting.today.full), at \(meeting.practice.name). Stories are chosen and numbers are \
        not: read them together. Nothing here says what would have happened without a link worker.</p>
        <ul class="plain">\(each: meeting.numbers, number)</ul></section>
        """
    }

    private func number(_ number: MeetingNumber) -> HTML {
        """
        <li class="row"><div class="grow"><h3>\(number.words)</h3><p>\(number.figure)</p>
        <p class="small muted">\(number.how)</p></div></li>
        """
    }
}

/// One sheet to print for a meeting: stories that were agreed to, one of them of what did
/// not work, and the numbers.
struct StorySheet: Page {
    let meeting: Stories.Meeting
    let place: String? = "/stories"

    var title: String { "For the meeting of \(meeting.practice.name)" }

    var main: HTML {
        """
        <p class="small muted no-print"><a href="/stories?practice=\(meeting.practice.id)">Stories</a> › The sheet. Print it \
        with your browser.</p>
        <div class="reading sheet"><h1>\(title)</h1><p class="lead">\(meeting.today.full)</p>
        \(each: meeting.chosen, story)\(meeting.needsOther ? Self.missing : nil)
        \(meeting.chosen.isEmpty ? "<p>No story has been agreed to yet.</p>" : nil)\(MeetingNumbers(meeting: meeting).html)
        <p class="small">Each story was read and agreed to by the person it happened to, who can take it back: print a new sheet \
        for each meeting, and let none lie about.</p></div>
        """
    }

    private static let missing: HTML = """
        <section class="card"><h2>One that did not work</h2><p>There is none yet, so no third that worked stands here. What \
        did we try that did not help?</p></section>
        """

    private func story(_ told: Stories.Told) -> HTML {
        """
        <section class="card"><h2>\(told.title)</h2><p class="small muted">\(told.kind.name)</p>
        <p class="written">\(told.words)</p></section>
        """
    }

    static var sample: StorySheet { StorySheet(meeting: .sample) }
}

extension Stories.Meeting {
    static let sample = Stories.Meeting(
        practice: Organisation(kind: .practice, name: "Elm Street Surgery"),
        stories: [
            Stories.Told(
                kind: .worked,
                title: "A reason to put shoes on",
                words: "Somebody in their sixties had not left the house since the spring."
            ),
            Stories.Told(
                kind: .didNotWork,
                title: "The wrong time of day",
                words:
                    "The group met in the morning, and mornings were the worst. We learnt it from the third no."
            ),
        ],
        numbers: MeetingNumber.all(
            MeetingCounts(
                referred: 60,
                spokenWith: 41,
                introduced: 24,
                cameAlong: 18,
                ended: 3,
                reached: 2,
                didNot: 1
            )
        ),
        today: Day(number: 20_557)
    )
}
