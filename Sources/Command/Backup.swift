import ArgumentParser
import Belong
import Foundation
import Store

/// Copies a store in one file to another while it is in use.
struct Backup: StoreCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy the store to a file while it is in use, and prove the copy sound.",
        discussion: """
            For a store in SQLite. The copy is opened and checked before this command says that it is done; \
            restoring it means putting it in the store's place. PostgreSQL has a tool of its own: pg_dump.
            """
    )

    @Argument(help: "Where the copy goes. Nothing may be there yet.")
    var path: String

    @OptionGroup var place: StoreChoice

    func work(on store: any Store) async throws {
        guard let store = store as? SQLiteStore else {
            tell("This store is in PostgreSQL. Back it up with pg_dump --format=custom, which knows it best.")
            throw ExitCode(2)
        }
        guard !FileManager.default.fileExists(atPath: path) else {
            throw Stop("There is something at \(path) already. Give a path where nothing is.")
        }
        do {
            try store.backUp(to: path)
        } catch {
            try? FileManager.default.removeItem(atPath: path)
            throw Stop(
                "The copy at \(path) could not be made whole, and was taken away. Is there room for it?"
            )
        }
        say("The store is copied to \(path), and the copy is sound.")
    }
}
