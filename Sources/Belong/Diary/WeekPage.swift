import Foundation
import Kernel
import Web

/// The week: what one plans and does, day by day.
struct WeekPage: Page {
    let title = "Your diary"
    let place: String? = "/diary"
    let monday: Day
    let today: Day
    let days: [Dated]
    let hours: WeekHours

    struct Dated: Sendable {
        let day: Day
        let lines: [DiaryLine]
        /// When they are busy elsewhere, in words.
        let elsewhere: String
    }

    init(
        _ entries: [DiaryEntry],
        from monday: Day,
        hours: WeekHours,
        busy: [BusyText.Span] = [],
        seenBy me: Member.ID,
        at now: Date
    ) {
        self.monday = monday
        self.hours = hours
        today = Day(now)
        let byDay = Dictionary(grouping: entries) { Day($0.plan.beginsAt) }
        days = (0..<7).map { monday.advanced(by: $0) }.compactMap { day in
            let mine = byDay[day] ?? []
            guard !mine.isEmpty || day.number < monday.number + 5 else { return nil }
            let elsewhere = busy.compactMap { $0.words(on: day) }.joined(separator: ", ")
            return Dated(
                day: day,
                lines: mine.map { DiaryLine($0, among: mine, seenBy: me) },
                elsewhere: elsewhere
            )
        }
    }
}

extension WeekPage {
    var main: HTML {
        """
        <h1>\(title)</h1>
        <p class="lead">\(monday.short) to \(monday.advanced(by: 6).full)</p>
        <p class="row"><a class="btn quiet sm" href="/diary?week=\(monday.advanced(by: -7).description)">The week before</a>
        <a class="btn quiet sm" href="/diary">This week</a>
        <a class="btn quiet sm" href="/diary?week=\(monday.advanced(by: 7).description)">The week after</a>
        <a class="btn sm" href="/diary/new">Plan something</a></p>
        <div class="two"><div>\(each: days, section)</div>
        <div>\(hours.card)
        <p class="small"><a href="/diary/hours">Hours agreed for a week</a></p>
        <p class="small"><a href="/diary/calendar">Your diary in another calendar, and when you are busy elsewhere</a></p></div></div>
        """
    }

    private func section(_ dated: Dated) -> HTML {
        """
        <section class="card"><h2>\(dated.day.spoken)\(dated.day == today ? " <span class=\"tag leaf\">today</span>" as HTML : nil) \
        <a href="/diary/new?day=\(dated.day.description)">Plan something<span class="aside"> on \(dated.day.spoken)</span></a></h2>
        \(dated.elsewhere.isEmpty ? nil : "<p class=\"small muted\">Busy elsewhere: \(dated.elsewhere)</p>" as HTML)\
        \(dated.lines.isEmpty ? "<p class=\"muted\">Nothing planned.</p>" : "<div class=\"day\">\(each: dated.lines, \.item)</div>" as HTML)</section>
        """
    }

    static var sample: WeekPage {
        let monday = Day(number: 20_556)
        let now = London.instant(monday.advanced(by: 1), hour: 8)
        let entries = DiaryEntry.samples(on: monday.advanced(by: 1))
        return WeekPage(
            entries,
            from: monday,
            hours: .sample,
            seenBy: entries[0].owner.id,
            at: now
        )
    }
}

/// One entry as a list shows it to whoever may read it.
struct DiaryLine: Sendable {
    let path: String
    let begins: String
    let hours: String
    let who: String
    let what: String
    let colour: String
    let whereabouts: String
    let flags: [String]
    let isOff: Bool

    init(_ entry: DiaryEntry, among others: [DiaryEntry], seenBy me: Member.ID) {
        path = "/diary/\(entry.id)"
        begins = London.time(entry.plan.beginsAt)
        hours = entry.hours
        who = entry.plan.kind.share == .people ? entry.person ?? "Somebody who is with a colleague now" : ""
        what = entry.plan.kind.name
        colour = entry.plan.kind.colour
        whereabouts = [entry.plan.ownPlace, entry.plan.place, entry.practice ?? "", entry.plan.words]
            .filter { !$0.isEmpty }.joined(separator: " · ")
        isOff = !entry.stands
        let overlaps = others.first { other in
            other.id != entry.id && other.stands && entry.stands && other.plan.overlaps(entry.plan)
                && other.owner.id == entry.owner.id
        }
        flags = [
            entry.owner.id == me ? nil : "for \(entry.owner.name)",
            entry.because == nil ? nil : "moved",
            overlaps.map { "at the same time as \($0.plan.kind.name.lowercased())" },
            entry.standing.words,
        ].compactMap(\.self)
    }

    var item: HTML {
        """
        <time>\(begins)</time><div class="slot \(colour)\(isOff ? " off" : "")"><a href="\(path)"><b>\(who.isEmpty ? what : who)</b></a>\
        \(who.isEmpty ? "" : " · \(what.lowercased())")\(each: flags, { " <span class=\"tag\">\($0)</span>" })
        <div class="where">\(hours)\(whereabouts.isEmpty ? "" : " · \(whereabouts)")</div></div>
        """
    }
}

extension DiaryEntry.Standing {
    var words: String? {
        switch self {
        case .planned: nil
        case .happened: "written down"
        case .missed: "they did not come"
        case .cancelled: "cancelled"
        }
    }
}
