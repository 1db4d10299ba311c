import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("Two writing the same thing in the same moment")
struct ConflictTests {
    private static let words = "Ten years in housing advice"

    @Test func `are both answered, and neither reads that something has broken`() async throws {
        let here = try await Neighbourhood()
        let answers = try await withThrowingTaskGroup(of: Seen.self) { group in
            for number in 1...12 {
                group.addTask {
                    try await here.sends(
                        "/me/profile",
                        ["brings": "\(Self.words) \(number)", "languages": "", "phone": ""],
                        as: here.amara
                    )
                }
            }
            return try await group.reduce(into: [Seen]()) { $0.append($1) }
        }
        for answer in answers {
            #expect([303, 409].contains(answer.status), "\(answer.status)")
            if answer.status == 409 {
                #expect(answer.says("Somebody changed this in the same moment") && answer.says(Self.words))
            }
        }
        #expect(answers.contains { $0.status == 303 })
        #expect(try await here.count("profile WHERE replaced_by IS NULL") == 1)
    }

    @Test func `lose nothing they typed: the form says so above what is in it`() {
        let form = ProfileForm(brings: Self.words, languages: "", phone: "")
        let member = Member(name: "Amara", memberships: [])
        var page = MePage(member, form, .overtaken)
        #expect("\(page.main)".contains("Theirs was kept, and nothing of yours yet."))
        page.problems = Problems()
        #expect(!"\(page.main)".contains("Theirs was kept"))
    }
}
