import Foundation
import Kernel
import Web

/// The front desk: where each link worker is, before anybody asks; and what may be
/// said to somebody who rings.
struct FrontDeskPage: FormPage {
    let title = "Front desk"
    let place: String? = "/front-desk"
    let whereabouts: [Whereabouts]
    /// What waits for whoever begins their day here.
    var needs: [Home.Need] = []
    /// Where this member is at the desk.
    var practices: [Organisation] = []
    var check: CallerCheck?
    var form = CallerForm()
    var problems = Problems()
}

/// Who rings, as it was typed.
struct CallerForm: Decodable, Sendable {
    var surname = ""
    var born: String?

    init() {}

    func read() throws(Problems) -> (surname: String, bornOn: Day?) {
        var problems = Problems()
        let surname = problems.text(surname, "surname", "Type their surname", upTo: 100)
        let born = problems.optional(born, "born", "Enter a day there is, such as 4 2 1953") {
            Day(typed: $0)
        }
        guard let surname, problems.list.isEmpty else { throw problems }
        return (surname, born)
    }
}

extension FrontDeskPage {
    var main: HTML {
        """
        <h1>\(title)</h1>
        <div class="two"><section class="card"><h2>Where is everybody?</h2>
        \(whereabouts.isEmpty ? "<p>No link worker is placed with your practice yet.</p>" : strips)
        <p class="hint">Going along to a first session is part of a link worker’s work. So is time with groups.</p>
        <p class="small"><a href="/issues/new">Something is not right?</a></p></section>
        <section class="card"><h2>Somebody rings about a message?</h2>
        \(check.map(answer))
        \(problems.summary)
        \(HTML.form("/front-desk/caller", fields))</section></div>
        \(needs.isEmpty ? nil : needed)
        \(each: practices, practice)
        """
    }

    private func practice(_ practice: Organisation) -> HTML {
        """
        <p class="small">\(practice.name): <a href="/practices/\(practice.id)/card">its card</a> · \
        <a href="/practices/\(practice.id)/role-card">what a link worker does here</a> · \
        <a href="/practices/\(practice.id)/awareness">what everyone hears of its link workers</a></p>
        """
    }

    private var needed: HTML {
        "<section class=\"card\"><h2>What needs you</h2>\(Home.list(needs))</section>"
    }

    private var strips: HTML {
        "<ul class=\"plain\">\(each: whereabouts, \.strip)</ul>"
    }

    private func answer(_ check: CallerCheck) -> HTML {
        """
        <div class="notice\(check.isKnown ? " leaf" : "")" role="status"><p><b>\(check.surname): \(check.heading)</b></p>
        <ul>\(each: check.script, { "<li>\($0)</li>" })</ul>\(check.rebooked.map { "<p><b>\($0)</b></p>" as HTML })\
        \(check.rebooking.map { another(check, $0) })\(check.back.map(backAgain))</div>
        """
    }

    /// One tap, and whoever had them hears.
    private func backAgain(_ back: ComingBack) -> HTML {
        .form(
            "/front-desk/return",
            """
            <input type="hidden" name="surname" value="\(form.surname)"><input type="hidden" name="born" value="\(text: form.born)">
            <input type="hidden" name="referral" value="\(back.referral)">
            <button class="btn sm">Tell \(back.hearer)</button>
            """
        )
    }

    /// One tap for each time that is free.
    private func another(_ check: CallerCheck, _ rebooking: Rebooking) -> HTML {
        """
        <p class="small">Another time for the call, if it does not suit them:</p>
        <div class="acts">\(each: rebooking.slots, { slot in
            HTML.form("/front-desk/rebooking", """
                <input type="hidden" name="surname" value="\(form.surname)"><input type="hidden" name="born" value="\(text: form.born)">
                <input type="hidden" name="caseID" value="\(rebooking.caseID)"><input type="hidden" name="at" value="\(Int(slot.timeIntervalSince1970))">
                <button class="btn sm quiet">\(Rebooking.words(slot))</button>
                """, classes: "inline")
        })</div>
        """
    }

    private var fields: HTML {
        """
        \(Field("surname", "Their surname", problems).line(form.surname))
        \(Field("born", "Date of birth, if two share a name", problems).line(form.born))
        <button class="btn">What may I say?</button>
        """
    }

    static var sample: FrontDeskPage {
        let now = London.instant(Day(number: 20_557), hour: 15)
        let out = Whereabouts.Shown(
            kind: .goingAlong,
            place: "the leisure centre",
            beginsAt: now - 3_600,
            endsAt: now + 1_800,
            backAt: now + 2_700,
            isHere: false
        )
        let whereabouts = Whereabouts(
            name: "Amara Okafor",
            practice: "Elm Street Surgery",
            phone: PhoneNumber("07700 900112"),
            today: [out],
            presence: [],
            at: now
        )
        let check = CallerCheck(
            surname: "Moss",
            answer: .known(["“Dr Patel suggested it.”"]),
            rebooking: Rebooking(
                caseID: Case.ID(),
                linkWorker: "Amara Okafor",
                ringsAt: now,
                slots: [now + 86_400, now + 90_000]
            ),
            back: ComingBack(
                referral: Referral.ID(),
                way: .ended(with: "Amara Okafor"),
                linkWorker: "Amara Okafor"
            )
        )
        return FrontDeskPage(whereabouts: [whereabouts], check: check)
    }
}

extension CallerCheck {
    fileprivate var isKnown: Bool {
        switch answer {
        case .known: true
        case .unknown, .several, .sayNothing: false
        }
    }

    fileprivate var heading: String {
        switch answer {
        case .unknown: "not known here"
        case .several: "more than one"
        case .sayNothing: "say nothing"
        case .known: back?.heading ?? "yes, known. You can say:"
        }
    }
}

extension Whereabouts {
    fileprivate var strip: HTML {
        """
        <li class="row"><div class="grow"><b>\(name)</b> <span class="small muted">\(practice)</span>
        <div>\(now)\(text: isAway ? next.map { "; \($0)" } : nil)</div>
        \(isAway ? nil : next.map { "<div class=\"small muted\">\($0)</div>" as HTML })</div>
        \(phone.map { "<a class=\"btn sm quiet\" href=\"tel:\($0.digits)\">Urgent? Ring \($0.description)</a>" as HTML })</li>
        """
    }
}

extension ComingBack {
    fileprivate var heading: String {
        switch way {
        case .ended(let name): "was with \(name); would like to come back?"
        case .declined, .saidNo: "known; would like a link worker now?"
        }
    }
}
