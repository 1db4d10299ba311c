import ArgumentParser
import Belong
import Kernel
import Store

/// What there is to do with the log of who looked at and changed what.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "The log of who looked at and changed what.",
        subcommands: [AuditVerify.self, AuditHead.self]
    )
}

/// Reads the log from its beginning and makes sure nobody altered it.
struct AuditVerify: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Make sure that no line of the log was altered, taken out or put in.",
        discussion: """
            Every line carries a digest of the one before. Says how many lines there are, and where a chain \
            is broken if one is; then it ends with 1. Whoever can write the store could write the whole log \
            anew: give a line that `belong audit head` printed, or that Belong's own log kept, to see that \
            nothing before it was.
            """
    )

    @Option(help: "A line of `belong audit head` from before, which the log must have come by.")
    var against: String?

    @OptionGroup var place: StoreChoice

    func work(on store: any Store) async throws {
        let kept = try against.map { line in
            guard let heads = LogHead.read(line) else {
                throw Stop("That is not a line of belong audit head: 0:12: and 64 letters and digits.")
            }
            return heads
        }
        let log = try await LogVerification(of: store, against: kept ?? [])
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
