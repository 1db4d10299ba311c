import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("Two people after all")
struct SeparatingTests {
    let two: TwoRecords
    let here: Neighbourhood

    init() async throws {
        two = try await TwoRecords()
        here = two.here
    }

    private func separates(_ merging: Merging.ID, by member: Member? = nil) async throws {
        try await People(store: here.store, member: member ?? here.amara)
            .separate(merging, because: "Met both", at: two.now + 60)
    }

    @Test func `have back what was theirs, to the row`() async throws {
        try await two.given("943 476 5919", to: two.jeannie)
        let (jean, jeannie) = try await (two.known(two.jean), two.known(two.jeannie))
        let rows = try await (two.rows(of: two.jean), two.rows(of: two.jeannie))
        try await separates(two.merges())

        let after = try await (two.known(two.jean), two.known(two.jeannie))
        #expect(after.0.particulars == jean.particulars && after.1.particulars == jeannie.particulars)
        #expect(after.0.reaching == jean.reaching && after.1.reaching == jeannie.reaching)
        #expect(after.0.risk == jean.risk && after.1.risk == jeannie.risk)
        let rowsAfter = try await (two.rows(of: two.jean), two.rows(of: two.jeannie))
        for table in ["referral", "case", "message", "access_need", "worry"] {
            #expect(rowsAfter.0[table] == rows.0[table] && rowsAfter.1[table] == rows.1[table], "\(table)")
        }
        #expect(try await here.opens("/people/\(two.jeannie)", as: here.sam).says("Jeannie Moss"))
        #expect(try await here.store.faults().isEmpty)
        #expect(try await LogVerification(of: here.store).isWhole)
    }

    @Test func `keep what was written since where it is, the NHS number with whoever brought it`()
        async throws
    {
        try await two.given("943 476 5919", to: two.jeannie)
        let merging = try await two.merges()
        var form = try await CorrectionForm(two.known(two.jean))
        (form.familyName, form.reason, form.channels) = ("Moss-Hill", "Married", [])
        try await two.people.putRight(two.jean, form.read(today: Day(two.now)), at: two.now)
        try await two.people.add(AccessNeed(kind: .hearing, words: ""), to: two.jean, at: two.now)
        try await separates(merging)

        let (jean, jeannie) = try await (two.known(two.jean), two.known(two.jeannie))
        #expect(jean.particulars.fullName == "Jean Moss-Hill" && jean.particulars.nhsNumber == nil)
        #expect(jeannie.particulars.fullName == "Jeannie Moss")
        #expect(jeannie.particulars.nhsNumber == NHSNumber("943 476 5919"))
        #expect(jean.needs.map(\.need.kind) == [.hearing])
        #expect(jeannie.needs.map(\.need.kind) == [.interpreter])
    }

    @Test func `are each as safe as what has been learnt since`() async throws {
        let merging = try await two.merges()
        var form = try await CorrectionForm(two.known(two.jean))
        (form.reason, form.channels) = ("He found the phone", [])
        try await two.people.putRight(two.jean, form.read(today: Day(two.now)), at: two.now)
        let version = try await two.known(two.jean).versions.agreement
        try await two.people.write(newsAgreed: false, of: two.jean, from: version, at: two.now)
        try await separates(merging)

        for person in [two.jean, two.jeannie] {
            let known = try await two.known(person)
            #expect(known.reaching?.channels.isEmpty == true)
            #expect(known.agreement == .objected(on: Day(two.now + 60)) || person == two.jean)
        }
        #expect(try await two.known(two.jean).agreement == .objected(on: Day(two.now)))
    }

    @Test func `lose an NHS number that somebody else was given meanwhile`() async throws {
        try await two.given("943 476 5919", to: two.jeannie)
        let merging = try await two.merges()
        var form = try await CorrectionForm(two.known(two.jean))
        (form.nhsNumber, form.reason) = ("", "Not hers")
        try await two.people.putRight(two.jean, form.read(today: Day(two.now)), at: two.now)
        let third = Neighbourhood.particulars("Ann Lee", bornOn: Day("1980-01-01"))
        try await two.given("943 476 5919", to: here.person(of: here.refers(third)))
        try await separates(merging)

        #expect(try await two.known(two.jeannie).particulars.nhsNumber == nil)
    }

    @Test func `may be brought together again`() async throws {
        try await separates(two.merges())
        try await two.merges(keeping: two.jeannie)

        #expect(try await two.rows(of: two.jean).values.allSatisfy { $0 == 0 })
        #expect(try await here.count("merging") == 2)
    }

    @Test func `are separated once, the last merging first`() async throws {
        let merging = try await two.merges()
        let third = try await here.person(of: here.refers(Neighbourhood.particulars("Jenny Moss")))
        let second = try await two.people.merge(third, two.jean, because: "Her too", at: two.now)

        await #expect(throws: Merging.Refused.mergedSince) { try await separates(merging) }
        try await separates(second)
        try await separates(merging)
        await #expect(throws: Merging.Refused.separated) { try await separates(merging) }
        #expect(Merging.Refused.separated.sentence == "These have been separated already.")
        #expect(
            Merging.Refused.mergedSince.sentence
                == "This record has been brought together with another one since. Separate that one first."
        )
        #expect(try await two.known(two.jeannie).particulars.fullName == "Jeannie Moss")
    }

    @Test func `are separated by whoever works with them, and by nobody else`() async throws {
        let merging = try await two.merges()
        for member in here.everyone where ![here.amara.id, here.sam.id].contains(member.id) {
            let path = "/mergings/\(merging)"
            #expect(try await here.opens(path, as: member).status == 404, "\(member.name)")
            let sent = try await here.sends("\(path)/separation", ["reason": "x"], as: member)
            #expect(sent.status == 404, "\(member.name)")
        }
        try await separates(merging, by: here.sam)
        #expect(try await here.count("merging WHERE separated_at IS NOT NULL") == 1)
    }

    @Test func `can each ask who looked, also while they were one`() async throws {
        let merging = try await two.people.merge(two.jean, two.jeannie, because: "x", at: .now)
        _ = try await here.opens("/people/\(two.jean)", as: here.amara)
        try await two.people.separate(merging, because: "Met both", at: .now)

        let looks = try await here.opens("/cases/\(two.jeanniesCase)/log", as: here.sam)
        #expect(looks.says("Amara Okafor") && looks.says("looked at who they are"))
    }
}
