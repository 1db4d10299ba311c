import Kernel
import Testing
import Web

@testable import Belong

@Suite("The referral form")
struct ReferralFormTests {
    private let today = Day(number: 20_557)

    private var filled: ReferralForm {
        var form = ReferralForm()
        form.practice = Organisation.ID().description
        form.givenName = "Zoë 🌻"
        form.familyName = "O’Brien"
        form.nhsNumber = "999 000 1235"
        form.reasons = ["housing", "money"]
        form.words = "Eviction notice for May."
        form.channels = ["text"]
        form.phone = "07700 900112"
        form.neutral = "no"
        form.risk = "nothing"
        return form
    }

    private func problems(_ form: ReferralForm) -> [String] {
        do throws(Problems) {
            _ = try form.read(today: today)
            return []
        } catch {
            return error.list.map(\.field)
        }
    }

    @Test func `is read when all that is needed is there`() throws {
        let request = try filled.read(today: today)

        #expect(request.particulars.nhsNumber == NHSNumber("9990001235"))
        #expect(request.reasons == [.housing, .money] && request.risk == .nothingKnown)
    }

    @Test func `says everything that must be put right at once`() {
        #expect(
            problems(ReferralForm())
                == [
                    "practice", "givenName", "familyName", "nhsNumber", "reasons", "words", "safe",
                    "risk",
                ]
        )
    }

    @Test(arguments: ["0000000000", "1234567890", "999 000 1234", "ten digits"])
    func `refuses an impossible NHS number`(_ typed: String) {
        var form = filled
        form.nhsNumber = typed

        #expect(problems(form).contains("nhsNumber"))
    }

    @Test(arguments: ["31 4 1979", "29/02/2026", "1 1 1850", "14 May 2027", "yesterday"])
    func `refuses a birthday that never was or has not been yet`(_ typed: String) {
        var form = filled
        form.born = typed

        #expect(problems(form) == ["born"])
    }

    @Test func `takes date of birth and postcode in place of an NHS number`() {
        var form = filled
        form.nhsNumber = ""
        #expect(problems(form) == ["nhsNumber"])

        form.born = "14 May 1979"
        form.postcode = "m337zf"
        #expect(problems(form).isEmpty)
    }

    @Test func `will not let the question of risk be passed over`() {
        var form = filled
        form.risk = nil
        #expect(problems(form) == ["risk"])

        form.risk = "known"
        #expect(problems(form) == ["riskWords"])
    }

    @Test(arguments: [("text", nil), ("email", nil), ("letter", nil), ("call", "yes")])
    func `has no answer ready for whether plain words are fine`(_ channel: String, _ voicemail: String?) {
        var form = filled
        (form.email, form.address) = ("zoe@example.org", "3 Quay Row")
        (form.channels, form.voicemail, form.neutral) = ([channel], voicemail, nil)
        #expect(problems(form) == ["neutral"])

        form.neutral = "yes"
        #expect(problems(form).isEmpty)
        #expect(!ReferralFormPage.sample.main.description.contains(/name="neutral"[^>]*checked/))
        #expect(!AskingPage.sample.main.description.contains(/name="neutral"[^>]*checked/))
    }

    @Test func `need not ask that where nothing is ever written or left, and then gives nothing away`() throws
    {
        var form = filled
        (form.channels, form.neutral) = (["call"], nil)

        #expect(try form.read(today: today).reaching.isNeutral)
    }

    @Test func `wants the number, address or mailbox of every channel that is safe`() {
        var form = filled
        form.phone = ""
        form.channels = ["call", "email", "letter"]

        #expect(problems(form) == ["phone", "email", "address"])
    }

    @Test func `says how far over the top ten megabytes are`() {
        var form = filled
        form.words = String(repeating: "a", count: 10_000_000)

        #expect(problems(form) == ["words"])
    }
}
