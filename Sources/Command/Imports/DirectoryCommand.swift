import ArgumentParser
import Belong
import Store

/// What goes on round here.
struct DirectoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "directory",
        abstract: "What goes on round here.",
        subcommands: [DirectoryImport.self]
    )
}

/// Takes a directory in from a file or a live feed.
struct DirectoryImport: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take in community services from Open Referral UK.",
        discussion: """
            From a file or the address of a feed, in version 3.0 or the older shape of pages. Run twice it \
            changes nothing. A service that a whole feed no longer holds is marked as gone, not deleted. What \
            could not be taken is listed with its place and the reason: also what is kept from another list \
            already, which is left as it is.
            """
    )

    @Argument(help: "A file, or the address of a feed.")
    var source: String

    @Flag(help: "Let the feed stand on this machine or in this network.")
    var allowPrivate = false

    @Option(help: "The list whose place it takes, as it was named when it was taken in.")
    var insteadOf: String?

    @OptionGroup var place: StoreChoice

    func work(on store: any Store) async throws {
        let isFeed = source.hasPrefix("http://") || source.hasPrefix("https://")
        let taking = OpenReferralImport(store: store)
        let report =
            try await isFeed
            ? taking.feed(source, allowPrivate: allowPrivate, insteadOf: insteadOf)
            : taking.file(source, insteadOf: insteadOf)
        report.say()
    }
}
