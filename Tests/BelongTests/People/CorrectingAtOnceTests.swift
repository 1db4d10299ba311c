import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("Putting right at the same moment")
struct CorrectingAtOnceTests {
    let story: CaseInHand
    let here: Neighbourhood

    init() async throws {
        story = try await CaseInHand()
        here = story.here
    }

    @Test func `at the very same moment keeps one and tells the other`() async throws {
        let (person, now, people) = (story.person, story.now, People(store: here.store, member: here.amara))
        let form = try await here.store.read { try CorrectionForm($0.known(of: person)) }
        let corrections = try ["Hill", "Moss-Hill", "Mosse", "Mos"].map { name in
            var form = form
            (form.familyName, form.reason) = (name, "She has married")
            return try form.read(today: Day(now))
        }
        let told = await withTaskGroup(of: Bool.self) { group in
            for correction in corrections {
                group.addTask {
                    do {
                        try await people.putRight(person, correction, at: now)
                        return false
                    } catch let problems as Problems {
                        return problems.list.map(\.sentence) == [Correction.meanwhile]
                    } catch {
                        return false
                    }
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(told == 3)
        #expect(try await here.count("particulars") == 2)
    }

    @Test func `of two people to one new number at once lets one have it`() async throws {
        let other = try await here.person(of: here.refers(Neighbourhood.particulars("Ann Lee", bornOn: nil)))
        let (person, now, store) = (story.person, story.now, here.store)
        let number = NHSNumber("943 476 5919")
        let taken = await withTaskGroup(of: Bool.self) { group in
            for id in [person, other] {
                group.addTask {
                    do {
                        try await store.write { work in
                            var told = try work.particulars(of: id)
                            told.nhsNumber = number
                            try work.write(told, of: id, because: "Told", by: nil, at: now)
                        }
                        return false
                    } catch {
                        return error is Conflict
                    }
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(taken == 1)
    }
}
