import Foundation
import Kernel
import Web

/// What is still planned with somebody, once their case was closed or came over.
struct PlannedPage: FormPage {
    let id: Case.ID
    let name: String
    let isClosed: Bool
    let me: Member.ID
    let entries: [PlannedEntry]
    var form = PlannedForm()
    var problems = Problems()

    var title: String { "Still planned with \(name)" }
    var place: String? { "/diary" }
    var worry: String? { "/cases/\(id)/worry" }
}

extension PlannedPage {
    var main: HTML {
        """
        <p class="small muted"><a href="/people">People</a> › <a href="/cases/\(id)">\(name)</a></p>
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">\(isClosed
            ? "The case is closed, and this stands in a diary still. Nobody is told by itself: tell them, if they expect it."
            : "It came over to you, and this stands in your colleague’s diary. Take what you go on with into yours.")</p>
        \(problems.summary)
        \(entries.isEmpty ? "<p>Nothing is planned any more.</p>" : HTML.form("/cases/\(id)/planned", fields))
        <p><a href="/cases/\(id)">To \(name)’s page</a></p></div>
        """
    }

    private var fields: HTML {
        """
        \(Field("entries", "What", problems).any(of: entries.map(choice), chosen: form.entries ?? entries.map { "\($0.id)" }))
        \(problems.asksWhetherBoth(form.mayMeet))
        <div class="acts">\(canTake ? "<button class=\"btn\" name=\"act\" value=\"take\">Take into my diary</button>" as HTML : nil)
        <button class="btn\(canTake ? " quiet" : "")" name="act" value="cancel">Cancel \(entries.count == 1 ? "it" : "them")</button></div>
        """
    }

    private var canTake: Bool { !isClosed && entries.contains { $0.owner.id != me } }

    private func choice(_ entry: PlannedEntry) -> Choice {
        let whose = entry.owner.id == me ? "" : ", in \(entry.owner.name)’s diary"
        let hours = "\(London.time(entry.plan.beginsAt)) to \(London.time(entry.plan.endsAt))"
        return Choice(
            "\(entry.id)",
            "\(entry.plan.kind.name), \(Day(entry.plan.beginsAt).spoken), \(hours)\(whose)"
        )
    }

    static var sample: PlannedPage {
        let entries = DiaryEntry.samples(on: Day(number: 20_557))
        return PlannedPage(
            id: Case.ID(),
            name: "Jean M.",
            isClosed: false,
            me: Member.ID(),
            entries: entries.prefix(2).map {
                .init(id: $0.id, first: $0.first, owner: $0.owner, plan: $0.plan)
            }
        )
    }
}
