import Foundation
import Kernel
import Web

/// The visit as whoever goes reads it: what to know first, then who looks out, then the one tap.
extension LoneVisitPage {
    func ownWords(_ own: Own) -> HTML {
        """
        <div class="notice">\(each: own.safeguarding, { "<p><b>Safeguarding</b>: \($0)</p>" })<p>\(own.risk)\
        \(each: own.needs, { " <span class=\"tag sky\">\($0)</span>" })</p></div>
        \(visit.map { standing($0) })
        \(visit?.ended == nil ? naming(own) : nil)
        """
    }

    private func standing(_ visit: LoneVisit) -> HTML {
        if let ended = visit.ended { return said(ended) }
        guard visit.isRunning(at: now) else {
            return
                "<p>\(visit.buddy.name) looks out for you, and hears if you are not out by \(late(visit)).</p>"
        }
        let path = "/lone-visits/\(first)"
        let more = LoneVisits.more.map {
            "<button class=\"btn quiet\" name=\"minutes\" value=\"\($0)\">\($0) minutes longer</button>"
                as HTML
        }
        return """
            <section class="card"><h2>You should be out by \(London.time(visit.until))</h2>
            \(HTML.button("I am out and safe", "\(path)/end", classes: "btn"))
            <p class="small muted">\(visit.buddy.name) hears at \(late(visit)) if you say nothing.</p>
            \(HTML.form("\(path)/longer", "<div class=\"acts\">\(each: more, { $0 })</div>"))
            \(HTML.button("I need help: tell \(visit.buddy.name) now", "\(path)/help", classes: "btn quiet"))
            <p class="small">In danger now: ring <a href="tel:999">999</a>.</p></section>
            """
    }

    func late(_ visit: LoneVisit) -> String { London.time(visit.until + 15 * 60) }

    func said(_ ended: LoneVisit.Ended) -> HTML {
        "<p class=\"notice\"><b>Out and safe</b> at \(London.time(ended.at)), said by \(ended.by).</p>"
    }

    private func naming(_ own: Own) -> HTML {
        let choices =
            [Choice("", "Choose a colleague")] + own.buddies.map { Choice($0.id.description, $0.name) }
        let texts =
            own.hasPhone
            ? "You are asked by text when it should be over: answer OUT."
            : "You are asked by e-mail. With a mobile number in your profile you can answer by text."
        return """
            <section class="card"><h2>Who looks out for you</h2>
            <p>\(texts) If you say nothing, your buddy hears a quarter of an hour later, and half an hour later your \
            supervisor and the practice do as well.</p>
            \(HTML.form("/lone-visits/\(first)", """
                \(Field("hasRead", "What a visitor should know", problems)
                    .any(of: [Choice("yes", "I have read it, above")], chosen: form.hasRead ?? []))
                \(Field("buddy", "Your buddy", problems).list(choices, chosen: form.buddy))
                \(Field("shows", "If I am overdue", problems)
                    .any(of: [Choice("yes", "Those who are told may read where I am")], chosen: form.shows ?? []))
                <button class="btn">Keep</button>
                """))</section>
            """
    }
}
