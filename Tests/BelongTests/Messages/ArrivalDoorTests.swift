import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import Store
import Testing

@testable import Belong

@Suite("The door for texts that come in")
struct ArrivalDoorTests {
    private static let came = """
        {"id":"a-name","source_number":"447700900112","destination_number":"07700900999",\
        "message":"50% & more?","date_received":"2026-04-14T09:00:00.000000Z"}
        """

    private func comes(_ body: String, showing token: String?, to here: Neighbourhood) async throws -> Int {
        let json: HTTPFields = [.contentType: "application/json"]
        let shown: HTTPFields = token.map { [.authorization: "Bearer \($0)"] } ?? [:]
        return try await here.app(signedInAs: nil).test(.router) { far in
            try await far.execute(
                uri: ArrivalRoutes.door,
                method: .post,
                headers: HTTPFields(json + shown),
                body: ByteBuffer(string: body)
            ) { $0.status.code }
        }
    }

    @Test func `opens to Notify's token, and the text is with whom it is from`() async throws {
        let story = try await CaseInHand()
        let token = Neighbourhood.callbackToken

        #expect(try await comes(Self.came, showing: token, to: story.here) == 204)
        #expect(try await comes(Self.came, showing: token, to: story.here) == 204)
        #expect(try await comes("no text at all", showing: token, to: story.here) == 400)
        let kept = try await story.here.count(
            "arrival WHERE person = \(story.person) AND body = '50% & more?'"
        )
        #expect(kept == 1)
    }

    @Test(arguments: [nil, "", "a-token-that-only-notify-and-we-knew"])
    func `is not there for anybody else`(token: String?) async throws {
        let here = try await Neighbourhood()
        #expect(try await comes(Self.came, showing: token, to: here) == 404)
        #expect(try await here.count("arrival") == 0)
    }
}
