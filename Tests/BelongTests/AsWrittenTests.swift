import Kernel
import Store
import Testing

@testable import Belong

/// No store can hold the character NUL; browsers can send it.
@Suite("What is written with a character that cannot be kept")
struct AsWrittenTests {
    @Test func `is kept without it`() async throws {
        let here = try await Neighbourhood()
        let typed: KeyValuePairs = ["brings": "Pat\0ience", "languages": "\0Igbo", "phone": "\0"]
        #expect(try await here.sends("/me/profile", typed, as: here.amara).status == 303)
        #expect(try await Profiles(store: here.store, member: here.amara).mine()?.brings == "Patience")

        #expect(try Remark.said(" Can\0 you?\0 ") == "Can you?")
        #expect(try Question.asked("Is this\0 one for you?") == "Is this one for you?")
        let referral = try await here.refers()
        let no = Decline(reason: .other, words: "Try\0 the club.")
        try await here.referrals(seenBy: here.amara).decline(referral, no)
        #expect(try await here.count("decline WHERE words = 'Try the club.'") == 1)
    }

    @Test func `is nothing, where there is nothing else`() throws {
        #expect(throws: Remark.Refused.empty) { try Remark.said("\0 \0") }
        #expect(try AttendanceForm(answer: "coming", words: "\0", toldBy: nil).read(.group).words.isEmpty)
    }
}
