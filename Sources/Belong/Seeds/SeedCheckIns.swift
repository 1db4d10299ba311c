import Foundation
import Kernel
import Store

extension SeedFile {
    /// How it was for a link worker at a practice, one day, and who may see it.
    struct SaidInPassing: Decodable, Sendable {
        let by: String
        let practice: String
        let daysAgo: Int
        let seconds: Int
        let answers: [String: String]
        let shared: [String: [String]]
    }
}

/// Check-ins of the made-up link workers, of their own accord: the rhythm begins today.
extension SeedGround {
    func checkIn(_ all: [SeedFile.SaidInPassing]) async throws {
        for one in all {
            let linkWorker = try member(one.by)
            let practice = try place(one.practice)
            let placement: Placement.ID? = try await store.read { view in
                try view.value(
                    "SELECT id FROM placement WHERE link_worker = \(linkWorker.id) AND practice = \(practice)"
                )
            }
            guard let placement else {
                throw Seeds.Refused.unreadable("\(one.by) is not placed at \(one.practice)")
            }
            let said = CheckIns.Said(
                answers: one.answers.compactMapValues { CheckInAnswer(rawValue: $0) },
                shared: one.shared.mapValues { Set($0.compactMap { Confidant(rawValue: $0) }) },
                seconds: one.seconds
            )
            try await CheckIns(store: store, member: linkWorker)
                .answer(placement, said, on: .own, at: instant(one.daysAgo, "12:30"))
        }
    }
}
