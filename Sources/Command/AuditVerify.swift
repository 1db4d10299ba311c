import ArgumentParser
import Belong
import Kernel
import Store

/// What there is to do with the log of who looked at and changed what.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "The log of who looked at and changed what.",
        subcommands: [AuditVerify.self]
    )
}

/// Reads the log from its beginning and makes sure nobody altered it.
struct AuditVerify: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Make sure that no line of the log was altered, taken out or put in.",
        discussion: """
            Every line carries a digest of the one before. Says how many lines there are, and where a chain \
            is broken if one is; then it ends with 1.
            """
    )

    @OptionGroup var place: StoreChoice

    func work(on store: any Store) async throws {
        let log = try await LogVerification(of: store)
        say(log.sentence)
        guard log.isWhole else { throw ExitCode.failure }
    }
}

extension LogVerification {
    /// How it went, with every place that does not fit.
    var sentence: String {
        let read = "log: \(entries.counted("entry", "entries"))"
        guard !isWhole else { return read + ", whole" }
        let places = breaks.map { "chain \($0.chain) at position \($0.position)" }
        return read + ", broken in " + places.joined(separator: ", ")
    }
}
