import Foundation
import Kernel
import Store
import Web

/// A visit alone: for whoever goes, the buddy and the one tap that says that they are out; for
/// a colleague, whether to worry, and what to do.
struct LoneVisitPage: Page {
    let title: String
    let place: String?
    let first: DiaryEntry.ID
    /// *Tuesday 14 April, 14:00 to 15:30*
    let hours: String
    let visit: LoneVisit?
    let own: Own?
    /// Where a colleague may be, once they are overdue and if they wished it to be read.
    let whereabouts: String?
    let now: Date
    var form = LoneVisitForm()
    var problems = Problems()

    /// What only the link worker themselves reads.
    struct Own: Sendable {
        let entry: DiaryEntry.ID
        let risk: String
        let safeguarding: [String]
        let needs: [String]
        let buddies: [Worry.Named]
        let hasPhone: Bool
    }
}

/// Who is told, as it was chosen.
struct LoneVisitForm: Decodable, Sendable {
    var buddy: String?
    var shows: [String]?
    var hasRead: [String]?

    func read() throws(Problems) -> LoneVisits.Named {
        var problems = Problems()
        if hasRead?.contains("yes") != true {
            problems.add("hasRead", "Read what a visitor should know, and say that you have")
        }
        let buddy = problems.unless(buddy.flatMap { Member.ID($0) }, "buddy", "Choose who looks out for you")
        guard let buddy, problems.list.isEmpty else { throw problems }
        return LoneVisits.Named(buddy: buddy, showsPlace: shows?.contains("yes") == true)
    }
}

extension LoneVisitPage {
    /// For whoever goes.
    init(
        _ entry: DiaryEntry,
        _ visit: LoneVisit?,
        buddies: [Worry.Named],
        in view: any Reader,
        _ now: Date
    ) throws {
        title = "\(entry.plan.kind.name): \(entry.person ?? "")"
        place = "/diary"
        (first, hours, self.visit, self.now) = (entry.first, entry.whenSpoken, visit, now)
        whereabouts = nil
        let person = entry.personID
        let profile = try view.rows(
            "SELECT phone FROM profile WHERE member = \(entry.owner.id) AND replaced_by IS NULL"
        ).first
        let phone: PhoneNumber? = try profile?("phone")
        own = try Own(
            entry: entry.id,
            risk: person.map { try view.visitRisk(of: $0).sentence } ?? "",
            safeguarding: person.map { try view.safeguarding(of: $0).map(\.line) } ?? [],
            needs: person.map { try view.accessNeeds(of: $0).map(\.flag) } ?? [],
            buddies: buddies,
            hasPhone: phone?.takesTexts == true
        )
        form = LoneVisitForm(
            buddy: visit?.buddy.id.description,
            shows: visit.map { $0.showsPlace ? ["yes"] : [] } ?? []
        )
    }

    /// For a colleague.
    init(_ visit: LoneVisit, home: String?, at now: Date) {
        title = "\(visit.owner.name), on a visit alone"
        place = nil
        (first, self.visit, self.now, own) = (visit.first, visit, now, nil)
        hours = "\(Day(visit.beginsAt).spoken), \(London.time(visit.beginsAt)) to \(London.time(visit.until))"
        let isShown = visit.isOverdue(at: now) && visit.showsPlace
        let known = [visit.place, home ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
        whereabouts = isShown && !known.isEmpty ? known : nil
    }
}

extension LoneVisitPage {
    var main: HTML {
        """
        <div class="reading">\(own.map { "<p class=\"crumbs\"><a href=\"/diary/\($0.entry)\">In your diary</a></p>" as HTML })
        <h1>\(title)</h1><p class="lead">\(hours)</p>\(problems.summary)
        \(own.map(ownWords) ?? visit.map(theirs))</div>
        """
    }

    func theirs(_ visit: LoneVisit) -> HTML {
        if let ended = visit.ended { return said(ended) }
        let out = HTML.button(
            "I have spoken with them: they are safe",
            "/lone-visits/\(first)/end",
            classes: "btn"
        )
        guard visit.isOverdue(at: now) else {
            return """
                <p>They should be out by \(London.time(visit.until)). If they say nothing you hear at \(late(visit)).</p>
                \(visit.isRunning(at: now) ? out : nil)
                """
        }
        let number: HTML =
            visit.ownerPhone.map { "<a href=\"tel:\($0.digits)\">\($0.description)</a>" } ?? "their number"
        let asked =
            visit.told.contains(.help) ? "They asked for help." : "They have not said that they are out."
        return """
            <div class="notice"><p><b>\(asked)</b></p><ol><li>Ring them on \(number).</li>
            <li>If they do not answer, or you are not sure that they are safe, ring <a href="tel:999">999</a>: a colleague who \
            works alone is missing.</li><li>Say here how it stands.</li></ol>
            \(whereabouts.map { "<p>Where they are: <b>\($0)</b></p>" as HTML }
                ?? "<p>They did not wish where they are to be shown here. Their practice can look.</p>")</div>
            \(out)
            """
    }

    static var sample: LoneVisitPage {
        let day = Day(number: 20_557)
        let visit = LoneVisit.sample(on: day)
        return LoneVisitPage(visit, home: "2 Elm Street, M33 7ZF", at: London.instant(day, hour: 16))
    }
}

extension LoneVisit {
    static func sample(on day: Day) -> LoneVisit {
        LoneVisit(
            first: DiaryEntry.ID(),
            entry: DiaryEntry.ID(),
            owner: .init(id: Member.ID(), name: "Amara Okafor"),
            ownerPhone: PhoneNumber("07700 900300"),
            kind: .home,
            practice: nil,
            caseID: nil,
            beginsAt: London.instant(day, hour: 14),
            until: London.instant(day, hour: 15, minute: 30),
            place: "Green door, ring twice",
            buddy: .init(id: Member.ID(), name: "Sam Reed"),
            showsPlace: true,
            ended: nil,
            told: [.ask, .buddy]
        )
    }
}
