import ArgumentParser
import Belong
import Foundation
import Kernel
import Store

/// A command that works on the store and nothing else.
protocol StoreCommand: AsyncParsableCommand {
    var place: StoreChoice { get }

    /// Whether it wants a store that this version of Belong can use as it is.
    static var needsMigratedStore: Bool { get }

    func work(on store: any Store) async throws
}

extension StoreCommand {
    static var needsMigratedStore: Bool { true }

    func run() async throws {
        try await Stop.explaining {
            let settings = try place.settings()
            let store = try settings.open(makingIt: !Self.needsMigratedStore)
            if Self.needsMigratedStore { try await Migrator(Features.changes).check(store) }
            try await work(on: store)
            try await store.close()
        }
    }
}

/// Why a command could not do what was asked, in a sentence. Whatever else an
/// error holds stays where it is: it may carry what people wrote.
struct Stop: Error, CustomStringConvertible {
    let description: String

    init(_ sentence: String) {
        description = sentence
    }

    static func explaining(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch let refusal as any Refusal {
            throw Stop(refusal.sentence)
        } catch let trouble as Unavailable {
            throw Stop(trouble.sentence)
        } catch is Conflict {
            throw Stop("Somebody else changed this in the same moment. Nothing of yours was kept: try again.")
        } catch  where error.isOurs {
            throw error
        } catch {
            throw Stop(
                "Something of ours has broken (\(String(reflecting: type(of: error)))). What was being done was undone."
            )
        }
    }
}

extension Error {
    /// Errors whose words were written for people and carry nobody's data.
    fileprivate var isOurs: Bool {
        self is Stop || self is Settings.Refused || self is Migrator.Refused || self is SQLiteStore.Unsound
            || self is ExitCode
    }
}

/// Tells the person at the terminal something that is not the answer itself.
func tell(_ words: String) {
    FileHandle.standardError.write(Data((words + "\n").utf8))
}

/// Says something at once, also where the answer goes to a file or another program.
func say(_ words: String) {
    FileHandle.standardOutput.write(Data((words + "\n").utf8))
}
