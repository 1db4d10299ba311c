import ArgumentParser
import Belong
import Kernel
import Store

/// Looks whether what is kept is sound, before anybody relies on it.
struct Check: StoreCommand {
    static let configuration = CommandConfiguration(
        abstract: "See whether the store is sound.",
        discussion: """
            Looks at three things: the tables are those of this version; the engine finds nothing broken in \
            them; the log of who looked and changed is whole. Says what is wrong, and ends with 1, if \
            anything is. Says too how the outbox stands, and whose people have no link worker any more, and \
            who waits where there is none. Changes nothing. Run it after restoring a backup.
            """
    )

    @OptionGroup var place: StoreChoice

    func work(on store: any Store) async throws {
        say("schema: as this version needs it (\(Features.changes.count.counted("change")))")
        let faults = try await store.faults()
        for fault in faults { say("store: \(fault)") }
        if faults.isEmpty { say("store: nothing broken") }
        let log = try await LogVerification(of: store)
        say(log.sentence)
        let outbox = try await OutboxStanding(of: store)
        let withheld = try await OutboxStanding.withheld(in: store)
        say("outbox: \(outbox.waiting) waiting, \(outbox.givenUp) given up, \(withheld) kept here")
        let settings = try place.settings()
        if let post = settings.post {
            say("post: \(post)")
        } else if !settings.isDemo {
            say("post: \(Server.noCarrier)")
        }
        for left in try await Unheld.all(in: store) { say(left.line) }
        for unseen in try await Unseen.all(in: store) { say(unseen.line) }
        guard faults.isEmpty, log.isWhole else { throw ExitCode.failure }
    }
}

extension Unseen {
    /// waiting: 2 at Elm Street Surgery are seen by no link worker
    fileprivate var line: String {
        "waiting: \(people) at \(practice) \(people == 1 ? "is" : "are") seen by no link worker"
    }
}

extension Unheld {
    /// people: 3 of Amara Okafor at Elm Street Surgery need somebody
    var line: String {
        "people: \(people) of \(linkWorker) at \(practice) \(people == 1 ? "needs" : "need") somebody"
    }

    static func sentence(_ people: Int) -> String {
        "\(people.counted("person", "people")) of theirs \(people == 1 ? "needs" : "need") somebody."
    }
}
