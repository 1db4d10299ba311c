import Foundation
import Kernel
import Testing
import Web

@testable import Belong

@Suite("One answer for what is safe")
struct SafeAnswerTests {
    private let today = Day(number: 20_557)

    private func filled(_ safe: String?) -> ReferralForm {
        var form = ReferralForm()
        form.practice = Organisation.ID().description
        (form.givenName, form.familyName, form.nhsNumber) = ("Jean", "Moss", "999 000 1235")
        (form.reasons, form.words, form.risk) = (["housing"], "Eviction notice for May.", "nothing")
        (form.phone, form.safe) = ("07700 900112", safe)
        return form
    }

    private func problems(_ form: ReferralForm) -> [Problems.Problem] {
        do throws(Problems) {
            _ = try form.read(today: today)
            return []
        } catch {
            return error.list
        }
    }

    @Test(arguments: zip(["plain", "neutral"], [false, true]))
    func `says the ways and the words at once`(_ safe: String, isNeutral: Bool) throws {
        let reaching = try filled(safe).read(today: today).reaching

        #expect(reaching.channels == [.text, .call] && reaching.isNeutral == isNeutral)
        #expect(!reaching.mayLeaveVoicemail)
    }

    @Test func `may be a call only, with nothing left behind`() throws {
        let reaching = try filled("call").read(today: today).reaching

        #expect(reaching.channels == [.call] && reaching.isNeutral && !reaching.mayLeaveVoicemail)
    }

    @Test func `is not there until it is given, and needs the number`() {
        var form = filled("plain")
        form.phone = ""

        #expect(problems(filled(nil)).map(\.field) == ["safe"])
        #expect(problems(filled("other")).map(\.field) == ["channels"])
        #expect(problems(form).map(\.field) == ["phone"])
    }

    @Test func `is not taken where another answer stands below it`() {
        var form = filled("plain")
        form.neutral = "yes"

        #expect(
            problems(form).map(\.sentence) == [
                "You answered this below as well. Choose “another way” if what is said below is right"
            ]
        )
        form.safe = "other"
        form.channels = ["text"]
        #expect(problems(form).isEmpty)
    }

    @Test func `leaves room for more to say of reaching them`() throws {
        var form = filled("plain")
        form.reachingWords = "After four, when he is out"

        #expect(try form.read(today: today).reaching.words == "After four, when he is out")
    }

    @Test func `everything may have been told, in one tick`() throws {
        var form = filled("plain")
        form.told = ["all"]

        #expect(try form.read(today: today).told == [.role, .contact, .choice])
    }

    @Test func `what most need not say is folded away, and open where it was filled or is wrong`()
        async throws
    {
        let here = try await Neighbourhood()
        let blank = try await here.opens("/referrals/new", as: here.drPatel)
        let again = try await here.sends(
            "/referrals",
            ["practice": here.elmStreet.id.description, "needs[]": "step_free", "safe": "other"],
            as: here.drPatel
        )

        #expect(blank.body.components(separatedBy: "<details class=\"folded\">").count == 3)
        #expect(again.body.components(separatedBy: "<details class=\"folded\" open>").count == 3)
    }
}
