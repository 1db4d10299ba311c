import Foundation
import Kernel
import Store

extension SeedFile.Owed {
    /// Why somebody left, and who may read it.
    struct Left: Decodable, Sendable {
        let linkWorker: String
        let practice: String
        let words: String
        let readers: [String]
    }
}

extension SeedGround {
    func say(_ one: SeedFile.Owed.Left) async throws {
        let words = Exit.Words(
            words: one.words,
            audiences: Set(one.readers.compactMap(Exit.Audience.init(rawValue:)))
        )
        try await Exits(store: store, member: member(one.linkWorker))
            .say(words, of: placement(one.linkWorker, one.practice), at: now)
    }
}
