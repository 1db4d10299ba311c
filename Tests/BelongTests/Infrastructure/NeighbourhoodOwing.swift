import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

/// What is owed in the neighbourhood's placements.
extension Neighbourhood {
    static func site() throws -> WebAddress { try #require(WebAddress("http://localhost:8080")) }

    func issues(of member: Member) throws -> Issues {
        try Issues(store: store, member: member, site: Self.site())
    }

    func supervisions(of member: Member) throws -> Supervisions {
        try Supervisions(store: store, member: member, site: Self.site())
    }

    func placement(of linkWorker: Member, at practice: Organisation? = nil) async throws -> Placement.ID {
        let place = (practice ?? elmStreet).id
        let found: Placement.ID? = try await store.read {
            try $0.value(
                "SELECT id FROM placement WHERE link_worker = \(linkWorker.id) AND practice = \(place)"
            )
        }
        return try #require(found)
    }

    /// Words that went by e-mail to somebody.
    func mail(to member: Member) async throws -> [String] {
        try await store.read {
            try $0.values(
                """
                SELECT subject FROM message
                JOIN member ON member.email = message.recipient
                WHERE member.id = \(member.id)
                ORDER BY message.id
                """
            )
        }
    }
}
