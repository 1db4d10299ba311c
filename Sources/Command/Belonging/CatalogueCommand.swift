import ArgumentParser
import Belong
import Foundation
import Kernel
import Store

/// What the sixteen configurations say and how each is read.
struct CatalogueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue",
        abstract: "What the sixteen configurations say and how each is read.",
        subcommands: [CatalogueCheck.self, CatalogueAmend.self, CatalogueShow.self, CatalogueHistory.self]
    )
}

/// Looks through a catalogue and says everything that is wrong with it.
struct CatalogueCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "See whether a catalogue can be taken.",
        discussion: "Says everything that is wrong with it at once, each with its line. Changes nothing."
    )

    @Argument(help: "The catalogue (YAML).")
    var file: String

    func run() async throws {
        try await Stop.explaining { say(try sound(file)) }
    }
}

/// Takes a catalogue as the one in force.
struct CatalogueAmend: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "amend",
        abstract: "Take a catalogue as the one in force from now on.",
        discussion: """
            Begin from what `belong catalogue show` prints, change it, and say the next version. What was in \
            force before is kept with the reason. A catalogue with a fault is not taken at all.
            """
    )

    @Argument(help: "The catalogue (YAML).")
    var file: String

    @Option(help: "Why it is changed. Kept with it.")
    var reason: String

    @OptionGroup var place: StoreChoice

    func work(on store: any Store) async throws {
        let summary = try sound(file)
        try await Catalogues(store: store).amend(words(of: file), because: reason)
        say("In force: \(summary).")
    }
}

/// Prints the catalogue in force.
struct CatalogueShow: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print the catalogue that is in force, as it was written."
    )

    @OptionGroup var place: StoreChoice

    func work(on store: any Store) async throws {
        say(try await Catalogues(store: store).words().trimmingCharacters(in: .newlines))
    }
}

/// Which were in force, and why each was changed.
struct CatalogueHistory: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "List which catalogues were in force, since when and why."
    )

    @OptionGroup var place: StoreChoice

    func work(on store: any Store) async throws {
        for line in try await Catalogues(store: store).history() {
            let since = line.since.map { "since \(Day($0))" } ?? "from the beginning"
            say("version \(line.version)\t\(since)\t\(line.reason)")
        }
    }
}

/// What it holds, or everything that is wrong with it and the end.
private func sound(_ file: String) throws -> String {
    let words = try words(of: file)
    let faults = Catalogues.faults(in: words)
    for fault in faults { say(fault) }
    guard faults.isEmpty, let summary = Catalogues.summary(of: words) else {
        throw Stop("This catalogue cannot be taken: \(faults.count.counted("fault")).")
    }
    return summary
}

private func words(of file: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: file) else {
        throw Stop("There is no file at \(file) that can be read.")
    }
    guard let words = String(data: data, encoding: .utf8) else {
        throw Stop("\(file) is not written in UTF-8.")
    }
    return words
}
