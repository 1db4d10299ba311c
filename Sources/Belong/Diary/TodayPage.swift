import Foundation
import Kernel
import Web

/// The morning page: the day in five seconds, then what waits.
struct TodayPage: Page {
    /// How many of each list stand on the page.
    static let most = 8

    let title: String
    let place: String? = "/today"
    let lead: String
    let today: Today
    let now: Date
    /// What waits of how things are arranged for them.
    var owed: [Home.Need] = []

    init(_ today: Today, at now: Date) {
        let hour = Int(London.time(now).prefix(2)) ?? 9
        let greeting = hour < 12 ? "Good morning" : hour < 18 ? "Good afternoon" : "Good evening"
        title = "\(greeting), \(today.name.split(separator: " ").first ?? "")"
        self.today = today
        self.now = now
        lead = "\(Day(now).spoken). \(today.summary)"
    }
}

extension Today {
    /// *Five people to see or call, and 2 h kept for the community.*
    fileprivate var summary: String {
        let standing = day.map(\.entry).filter(\.stands)
        let people = standing.count { $0.plan.kind.share == .people }
        let community = standing.filter { $0.plan.kind == .community }.reduce(0) { $0 + $1.minutes }
        let met =
            people == 0 ? "Nobody to see or call" : "\(people.counted("person", "people")) to see or call"
        return community == 0 ? "\(met)." : "\(met), and \(community.asHours) kept for the community."
    }
}

extension TodayPage {
    var main: HTML {
        """
        <h1>\(title)</h1>
        <p class="lead">\(lead)</p>
        \(LookAgain.card(today.lookAgain))
        <div class="two"><div>
        <section class="card"><h2>Your day <span><a href="/diary">Week view</a> · <a href="/today/sheet">Day sheet</a> · \
        <a href="/away">Without signal</a></span></h2>
        \(today.day.isEmpty ? nothing : day)</section>
        <section class="card"><h2>Waiting for you</h2>\(today.waits.isEmpty ? nobody : waits)</section>
        </div><div>
        \(today.hours.card)
        \(today.news.isEmpty ? nil : news)
        \(today.quiet.isEmpty ? nil : quiet)
        \(each: today.cards, card)
        <section class="card"><h2>What you are owed <a href="/placements">At each practice</a></h2>
        \(owed.isEmpty ? nil : Home.list(owed))
        <p class="small">Supervision, what was promised, what you raised. <a href="/issues/new">Something is not right?</a></p>
        </section></div></div>
        """
    }

    private var nothing: HTML {
        "<p>Nothing planned today. <a href=\"/diary/new?day=\(Day(now).description)\">Plan something</a>.</p>"
    }

    private var day: HTML {
        "<div class=\"day\">\(each: today.day, met)</div>"
    }

    private func met(_ met: Today.Met) -> HTML {
        let entry = met.entry
        let line = DiaryLine(entry, among: today.day.map(\.entry), seenBy: entry.owner.id)
        let care = met.care
        let isHome = entry.plan.kind == .home || entry.plan.kind == .walk
        return """
            \(line.item)\(care.safe == nil ? nil : """
                <div class="care small">\(care.mayCall ? care.phone.map(ring) : "<b>not by phone</b>" as HTML) \(care.safe ?? "")\
                \(each: care.needs, { " <span class=\"tag sky\">\($0)</span>" })\
                \(isHome ? "<div>\(care.risk ?? "")</div>" as HTML : nil)\
                \(each: care.safeguarding, { "<div>Safeguarding: \($0)</div>" })</div>
                """ as HTML)\(entry.owner.id == today.me && entry.stands ? alone(met) : nil)
            """
    }

