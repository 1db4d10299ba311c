import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

/// V12 (paper, line 82): the team grows from four to eleven, and its supervisor still
/// knows at once whom to speak with, and why.
@Suite("Whom have I not spoken with")
struct WhomHaveINotSpokenWithTests {
    let here: Neighbourhood
    let now = Neighbourhood.now
    var today: Day { Day(now) }

    init() async throws {
        here = try await Neighbourhood()
    }

    private var supervising: Supervising { Supervising(store: here.store, member: here.ruth) }

    /// A link worker of Elm Street whom Ruth supervises since so many days.
    private func joins(_ name: String, days: Int) async throws -> Member {
        let member = Member(name: name, memberships: [.init(role: .linkWorker, organisation: here.elmStreet)])
        let (ruth, practice, network, since) = (
            here.ruth.id, here.elmStreet.id, here.network.id, today.advanced(by: -days)
        )
        try await here.store.write { work in
            let address = "\(name.folded.replacing(" ", with: "."))@example.org"
            try work.run(
                """
                INSERT INTO member (id, name, email, email_folded, made_at)
                VALUES (\(member.id), \(name), \(address), \(address), \(Neighbourhood.now))
                """
            )
            try work.run(
                """
                INSERT INTO membership (id, member, role, organisation, began_at)
                VALUES (\(Key<Member.Membership>()), \(member.id), 'link_worker', \(practice), \(Neighbourhood.now))
                """
            )
            _ = try work.place(
                member.id,
                at: practice,
                employer: network,
                funder: network,
                supervisor: ruth,
                from: since
            )
        }
        return member
    }

    /// Supervision that stood in their diary so many days ago.
    private func speaks(with member: Member, days: Int) async throws {
        let begins = London.instant(today.advanced(by: -days), hour: 11)
        let plan = DiaryEntry.Plan(
            kind: .supervision,
            caseID: nil,
            practice: nil,
            beginsAt: begins,
            endsAt: begins + 3_600,
            backAt: nil,
            words: "",
            place: "",
            ownPlace: ""
        )
        try await Diary(store: here.store, member: member).plan(DiaryAsked(plan: plan), at: begins)
    }

    @Test func `the team grows from four to eleven, and she is asked what they need now`() async throws {
        for number in 1...2 { _ = try await joins("Old Hand \(number)", days: 200) }
        #expect(try await supervising.list(at: now).growth == TeamGrowth(from: 4, to: 4))
        for number in 1...7 { _ = try await joins("New Face \(number)", days: 20) }

        let (people, growth) = try await supervising.list(at: now)
        #expect(people.count == 11 && growth == TeamGrowth(from: 4, to: 11) && growth.asks)
        let page = try await Home(store: here.store, member: here.ruth, site: here.site().address).page(
            at: now
        )
        #expect(page.main.description.contains("Your team has grown from 4 to 11 in three months."))
        #expect(!TeamGrowth(from: 4, to: 5).asks && !TeamGrowth(from: 0, to: 2).asks)
    }

    @Test func `of nine, the two who need her stand first, with why, without a note being read`() async throws
    {
        var team = [here.amara, here.sam]
        for number in 1...7 { team.append(try await joins("Link Worker \(number)", days: 300)) }
        for (index, member) in team.enumerated() { try await speaks(with: member, days: 30 + index) }
        let (pausing, worried) = (team[4], team[6])
        try await Pauses(store: here.store, member: pausing).begin(at: now)
        let referral = try await here.refers()
        let person = try await here.person(of: referral)
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO worry (id, person, urgency, words, raised_by, raised_to, raised_at)
                VALUES (\(Worry.ID()), \(person), 'today', 'A secret', \(worried.id), \(here.ruth.id), \(now))
                """
            )
        }

        let page = try await Home(store: here.store, member: here.ruth, site: here.site().address).page(
            at: now
        )
        let people = try #require(page.team?.people)
        #expect(people.prefix(2).map(\.name) == [worried.name, pausing.name])
        #expect(people.count { !$0.needs.isEmpty } == 2)
        let shown = page.main.description
        #expect(shown.contains("raised 1 worry that nobody has answered yet") && !shown.contains("secret"))
        #expect(shown.contains("takes no new people until \(today.advanced(by: 5).spoken)"))
        // The rest by time: whoever she spoke with longest ago first.
        #expect(
            people.dropFirst(2).map(\.spokeOn)
                == people.dropFirst(2).map(\.spokeOn).sorted { ($0?.number ?? 0) < ($1?.number ?? 0) }
        )
    }

    @Test func `whoever was never spoken with waits since their first day`() async throws {
        try await speaks(with: here.amara, days: 20)
        try await speaks(with: here.sam, days: 10)
        let fresh = try await joins("New Face", days: 15)

        let people = try await supervising.list(at: now).people
        #expect(people.map(\.name) == [here.amara.name, fresh.name, here.sam.name])
        #expect(people[0].spoke(on: today) == "spoken with 20 days ago")
        #expect(people[1].spoke(on: today) == "not spoken with yet, here for 15 days")
    }

    @Test func `supervision that was held with her counts, and nobody else's`() async throws {
        let placement = try await here.placement(of: here.sam)
        for (hat, who) in [(Supervision.Hat.cases, here.ruth), (.employment, here.nadia)] {
            try await here.supervisions(of: here.sam)
                .agree(.init(hat: hat, supervisor: who.id, rhythm: .monthly), in: placement, at: now)
        }
        let days = [(Supervision.Hat.cases, here.ruth, 2.0), (.employment, here.nadia, 5.0)]
        for (hat, who, day) in days {
            let id = try await here.supervisions(of: who)
                .plan(hat, now + day * 86_400, in: placement, at: now)
            try await here.supervisions(of: here.sam).held(id, .yes, at: now + 8 * 86_400)
        }

        let people = try await supervising.list(at: now + 9 * 86_400).people
        let sam = try #require(people.first { $0.id == here.sam.id })
        #expect(sam.spokeOn == today.advanced(by: 2))
    }

    @Test func `one that was cancelled does not count, and the next is said`() async throws {
        try await speaks(with: here.amara, days: 20)
        try await speaks(with: here.amara, days: -3)
        var amara = try #require(try await supervising.list(at: now).people.first { $0.id == here.amara.id })
        #expect(
            amara.spokeOn == today.advanced(by: -20) && amara.next.map { Day($0) } == today.advanced(by: 3)
        )

        let member = here.amara.id
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO diary_cancelling (entry, why, words, cancelled_at, cancelled_by)
                SELECT id, 'logistics', '', \(now), member FROM diary_entry WHERE member = \(member)
                """
            )
        }
        amara = try #require(try await supervising.list(at: now).people.first { $0.id == here.amara.id })
        #expect(amara.spokeOn == nil && amara.next == nil)
    }

    @Test func `is on a supervisor's first page, of those they supervise, and on nobody else's`() async throws
    {
        let ruth = try await here.opens("/", as: here.ruth)
        #expect(ruth.status == 200 && ruth.says("Whom have I not spoken with?"))
        #expect(ruth.says("Amara Okafor") && !ruth.says("Jo Marsh"))
        #expect(try await here.opens("/", as: here.olu).says("Jo Marsh"))
        #expect(try await !here.opens("/", as: here.nadia).says("Whom have I not spoken with?"))
    }
}
