import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("A form that is not taken")
struct UnsentTests {
    @Test func `comes back with what was written, to be changed and sent again`() async throws {
        let here = try await Neighbourhood()
        let referral = try await here.refers()
        try await here.accepts(referral)

        let refused = try await here.sends(
            "/referrals/\(referral)/decline",
            ["reason": "clinical", "words": "Her chest <first>, please."],
            as: here.sam
        )

        #expect(refused.status == 409)
        #expect(refused.says("<h1>This referral is no longer waiting.</h1>"))
        #expect(refused.says("\nHer chest &lt;first&gt;, please.</textarea>"))
        #expect(refused.says("Nothing of it was done. What you wrote is still here"))
        #expect(refused.says("name=\"formToken\" value=\"\(Neighbourhood.formToken)\""))
        #expect(refused.says("action=\"/referrals/\(referral)/decline\""))
        #expect(refused.says("<input type=\"hidden\" name=\"reason\" value=\"clinical\">"))
    }

    @Test func `can be sent again from there, and is done`() async throws {
        let here = try await Neighbourhood()
        let referral = try await here.refers()
        let path = "/referrals/\(referral)/remarks"
        let long = String(repeating: "She sings. ", count: 400)

        let refused = try await here.sends(path, ["words": long], as: here.drPatel)
        let sent = try await here.sends(path, ["words": "She sings."], as: here.drPatel)

        #expect(refused.status == 409 && refused.says("She sings. She sings."))
        #expect(sent.status == 303)
        #expect(try await here.count("remark") == 1)
    }

    @Test func `is there to be copied where it is not theirs any more`() async throws {
        let here = try await Neighbourhood()
        let referral = try await here.refers()

        let missing = try await here.sends(
            "/referrals/\(referral)/remarks",
            ["words": "Ring her after ten."],
            as: here.jo
        )

        #expect(missing.status == 404 && missing.says("Ring her after ten."))
        #expect(missing.says("What you wrote was not kept. It stands here, for you to copy."))
        #expect(!missing.says("Send it again"))
    }

    @Test func `without a word in it says what it always said`() async throws {
        let here = try await Neighbourhood()
        let referral = try await here.refers()
        try await here.accepts(referral)

        let refused = try await here.sends("/referrals/\(referral)/acceptance", [:], as: here.sam)

        #expect(refused.status == 409 && refused.says("Go back to see how things stand now."))
    }

    @Test func `shows no password and no key`() throws {
        let carried = try #require(
            Carried(text: "/me?password=a%20long%20one&draftPage=%2Fa%20b&reason=other&words=Good%20day")
        )

        #expect(carried.written.map(\.value) == ["Good day"])
    }

    @Test func `calls each field by its own words`() async throws {
        let here = try await Neighbourhood()
        let referral = try await here.refers()
        try await here.accepts(referral)

        let refused = try await here.sends(
            "/referrals/\(referral)/decline",
            [
                "reason": "clinical", "words": "Her chest first.", "riskWords": "A big dog",
                "toKnow": "Rings late",
            ],
            as: here.sam
        )

        for label in ["What you wrote", "Risk words", "To know"] {
            #expect(refused.says(">\(label)</label>"))
        }
    }
}
