import Foundation
import Kernel
import Store

extension SeedFile.Owed {
    /// For how long a post is paid, as somebody confirmed.
    struct Paid: Decodable, Sendable {
        let linkWorker: String
        let practice: String
        let by: String
        let source: String
        let ago: Int
        /// Days from today.
        let until: Int
        let notice: Int
    }
}

extension SeedGround {
    func fund(_ one: SeedFile.Owed.Paid) async throws {
        let told = Fundings.Told(
            source: one.source,
            until: Day(now).advanced(by: one.until),
            noticeWeeks: one.notice
        )
        try await Fundings(store: store, member: member(one.by), site: site)
            .confirm(told, of: placement(one.linkWorker, one.practice), at: instant(one.ago, "15:00"))
    }
}
