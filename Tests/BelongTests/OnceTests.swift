import Kernel
import Store
import Testing

@testable import Belong

@Suite("A form that is sent again")
struct OnceTests {
    let here: Neighbourhood
    let nonce = Submission.ID()

    init() async throws {
        here = try await Neighbourhood()
    }

    private func profile(_ brings: String) -> KeyValuePairs<String, String> {
        ["brings": brings, "languages": "", "phone": ""]
    }

    @Test func `is done once`() async throws {
        for _ in 0..<2 {
            let sent = try await here.sends("/me/profile", profile("Patience"), as: here.amara, nonce: nonce)
            #expect(sent.status == 303)
        }

        #expect(try await here.count("profile") == 1)
    }

    @Test func `is another sending where other words are in it`() async throws {
        for brings in ["Patience", "Patience and a bicycle"] {
            let sent = try await here.sends("/me/profile", profile(brings), as: here.amara, nonce: nonce)
            #expect(sent.status == 303)
        }

        #expect(try await here.count("profile") == 2)
    }

    @Test func `is somebody else's own work, where they use the same nonce`() async throws {
        _ = try await here.sends("/me/profile", profile("Patience"), as: here.amara, nonce: nonce)
        _ = try await here.sends("/me/profile", profile("Housing"), as: here.sam, nonce: nonce)

        #expect(try await here.count("profile") == 2)
    }

    @Test func `gets nobody else's answer, at another address`() async throws {
        let (first, second) = try await (here.refers(), here.refers(Neighbourhood.particulars("Ada Hall")))
        let one = try await here.sends("/referrals/\(first)/acceptance", [:], as: here.amara, nonce: nonce)
        let other = try await here.sends("/referrals/\(second)/acceptance", [:], as: here.amara, nonce: nonce)

        #expect(one.location != other.location)
        #expect(try await here.count("acceptance") == 2)
    }
}
