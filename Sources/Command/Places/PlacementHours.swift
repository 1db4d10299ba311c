import ArgumentParser
import Belong
import Kernel
import Store

/// Says on which day, from when until when, a link worker is at a practice.
struct PlacementHours: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "hours",
        abstract: "Say on which day and hours a link worker is at a practice.",
        discussion: "One weekday at a time; said again, it replaces what was said. --off takes the day away."
    )

    @OptionGroup var choice: PlacementChoice

    @Option(help: "The day of the week, like Tuesday.")
    var day: String

    @Option(help: "From when, like 09:00.")
    var from: String?

    @Option(help: "Until when, like 16:00.")
    var until: String?

    @Option(help: "In which room.")
    var room: String?

    @Flag(help: "They are not there on this day any more.")
    var off = false

    @OptionGroup var place: StoreChoice

    func work(on store: any Store) async throws {
        let (member, practice) = try await choice.find(in: store)
        guard let weekday = Weekday.allCases.first(where: { $0.name.lowercased() == day.lowercased() }) else {
            throw Stop("There is no such day. Write it like Tuesday.")
        }
        let hours = off ? nil : Hours(from: from ?? "", until: until ?? "", room: room ?? "")
        guard off || hours != nil else {
            throw Stop("Give --from and --until like 09:00 and 16:00, the earlier first, and --room.")
        }
        try await Placements(store: store).attend(member, at: practice, on: weekday, hours)
        say("\(member.name) is \(off ? "not " : "")at \(practice.name) on \(weekday.name).")
    }
}

/// Who is placed where.
struct PlacementList: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List who is placed where, who employs, pays and supervises, and when they are there."
    )

    @OptionGroup var place: StoreChoice

    func work(on store: any Store) async throws {
        for line in try await Placements(store: store).all() { say(line.words) }
    }
}

extension PlacementLine {
    fileprivate var words: String {
        let days = "from \(from)" + (until.map { " until \($0)" } ?? "")
        return [
            email, linkWorker, practice, "employer \(employer)", "funder \(funder)",
            "supervisor \(supervisor ?? "nobody")", days, hours.joined(separator: "; "),
        ]
        .joined(separator: "\t")
    }
}
