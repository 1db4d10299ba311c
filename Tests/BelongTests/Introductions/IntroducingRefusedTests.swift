import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

/// When it is refused, and that it is done once.
extension IntroducingTests {
    @Test func `is refused if what goes has changed since it was read out`() async throws {
        var form = Neighbourhood.form(lunch, "name")
        form.heard = "Someone would like to join Tuesday lunch.\nFirst name: Jane"
        await refuses(.changedSince, form)
        #expect(
            Introduction.Refused.changedSince.sentence
                == "What would go has changed since it was read out. Read it out again."
        )
    }

    @Test func `is refused where the group has gone, and another is offered`() async throws {
        let closed = try await here.group("Old choir", status: "defunct")
        await refuses(.gone, try await heard(closed))
        let seen = try await here.opens("/cases/\(open)/introductions/new?activity=\(closed)", as: here.amara)
        #expect(seen.says("This group does not run any more. Nothing was sent: look for another one."))
        #expect(seen.says("href=\"/community\""))
    }

    @Test func `is refused where the group is pausing, and allowed where it is full`() async throws {
        try await here.says(.pausing, lunch)
        await refuses(.pausing, try await heard(lunch))
        #expect(
            Introduction.Refused.pausing.sentence
                == "This group takes nobody new just now. Nothing was sent: look for another one."
        )
        try await here.says(.full, lunch)
        try await here.introduces(open, to: lunch)
    }

    @Test func `is refused while they object, until they change their mind`() async throws {
        let chosen: KeyValuePairs = ["activity": "\(lunch)"]
        _ = try await here.sends("/cases/\(open)/introductions/objection", chosen, as: here.amara)
        _ = try await here.sends("/cases/\(open)/introductions/objection", chosen, as: here.amara)
        #expect(try await here.count("introduction_objection") == 1)
        await refuses(.objected, try await heard(lunch))
        #expect(
            Introduction.Refused.objected.sentence
                == "They said no to this group. Nothing was sent. Ask them again first."
        )
        _ = try await here.sends("/cases/\(open)/introductions/asking-again", chosen, as: here.amara)
        try await here.introduces(open, to: lunch)
    }

    @Test func `asks one group once at a time`() async throws {
        try await here.introduces(open, to: lunch)
        await refuses(.alreadyAsked, try await heard(lunch))
        #expect(
            Introduction.Refused.alreadyAsked.sentence
                == "This group has been asked already and has not answered yet."
        )
    }

    @Test func `two at once leave one`() async throws {
        let form = try await heard(lunch)
        let introducing = try here.introducing()
        let results = await withTaskGroup(of: Bool.self) { group in
            for _ in 1...4 {
                group.addTask { [open] in (try? await introducing.introduce(form, of: open)) != nil }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.count(where: \.self) == 1)
        #expect(try await here.count("introduction") == 1)
    }

    @Test func `a form sent twice introduces once`() async throws {
        let (nonce, before) = (Submission.ID(), try await here.count("message"))
        for _ in 1...2 {
            let seen = try await here.sends(
                "/cases/\(open)/introductions",
                [
                    "activity": "\(lunch)", "part[]": "name", "way": "message", "agreed": "reading",
                    "heard": "Someone would like to join Tuesday lunch.\r\nFirst name: Jean",
                ],
                as: here.amara,
                nonce: nonce
            )
            #expect(seen.status == 303)
        }
        #expect(try await here.count("introduction") == 1)
        #expect(try await here.count("message") == before + 1)
    }

    func heard(_ activity: Activity.ID) async throws -> IntroductionForm {
        var form = Neighbourhood.form(activity, "name")
        let name: String? = try await here.store.read {
            try $0.value("SELECT name FROM activity WHERE id = \(activity)")
        }
        form.heard = "Someone would like to join \(name ?? "").\nFirst name: Jean"
        return form
    }

    func refuses(_ reason: Introduction.Refused, _ form: IntroductionForm) async {
        await #expect(throws: reason) { try await here.introducing().introduce(form, of: open) }
    }
}
