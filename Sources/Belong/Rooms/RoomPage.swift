import Kernel
import Web

/// A room as reception or the practice manager describes it.
struct RoomPage: Page {
    let practice: Organisation.ID
    /// The room that is changed; a new one has none yet.
    let room: Room.ID?
    var form: RoomForm
    var problems = Problems()

    let place: String? = "/rooms"
    var title: String { room == nil ? "A room" : "Change a room" }

    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">How it feels matters as much as what is in it: not everybody can talk beside a couch.</p>
        \(problems.summary)
        <section class="card">\(HTML.form(room.map { "/rooms/\($0)" } ?? "/rooms", fields))</section>
        \(room.map(closing))
        <p><a href="/rooms?practice=\(practice)">Back to the rooms</a></p></div>
        """
    }

    private var fields: HTML {
        """
        <input type="hidden" name="practice" value="\(practice)">
        \(Field("name", "What it is called", problems).line(form.name))
        \(Field("feel", "How it feels", problems)
            .one(of: Room.Feel.allCases.map { Choice($0.rawValue, $0.name) }, chosen: form.feel))
        \(Field("access", "Getting there and being there", problems)
            .any(of: Room.Feature.allCases.map { Choice($0.rawValue, $0.name) }, chosen: form.access ?? []))
        \(Field("equipment", "What is in it", hint: "Couch, basin, two armchairs, a screen", problems)
            .line(form.equipment))
        <button class="btn">Keep</button>
        """
    }

    private func closing(_ room: Room.ID) -> HTML {
        """
        <section class="card"><h2>Not used any more</h2><p>Whatever is booked there from now on has no room then, and \
        stands on the board to be settled. What was, stays.</p>
        \(HTML.button("Take it out of use", "/rooms/\(room)/closing", classes: "btn quiet"))</section>
        """
    }

    static var sample: RoomPage {
        let practice = Organisation.ID()
        let room = Room.samples(at: practice)[0]
        return RoomPage(practice: practice, room: room.id, form: RoomForm(room.told))
    }
}

struct RoomForm: Decodable, Sendable {
    var practice: String?
    var name: String?
    var feel: String?
    var access: [String]?
    var equipment: String?

    init() {}

    init(_ told: Room.Told) {
        (name, feel, equipment) = (told.name, told.feel.rawValue, told.equipment)
        access = told.access.map(\.rawValue)
    }

    func read() throws(Problems) -> Room.Told {
        var problems = Problems()
        let name = problems.text(name, "name", "Say what the room is called", upTo: 60)
        let feel = problems.unless(
            feel.flatMap(Room.Feel.init),
            "feel",
            "Choose how it feels: clinical, neutral or homely"
        )
        let equipment = problems.words(equipment, "equipment", upTo: 300)
        guard let name, let feel, problems.list.isEmpty else { throw problems }
        return Room.Told(
            name: name,
            feel: feel,
            equipment: equipment,
            access: Set((access ?? []).compactMap(Room.Feature.init))
        )
    }
}
