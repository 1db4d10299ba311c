import ArgumentParser
import Belong
import CoreMetrics
import Logging
import Store

/// Runs Belong until it is told to stop.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run Belong.",
        discussion: """
            The store must be there and up to date: run `belong migrate` first. Stop it with SIGTERM or \
            Ctrl-C: requests under way are finished, and nothing that was answered is lost. The log goes to \
            standard error, one line of JSON for each thing that happens.
            """
    )

    @OptionGroup var place: StoreChoice
    @OptionGroup var choice: ServeChoice

    func run() async throws {
        try await Stop.explaining {
            let settings = try place.settings(choice.flags)
            LoggingSystem.bootstrap { label in LogLines(label: label, level: settings.logLevel) }
            let counts = Prometheus()
            MetricsSystem.bootstrap(counts)
            let store = try settings.open()
            try await Migrator(Features.changes).check(store)
            try await Server(settings: settings, store: store, counts: counts).run()
            try await store.close()
        }
    }
}
