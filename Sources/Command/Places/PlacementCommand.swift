import ArgumentParser
import Belong
import Foundation
import Kernel
import Store

/// Which link worker is at which practice.
struct PlacementCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "placement",
        abstract: "Which link worker is at which practice.",
        subcommands: [PlacementAdd.self, PlacementEnd.self, PlacementHours.self, PlacementList.self]
    )
}

/// Whom and where a placement is about.
struct PlacementChoice: ParsableArguments {
    @Option(help: "The link worker's e-mail address.")
    var member: String

    @Option(help: "The practice: its ODS code or its name.")
    var practice: String

    func find(in store: any Store) async throws -> (Member, Organisation) {
        let roster = Roster(store: store)
        return try await (roster.find(typed: member), roster.organisation(practice))
    }
}

/// Places a link worker at a practice.
struct PlacementAdd: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Place a link worker at a practice.",
        discussion: """
            They must have the role of link worker there: `belong member add --role link_worker --at …`. From \
            the first day on they see who waits there, and colleagues see them at the desk.
            """
    )

    @OptionGroup var choice: PlacementChoice

    @Option(help: "Who employs them: the name or the ODS code of an organisation.")
    var employer: String

    @Option(help: "Who pays for them: the name or the ODS code of an organisation.")
    var funder: String

    @Option(help: "The e-mail address of whoever supervises them.")
    var supervisor: String?

    @Option(help: "The first day, like 2026-11-23. Where nothing is said: today.")
    var from: String?

    @OptionGroup var place: StoreChoice

    func work(on store: any Store) async throws {
        let roster = Roster(store: store)
        let (member, practice) = try await choice.find(in: store)
        let day = try Day(choosing: from)
        var supervising: Member?
        if let supervisor { supervising = try await roster.find(typed: supervisor) }
        let terms = try await Placements.Terms(
            employer: roster.organisation(employer).id,
            funder: roster.organisation(funder).id,
            supervisor: supervising,
            from: day
        )
        try await Placements(store: store).add(member, at: practice, terms)
        say("\(member.name) is placed at \(practice.name) from \(day.full).")
    }
}

/// Ends a placement.
struct PlacementEnd: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract: "End a placement, and say how many people need somebody then.",
        discussion: "Their role there stays: end that with `belong member end`, which ends the placement too."
    )

    @OptionGroup var choice: PlacementChoice

    @Option(help: "The first day they are not there, like 2026-11-23. Where nothing is said: today.")
    var from: String?

    @OptionGroup var place: StoreChoice

    func work(on store: any Store) async throws {
        let (member, practice) = try await choice.find(in: store)
        let day = try Day(choosing: from)
        let left = try await Placements(store: store).end(member, at: practice, on: day)
        say("\(member.name) is not placed at \(practice.name) from \(day.full).")
        if left > 0 { say(Unheld.sentence(left)) }
    }
}

extension Day {
    /// The day that was typed; today where none was.
    init(choosing typed: String?) throws {
        guard let typed else {
            self = Day(.now)
            return
        }
        guard let day = Day(typed: typed) else { throw Stop("That is not a day. Write it like 2026-11-23.") }
        self = day
    }
}

extension Roster {
    func find(typed email: String) async throws -> Member {
        guard let address = EmailAddress(email) else { throw Stop("That is not an e-mail address.") }
        return try await find(address)
    }
}
