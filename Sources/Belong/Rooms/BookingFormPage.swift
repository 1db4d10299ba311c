import Foundation
import Kernel
import Store
import Web

/// Booking a room: for a role, or for somebody a link worker is to meet, with where
/// they would like that to be.
struct BookingFormPage: Page {
    let title = "Book a room"
    let place: String? = "/rooms"
    let practice: Organisation
    let rooms: [Room]
    let linkWorkers: [Booking.Who]
    let keeps: Bool
    let wish: Wished?
    var form: BookingForm
    var problems = Problems()

    /// What the person said of where they would like to meet, and what they need.
    struct Wished: Sendable {
        let name: String
        let place: String?
        let needs: [String]
        let wants: Room.Feel?
        let features: [Room.Feature]
    }

    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1><p class="lead">\(practice.name)</p>
        \(wish.map(wished))\(problems.summary)
        <section class="card">\(HTML.form("/bookings", fields))</section>
        <p><a href="/rooms?practice=\(practice.id)">Back to the rooms</a></p></div>
        """
    }

    private func wished(_ wish: Wished) -> HTML {
        """
        <section class="notice leaf"><h2>For \(wish.name)</h2><dl class="facts">
        <dt>Would like to meet</dt><dd>\(wish.place ?? "They have not said where")</dd>
        <dt>Needs</dt><dd>\(wish.needs.isEmpty ? "Nothing is known" : wish.needs.joined(separator: ", "))</dd></dl>
        <p class="small">Only you see for whom this is. Others read that a link worker has the room.</p></section>
        """
    }

    private var fields: HTML {
        """
        <input type="hidden" name="practice" value="\(practice.id)">
        <input type="hidden" name="case" value="\(form.case ?? "")">
        \(keeps && wish == nil ? whose : nil)
        \(Field("room", "Which room", problems).one(of: choices, chosen: form.room))
        <div class="cols">\(Field("day", "Which day", problems).line(form.day, .date))
        \(Field("from", "From", problems).line(form.from, .time))
        \(Field("until", "Until", problems).line(form.until, .time))</div>
        \(Field("wants", "How it has to feel")
            .one(of: [Choice("", "Does not matter")] + [Room.Feel.clinical, .neutral, .homely].map { Choice($0.rawValue, $0.name) }, chosen: form.wants ?? ""))
        \(Field("needs", "What cannot be done without")
            .any(of: Room.Feature.allCases.map { Choice($0.rawValue, $0.name) }, chosen: form.needs ?? []))
        \(wish == nil ? weekly : nil)
        \(Field("anyway", "If somebody has the room then", hint: "It stands on the board as a clash, with three offers")
            .any(of: [Choice("yes", "Ask for it all the same")], chosen: form.anyway ?? []))
        <button class="btn">Book it</button>
        """
    }

    private var whose: HTML {
        let choices = [Choice("", "Somebody else")] + linkWorkers.map { Choice("\($0.id)", $0.name) }
        return """
            \(Field("who", "A link worker", problems).list(choices, chosen: form.who))
            \(Field("role", "Or for whom, by what they do", hint: "GP, nurse, pharmacist. No account is needed.", problems)
                .line(form.role))
            """
    }

    private var weekly: HTML {
        """
        \(Field("weekly", "How often", problems)
            .one(of: [Choice("no", "This once"), Choice("yes", "Every week on that day")], chosen: form.weekly ?? "no"))
        \(Field("lastDay", "Every week until", hint: "Leave it empty if there is no end yet", problems)
            .line(form.lastDay, .date))
        """
    }

    /// Those that fit the wish best stand first.
    private var choices: [Choice] {
        let wants = form.wants.flatMap(Room.Feel.init)
        let needs = (form.needs ?? []).compactMap(Room.Feature.init)
        func fit(_ room: Room) -> Int { (room.meets(needs, wants) ? 0 : 2) + (room.feels(wants) ? 0 : 1) }
        return rooms.sorted { (fit($0), $0.name) < (fit($1), $1.name) }
            .map { Choice("\($0.id)", "\($0.name): \($0.summary)") }
    }

    static var sample: BookingFormPage {
        let practice = Organisation(kind: .practice, name: "Elm Street Surgery")
        var form = BookingForm()
        (form.wants, form.needs) = ("homely", ["step_free"])
        return BookingFormPage(
            practice: practice,
            rooms: Room.samples(at: practice.id),
            linkWorkers: [],
            keeps: false,
            wish: Wished(
                name: "Jean Moss",
                place: Wish.Place.community.name,
                needs: [AccessNeed.Kind.stepFree.name],
                wants: .homely,
                features: [.stepFree]
            ),
            form: form
        )
    }
}

extension Bookings {
    /// The form with what is known already. A look at somebody's wish is noted.
    func begin(
        at practice: Organisation.ID?,
        for ownCase: Case.ID?,
        now: Date = .now
    ) async throws -> BookingFormPage {
        var (wish, place): (BookingFormPage.Wished?, Organisation.ID?) = (nil, practice)
        if let ownCase {
            let found = try await Cases(store: store, member: member).open(ownCase, at: now) { view, found in
                (try view.wished(found), found.practice)
            }
            (wish, place) = (found.0, found.1)
        }
        let (there, asked) = (try rooms.practice(place), wish)
        guard rooms.books(there.id) else { throw Missing() }
        let (keeps, today) = (rooms.keeps(there.id), Day(now))
        return try await store.read { view in
            var form = BookingForm()
            form.case = ownCase.map { "\($0)" }
            form.wants = asked?.wants?.rawValue
            form.needs = asked?.features.map(\.rawValue)
            form.day = "\(today)"
            return try BookingFormPage(
                practice: there,
                rooms: view.rooms(of: there.id),
                linkWorkers: view.linkWorkers(at: there.id, on: today),
                keeps: keeps,
                wish: asked,
                form: form
            )
        }
    }
}

extension Reader {
    /// Where somebody would like to meet, as they last said, and what they need to get there.
    fileprivate func wished(_ found: Case) throws -> BookingFormPage.Wished {
        let (wish, needs) = try (wish(on: found.referral), accessNeeds(of: found.person))
        let features: [Room.Feature] = needs.compactMap { need in
            switch need.kind {
            case .stepFree: .stepFree
            case .hearing: .hearingLoop
            case .interpreter, .signLanguage, .largePrint, .easyRead, .sight, .companion, .moreTime, .other:
                nil
            }
        }
        return try BookingFormPage.Wished(
            name: particulars(of: found.person).fullName,
            place: wish?.place?.name,
            needs: needs.map(\.flag),
            wants: wish?.place == .community ? .homely : nil,
            features: features
        )
    }

    fileprivate func linkWorkers(at practice: Organisation.ID, on day: Day) throws -> [Booking.Who] {
        try rows(
            """
            SELECT DISTINCT member.id, member.name
            FROM placement
            JOIN member ON member.id = placement.link_worker
            WHERE placement.practice = \(practice) AND \(Placement.current(on: day))
            ORDER BY member.name, member.id
            """
        ).map { try Booking.Who(id: $0("id"), name: $0("name")) }
    }
}