    /// Who looks out for them; while it goes on, one tap says that they are out.
    private func alone(_ met: Today.Met) -> HTML? {
        let entry = met.entry
        guard LoneVisit.kinds.contains(entry.plan.kind), entry.standing != .missed else { return nil }
        let path = "/lone-visits/\(entry.first)"
        guard let visit = met.visit else {
            guard entry.plan.endsAt > now else { return nil }
            return
                "<div class=\"care small\"><a href=\"\(path)\">Going alone: nobody looks out for you yet</a></div>"
        }
        if let ended = visit.ended {
            return "<div class=\"care small\">Out and safe at \(London.time(ended.at))</div>"
        }
        let out: HTML? =
            visit.isRunning(at: now)
            ? HTML.button("I am out and safe", "\(path)/end", classes: "btn sm") : nil
        return """
            <div class="care small"><a href="\(path)">\(visit.buddy.name) looks out for you</a>, until \
            \(London.time(visit.until)) \(out)</div>
            """
    }

    private func ring(_ phone: PhoneNumber) -> HTML {
        "<a href=\"tel:\(phone.digits)\">\(phone.description)</a>"
    }

    private var nobody: HTML { "<p>Nobody waits. New referrals appear here as they arrive.</p>" }

    private var waits: HTML {
        let few = today.waits.prefix(Self.most)
        let more = today.waitsInAll - few.count
        return """
            <ul class="plain">\(each: few, wait)</ul>
            \(more > 0 ? "<p class=\"small\"><a href=\"/waiting\">And \(more) more</a></p>" as HTML : nil)
            """
    }

    private func wait(_ wait: Today.Wait) -> HTML {
        """
        <li class="row"><div class="grow"><span class="tag \(wait.colour)">\(wait.tag)</span> <b>\(wait.who)</b>
        <div class="small">\(wait.words) · \(Day(wait.since).nearness(to: Day(now)))</div></div>
        <a class="btn sm quiet" href="\(wait.path)">\(wait.act)<span class="aside">: \(wait.who)</span></a>\
        \(wait.saying.map { seen($0, of: wait.who) })</li>
        """
    }

    private func seen(_ saying: UUID, of who: String) -> HTML {
        .form(
            "/today/seen",
            """
            <input type="hidden" name="saying" value="\(saying.uuidString.lowercased())">
            <button class="btn quiet sm">Seen<span class="aside">: \(who)</span></button>
            """,
            classes: "inline"
        )
    }

    private var news: HTML {
        """
        <section class="card"><h2>News</h2><ul class="plain">\(each: today.news, { news in """
            <li class="row"><div class="grow"><a href="\(news.path)">\(news.who)</a><div class="small">\(news.words)</div></div>\(news.saying.map { seen($0, of: news.who) })</li>
            """ })</ul></section>
        """
    }

    private var quiet: HTML {
        """
        <section class="card"><h2>Quiet <a href="/people">\(today.quietInAll.counted("person", "people"))</a></h2>
        <p class="hint">Not spoken with in \(CaseLine.quietAfter) days.</p>
        <ul class="plain">\(each: today.quiet, { one in """
            <li class="row"><div class="grow"><a href="/cases/\(one.id)">\(one.name)</a></div>\
            <span class="small">\(Day(one.reachedAt).nearness(to: Day(now)))</span></li>
            """ })</ul></section>
        """
    }

    private func card(_ card: PracticeCard) -> HTML {
        """
        <section class="card"><h2>\(card.name) <a href="/practices/\(card.practice)/card">\
        \(card.words.isEmpty ? "Write its card" : "Put right")<span class="aside"> of \(card.name)</span></a></h2>
        \(card.presence.isEmpty ? nil : "<p class=\"small\"><b>\(card.presence)</b></p>" as HTML)
        \(card.words.isEmpty ? "<p class=\"small muted\">Nobody has written down yet what is particular here.</p>"
            : "<p class=\"small keep\">\(card.words)</p>" as HTML)</section>
        """
    }

    static var sample: TodayPage { TodayPage(.sample, at: London.instant(Day(number: 20_557), hour: 8)) }
}
