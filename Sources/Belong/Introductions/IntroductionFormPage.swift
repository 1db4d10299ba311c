import Kernel
import Web

/// Choosing with somebody what a group may hear of them: each thing is agreed by itself.
struct IntroductionFormPage: Page {
    let caseID: Case.ID
    var worry: String? { "/cases/\(caseID)/worry" }
    let givenName: String
    let activity: Activity.ID
    let group: String
    let room: String?
    let refusal: String?
    let isOwnEmployer: Bool
    let ways: [ReachingVia]
    let needs: String
    let drafting: Drafting
    let form: IntroductionForm
    var problems = Problems()

    var title: String { "Introduce \(givenName) to \(group)" }
    var place: String? { "/people" }
}

extension IntroductionFormPage {
    init(
        _ begun: Introducing.Beginning,
        _ drafting: Drafting? = nil,
        _ form: IntroductionForm? = nil,
        _ problems: Problems = Problems(),
        today: Day
    ) {
        self.init(
            caseID: begun.caseID,
            givenName: begun.tellable.givenName,
            activity: begun.activity.id,
            group: begun.activity.name,
            room: begun.activity.capacity?.line(on: today),
            refusal: begun.refusal?.sentence,
            isOwnEmployer: begun.isOwnEmployer,
            ways: begun.tellable.ways,
            needs: begun.tellable.needs,
            drafting: drafting ?? .again(form?.draftID, .introduction, about: begun.caseID, on: begun.page),
            form: form
                ?? IntroductionForm(
                    // Nothing is ticked for them: what the group hears is theirs to say.
                    activity: begun.activity.id.description,
                    hope: begun.tellable.hope
                ),
            problems: problems
        )
    }

    var main: HTML {
        """
        <p class="small muted"><a href="/cases/\(caseID)">Back to \(givenName)</a></p>
        <h1>\(title)</h1>
        \(drafting.notice)\(problems.summary)\(room.map { "<p class=\"lead\">\($0)</p>" as HTML })\(isOwnEmployer ? employer : nil)
        \(refusal.map(stopped) ?? asking)
        <section class="card"><h2>Rather not?</h2>
        <p>You can also just tell them about it. Then nothing about them goes anywhere.</p>
        \(HTML.form("/cases/\(caseID)/signposting", "\(hidden)<button class=\"btn quiet\">I told them about it</button>"))
        </section>
        """
    }

    private var employer: HTML {
        """
        <p class="notice">Your own employer runs this group. That may be fine: offer them another one beside it.</p>
        """
    }

    private func stopped(_ sentence: String) -> HTML {
        """
        <p class="notice">\(sentence)</p>
        <p><a class="btn" href="/community?case=\(caseID)">Look for another group</a></p>
        \(HTML.form("/cases/\(caseID)/introductions/asking-again",
            "\(hidden)<button class=\"btn quiet\">They have changed their mind: ask again</button>"))
        """
    }

    private var asking: HTML {
        """
        <section class="card"><h2>What may the group hear?</h2>
        <p class="hint">Ask about each. What is not ticked does not go. Never a diagnosis, a full address or an NHS number.</p>
        \(drafting.form("/cases/\(caseID)/introductions/wording", fields))</section>
        """
    }

    private var fields: HTML {
        """
        \(hidden)\(Field("part", "They agree that the group hears", problems).any(of: parts, chosen: form.part ?? []))
        \(Field("hope", "What they hope for, in their words", problems).paper(form.hope, rows: 2))
        \(Field("reach", "The best way to reach them", hint: "Only what is safe for them.", problems)
            .one(of: ways.map { Choice($0.key, $0.words) }, chosen: form.reach))
        \(Field("companion", "Who goes with them the first time", hint: "You, a friend, someone from the group, or nobody.", problems)
            .line(form.companion))
        \(Field("safety", "What the group must know to keep everyone safe", hint: "Most often nothing.", problems)
            .line(form.safety))
        <button class="btn">Show what would go</button> \(drafting.keepButton)
        """
    }

    private var hidden: HTML {
        "<input type=\"hidden\" name=\"activity\" value=\"\(activity)\">"
    }

    private var parts: [Choice] {
        Wording.Part.allCases.map { part in
            let known =
                part == .needs && !needs.isEmpty ? ": \(needs)" : part == .name ? ": \(givenName)" : ""
            return Choice(part.rawValue, part.question + known)
        }
    }

    static let sample = IntroductionFormPage(
        caseID: Case.ID(),
        givenName: "Jean",
        activity: Activity.ID(),
        group: "Tuesday lunch",
        room: "Room for one to three, said 6 days ago",
        refusal: nil,
        isOwnEmployer: false,
        ways: [
            ReachingVia(key: "text", words: "a text to 07700 900112"),
            ReachingVia(key: "link_worker", words: "through Amara Okafor, link worker"),
        ],
        needs: "Step-free places",
        drafting: .again(nil, .introduction, about: Case.ID(), on: "/cases/sample/introductions/new"),
        form: IntroductionForm(
            activity: "",
            part: ["name", "hope"],
            hope: "To eat with others again",
            reach: "text"
        )
    )
}
