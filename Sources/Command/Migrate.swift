import ArgumentParser
import Belong
import Kernel
import Store

/// Makes the store, or brings one from an earlier version up to date.
struct Migrate: StoreCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the store, or bring it up to this version.",
        discussion: """
            Each change is made whole or not at all, so a stop half way is safe: run it again.
            A store from a newer version of Belong is left alone. Take a backup first: `belong backup PATH`.
            """
    )
    static let needsMigratedStore = false

    @OptionGroup var place: StoreChoice

    func work(on store: any Store) async throws {
        let applied = try await Migrator(Features.changes).migrate(store)
        for change in applied { say("made the change “\(change)”") }
        say(applied.isEmpty ? "The store is up to date." : "The store is up to date now.")
    }
}
