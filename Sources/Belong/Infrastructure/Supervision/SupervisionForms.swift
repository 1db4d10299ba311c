import Foundation
import Kernel
import Web

/// What was agreed, as it was typed.
struct RhythmForm: Decodable, Sendable {
    var hat: String?
    var supervisor: String?
    var rhythm: String? = "31"

    init() {}

    func read() throws(Problems) -> Supervisions.Agreed {
        var problems = Problems()
        let hat = problems.unless(
            hat.flatMap(Supervision.Hat.init(rawValue:)),
            "hat",
            "Choose for what it is"
        )
        let who = problems.unless(supervisor.flatMap { Member.ID($0) }, "supervisor", "Choose with whom")
        let rhythm = problems.unless(
            rhythm.flatMap { Int($0) }.flatMap(Supervision.Rhythm.init(rawValue:)),
            "rhythm",
            "Choose how often"
        )
        if let hat, let rhythm, !hat.rhythms.contains(rhythm) {
            problems.add(
                "rhythm",
                "Cases and wellbeing are talked over at least once a month. Choose no less"
            )
        }
        guard let hat, let who, let rhythm, problems.list.isEmpty else { throw problems }
        return .init(hat: hat, supervisor: who, rhythm: rhythm)
    }
}

/// The next one, as it was typed.
struct PlanningForm: Decodable, Sendable {
    var of: String?
    var day: String?
    var time: String?

    init() {}

    func read(at now: Date = .now) throws(Problems) -> (hat: Supervision.Hat, beginsAt: Date) {
        var problems = Problems()
        let hat = problems.unless(of.flatMap(Supervision.Hat.init(rawValue:)), "of", "Choose for what it is")
        let day = problems.unless(day.flatMap { Day(typed: $0.asWritten) }, "day", "Enter a day there is")
        let minute = problems.unless(
            time.flatMap { TimeOfDay.minute($0.asWritten) },
            "time",
            "Enter a time, such as 10:00"
        )
        guard let hat, let day, let minute else { throw problems }
        return (hat, DiaryHours.instant(day, minute))
    }
}

struct GPContactForm: Decodable, Sendable {
    var gp: String?

    init() {}

    func read() throws(Problems) -> Member.ID {
        var problems = Problems()
        guard let gp = problems.unless(gp.flatMap { Member.ID($0) }, "gp", "Choose who it is") else {
            throw problems
        }
        return gp
    }
}

/// Three other times, as they were typed.
struct SlotsForm: Decodable, Sendable {
    var days: [String]?
    var times: [String]?

    init() {}

    init(_ slots: [Date]) {
        days = slots.map { Day($0).description }
        times = slots.map { London.time($0) }
    }

    func read(at now: Date = .now) throws(Problems) -> [Date] {
        var problems = Problems()
        let typed = zip(days ?? [], times ?? []).compactMap { day, time in
            Day(typed: day.asWritten).flatMap { day in
                TimeOfDay.minute(time.asWritten).map { DiaryHours.instant(day, $0) }
            }
        }
        let last = London.instant(Day(now).advanced(by: Supervision.again + 1), hour: 0)
        let slots = Set(typed).filter { $0 > now && $0 < last }.sorted()
        if slots.count != 3 {
            problems.add(
                "days",
                "Offer three different times within the next seven days, before you let go of this one"
            )
            throw problems
        }
        return slots
    }
}

/// Cancelling one: not before three other times are offered.
struct SupervisionCancelPage: FormPage {
    let title = "Cancel supervision"
    let place: String? = "/placements"
    let session: Supervision
    let placement: Placement.ID
    var form: SlotsForm
    var problems = Problems()

    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">\(session.spoken), \(session.hat.what.lowercased()). Three other times within seven days are offered \
        first; should it fall out a second time, the network lead hears that it did.</p>
        \(problems.summary)
        \(HTML.form("/supervisions/\(session.id)/cancelling?placement=\(placement)", """
            <div id="f-days">\(each: 0..<3, times)</div>
            <button class="btn">Offer these, and cancel</button>
            """))
        <p><a href="/placements/\(placement)/supervision">Keep it as it is</a></p></div>
        """
    }

    private func times(_ number: Int) -> HTML {
        let (days, times) = (form.days ?? [], form.times ?? [])
        return """
            <div class="cols">\(Field("day\(number)", "Day \(number + 1)", as: "days[]", problems)
                .line(number < days.count ? days[number] : "", .date))
            \(Field("time\(number)", "Time \(number + 1)", as: "times[]", problems)
                .line(number < times.count ? times[number] : "", .time))</div>
            """
    }

    static var sample: SupervisionCancelPage {
        SupervisionCancelPage(
            session: Supervisions.Look.sample.standing.sessions[0],
            placement: Placement.ID(),
            form: SlotsForm([Date.sampled, Date.sampled + 86_400, Date.sampled + 2 * 86_400])
        )
    }
}

extension Date {
    /// The morning on which samples stand.
    static let sampled = London.instant(Day(number: 20_557), hour: 10)
}

extension Supervisions.Look {
    static var sample: Supervisions.Look {
        let placed = Owing.Placed.sample
        let ruth = Worry.Named(id: Member.ID(), name: "Ruth Adler")
        func session(_ hat: Supervision.Hat, days: Double, _ useful: Supervision.Useful?) -> Supervision {
            Supervision(
                id: Supervision.ID(),
                linkWorker: placed.linkWorker.id,
                hat: hat,
                supervisor: ruth,
                beginsAt: Date.sampled + days * 86_400,
                cancelling: nil,
                useful: useful,
                noticedAt: nil
            )
        }
        return Supervisions.Look(
            placed: placed,
            standing: SupervisionStanding(
                agreements: [
                    .init(
                        hat: .cases,
                        supervisor: ruth,
                        rhythm: .monthly,
                        agreedAt: Date.sampled - 90 * 86_400
                    )
                ],
                sessions: [
                    session(.cases, days: 6, nil), session(.cases, days: -1, nil),
                    session(.cases, days: -24, .yes),
                ],
                gp: .init(id: Member.ID(), name: "Dr Patel")
            ),
            supervisors: [.init(id: ruth.id, name: ruth.name, role: .supervisor)],
            clinicians: [.init(id: Member.ID(), name: "Dr Patel", role: .clinician)],
            me: placed.linkWorker.id
        )
    }
}
