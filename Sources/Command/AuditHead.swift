import ArgumentParser
import Belong
import Kernel
import Store

/// Prints how far the log has come, to be kept elsewhere.
struct AuditHead: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "head",
        abstract: "Print how far the log has come, to be kept elsewhere.",
        discussion: """
            One line, a digest of everything in the log until now. Keep it where whoever can write the store \
            cannot: later, `belong audit verify --against` shows whether anything before it was changed. While \
            Belong is served the same line goes to its log every hour.
            """
    )

    @OptionGroup var place: StoreChoice

    func work(on store: any Store) async throws {
        say(try await LogHead.all(in: store).line)
    }
}

extension [LogHead] {
    var line: String { map(\.description).joined(separator: " ") }
}
