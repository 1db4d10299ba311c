import Foundation
import Kernel
import Store

/// Fills an empty store with a believable neighbourhood: real practices and
/// community services, invented people. Everything happens through the same doors
/// as in life, so that no rule is bent for the demo.
package struct Seeds: Sendable {
    let store: any Store
    let folder: URL
    let site: WebAddress

    /// - Parameter folder: where `neighbourhood.json`, `year.json`, `owed.json`, `said.json`, `agreed.json`,
    ///   `directory.json`, `greater-manchester.json`, `practices.csv` and `postcodes.csv` stand.
    package init(store: any Store, folder: String, site: WebAddress) {
        self.store = store
        self.folder = URL(filePath: folder, directoryHint: .isDirectory)
        self.site = site
    }

    package enum Refused: Error, CustomStringConvertible {
        case notEmpty
        case unreadable(String)

        package var description: String {
            switch self {
            case .notEmpty: "There are people in this store already. Seeds go into an empty one only."
            case .unreadable(let what): "The seeds cannot be sown: \(what)."
            }
        }
    }

    /// Sows everything as it would stand today. All members get this one password.
    package func sow(password: String, at now: Date = .now) async throws {
        guard try await isEmpty() else { throw Refused.notEmpty }
        let file = try JSONDecoder().decode(SeedFile.self, from: read("neighbourhood.json"))
        try await takeIn(at: now)
        let ground = try await SeedGround(store: store, site: site, file: file, password: password, at: now)
        try await ground.talk(file)
        try await ground.say(file.groups)
        for somebody in file.people {
            var story = SeedPlaying(ground: ground, somebody: somebody)
            try await story.play()
        }
        try await ground.live(JSONDecoder().decode(SeedYear.self, from: read("year.json")))
        try await ground.plan(file.weeks, file.cards)
        try await ground.tell(file.awareness)
        try await ground.furnish(file)
        try await ground.team(file.team)
        let owed = try JSONDecoder().decode(SeedFile.Owed.self, from: read("owed.json"))
        try await ground.owe(owed)
        try await ground.arrange(
            JSONDecoder().decode(SeedFile.Arranged.self, from: read("owed.json")),
            in: file.network,
            confirmedBy: "michael"
        )
        try await ground.say(JSONDecoder().decode(SeedSaid.self, from: read("said.json")))
        try await ground.checkIn(file.checkIns)
        try await ground.agree(JSONDecoder().decode(SeedFile.Agreed.self, from: read("agreed.json")))
        try await ground.leave(file.placements)
        for left in owed.exits { try await ground.say(left) }
    }

    private func isEmpty() async throws -> Bool {
        try await store.read { try !$0.has("SELECT id FROM member LIMIT 1") }
    }

    private func takeIn(at now: Date) async throws {
        let practices = try read("practices.csv")
        try await PracticeImport(store: store).read(Array(practices), named: "practices.csv", at: now)
        let postcodes = try read("postcodes.csv")
        try await PostcodeImport(store: store).read(Array(postcodes), named: "postcodes.csv")
        for file in ["directory.json", "greater-manchester.json"] {
            let path = folder.appending(path: file).path()
            _ = try await OpenReferralImport(store: store).file(path, at: now)
        }
    }

    private func read(_ name: String) throws -> Data {
        do {
            return try Data(contentsOf: folder.appending(path: name))
        } catch {
            throw Refused.unreadable("\(name) is not in \(folder.path())")
        }
    }
}
