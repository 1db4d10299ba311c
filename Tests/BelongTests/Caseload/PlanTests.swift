import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("The plan")
struct PlanTests {
    let story: CaseInHand

    init() async throws {
        story = try await CaseInHand()
    }

    private func sends(_ fields: KeyValuePairs<String, String>) async throws -> Seen {
        try await story.here.sends("\(story.path)/plan", fields, as: story.here.amara)
    }

    @Test func `each revision is a whole new version, and the old ones stay readable`() async throws {
        let first = try await story.plans()
        let done = Step(words: "Thursday lunch", who: "Jean", standing: .done, note: "")
        let goals = [Goal(words: "Eat with somebody twice a week", steps: [done])]
        try await story.plans(goals, from: first, at: story.now.addingTimeInterval(60))

        let page = try await story.cases().planVersions(story.id, at: story.now)
        #expect(page.versions.map { $0.plan.goals } == [goals, CaseInHand.goals])
        #expect(page.versions[0].changes == ["Thursday lunch: done, was going; now for Jean"])
        #expect(try await story.cases().page(story.id, at: story.now).plan?.goals == goals)
    }

    @Test func `says which goals and steps came and went`() {
        let step = Step(words: "Bus pass", who: "", standing: .toDo, note: "")
        let before = Plan(goals: [Goal(words: "Out", steps: [step])])
        let after = Plan(goals: [Goal(words: "In", steps: [])])

        let lines = PlanChange(from: before, to: after).lines
        #expect(lines == ["New goal: In", "No longer a goal: Out", "No longer a step: Bus pass"])
    }

    @Test func `is not written over from another window; what was typed comes back`() async throws {
        try await story.plans()
        let seen = try await sends(["goals[g0][words]": "My own words", "words": ""])

        #expect(seen.status == 422)
        #expect(seen.says("The plan was changed in another window.") && seen.says("My own words"))
        #expect(try await story.here.count("plan") == 1)
    }

    @Test func `is typed as goals with steps, empty room left out`() async throws {
        let seen = try await sends([
            "goals[g0][words]": "Warm by winter", "goals[g0][steps][s0][words]": "Ring Harbour Advice",
            "goals[g0][steps][s0][who]": "Amara", "goals[g0][steps][s0][standing]": "waiting",
            "goals[g0][steps][s0][note]": "3 weeks", "goals[g0][steps][s1][words]": "",
            "goals[g0][steps][s1][who]": "", "goals[g0][steps][s1][standing]": "to_do",
            "goals[g0][steps][s1][note]": "", "goals[g1][words]": "", "words": "First go",
        ])
        #expect(seen.status == 303)
        let plan = try await story.cases().page(story.id).plan
        let step = Step(words: "Ring Harbour Advice", who: "Amara", standing: .waiting, note: "3 weeks")
        #expect(plan?.goals == [Goal(words: "Warm by winter", steps: [step])])
        #expect(plan?.revisedBy == "Amara Okafor" && plan?.words == "First go")
    }

    @Test func `more room is given without keeping anything`() async throws {
        let seen = try await sends([
            "goals[g0][words]": "One", "goals[g1][words]": "Two", "words": "", "addRoom": "yes",
        ])
        #expect(seen.status == 200)
        #expect(seen.says("goals[g2][words]") && seen.says("value=\"Two\""))
        #expect(try await story.here.count("plan") == 0)
    }

    @Test func `names a step without its goal, and a plan without any`() async throws {
        let orphan = try await sends([
            "goals[g0][words]": "", "goals[g0][steps][s0][words]": "Ring", "goals[g0][steps][s0][who]": "",
            "goals[g0][steps][s0][standing]": "to_do", "goals[g0][steps][s0][note]": "", "words": "",
        ])
        let none = try await sends(["goals[g0][words]": " ", "words": ""])

        #expect(orphan.status == 422 && orphan.says("Say which goal these steps are for"))
        #expect(none.status == 422 && none.says("If listening is enough, no plan is needed"))
    }

    @Test func `can be revised at a conversation of this case, and of no other`() async throws {
        let contact = try await story.talks()
        let stray = Revision(goals: CaseInHand.goals, words: "", from: nil, contact: Contact.ID())
        await #expect(throws: Missing.self) { try await story.cases().revise(story.id, stray, at: story.now) }

        let revision = Revision(goals: CaseInHand.goals, words: "", from: nil, contact: contact)
        try await story.cases().revise(story.id, revision, at: story.now)
        let page = try await story.here.opens("\(story.path)/plan/versions", as: story.here.amara)
        #expect(page.says("at this conversation"))
    }
}

extension Plan {
    fileprivate init(goals: [Goal]) {
        self.init(
            id: Plan.ID(),
            goals: goals,
            words: "",
            contact: nil,
            revisedBy: "",
            revisedAt: Neighbourhood.now
        )
    }
}
