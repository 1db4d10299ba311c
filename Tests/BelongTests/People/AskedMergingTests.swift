import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Two records of one person in two networks")
struct AskedMergingTests {
    static let number = "943 476 5919"
    let two: TwoRecords
    let far: Person.ID
    let olga: Member
    var here: Neighbourhood { two.here }

    init() async throws {
        two = try await TwoRecords()
        let here = two.here
        let referral = try await here.refers(
            Neighbourhood.particulars("Jean Moss", bornOn: Day("1953-02-04")),
            by: here.jo,
            from: here.moorLane
        )
        far = try await here.person(of: referral)
        try await two.given(Self.number, to: far)
        olga = Member(
            name: "Olga Marsh",
            memberships: [.init(role: .administrator, organisation: here.moorNetwork)]
        )
        let admin = olga.id
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO member (id, name, email, email_folded, made_at)
                VALUES (\(admin), 'Olga Marsh', 'olga@example.org', 'olga@example.org', \(Neighbourhood.now))
                """
            )
        }
    }

    private func asks(_ number: String = Self.number, as member: Member? = nil) async throws -> Seen {
        try await here.sends(
            "/people/\(two.jean)/merging-asked",
            ["elsewhere": number, "why": "She told me"],
            as: member ?? here.amara
        )
    }

    private func asked() async throws -> AskedMerging.ID {
        _ = try await asks()
        return try #require(try await AskedMergings(store: here.store, member: olga).all().first).id
    }

    @Test func `are brought together by an administrator of the other one, who looks at both`() async throws {
        let id = try await asked()
        let seen = try await here.opens("/mergings/asked/\(id)", as: olga)
        #expect(seen.status == 200 && seen.says("She told me") && seen.says("Moor Lane Surgery"))
        #expect(!seen.says("Lost her husband"))
        #expect(try await here.count("log_entry WHERE member = \(olga.id) AND act = 'looked'") == 2)

        let wrong = try await here.sends("/mergings/asked/\(id)", ["reason": ""], as: olga)
        #expect(wrong.status == 422 && wrong.says("Choose which of the two is right"))
        let done = try await here.sends(
            "/mergings/asked/\(id)",
            ["right": "\(two.jean)", "reason": "I rang her"],
            as: olga
        )
        #expect(done.status == 303)
        #expect(try await here.store.read { try $0.standing(far) } == two.jean)
        #expect(try await two.known(two.jean).particulars.nhsNumber == NHSNumber(Self.number))
        #expect(try await here.opens("/mergings/asked/\(id)", as: olga).status == 404)
    }

    @Test func `are asked about without a word on whether the number is known`() async throws {
        let known = try await asks()
        let unknown = try await asks("999 000 0018")
        #expect(known.status == 303 && unknown.status == 303 && known.location == unknown.location)
        let page = try await here.opens("/people/\(two.jean)/merging", as: here.amara)
        #expect(page.says("not answered yet") && !page.says("Moor Lane"))
        #expect(try await asks().says("This has been asked already."))
        #expect(try await AskedMergings(store: here.store, member: olga).all().count == 1)
    }

    @Test func `stay two where the administrator says that they are`() async throws {
        let id = try await asked()
        #expect(try await here.sends("/mergings/asked/\(id)/no", [:], as: olga).status == 303)
        #expect(try await here.store.read { try $0.standing(far) } == far)
        #expect(try await AskedMergings(store: here.store, member: olga).all().isEmpty)
    }

    @Test func `stay two where their numbers differ`() async throws {
        try await two.given("999 000 0018", to: two.jean)
        let id = try await asked()
        let seen = try await here.sends(
            "/mergings/asked/\(id)",
            ["right": "\(two.jean)", "reason": "Sure"],
            as: olga
        )
        #expect(seen.status == 409 && seen.says("Two different NHS numbers are two different people"))
    }

    @Test func `are nobody else's to see or to decide: not the asker's, not another network's`() async throws
    {
        let id = try await asked()
        let near = Member(
            name: "Near",
            memberships: [.init(role: .administrator, organisation: here.network)]
        )
        let both = Member(
            id: here.amara.id,
            name: "Amara",
            memberships: here.amara.memberships + olga.memberships
        )
        for member in here.everyone + [near, both] {
            #expect(try await here.opens("/mergings/asked/\(id)", as: member).status == 404, "\(member.name)")
            for way in ["", "/no"] {
                let sent = try await here.sends(
                    "/mergings/asked/\(id)\(way)",
                    ["right": "\(far)", "reason": "x"],
                    as: member
                )
                #expect(sent.status == 404, "\(member.name)")
            }
        }
        for member in here.everyone where ![here.amara.id].contains(member.id) {
            #expect(try await asks(as: member).status == 404, "\(member.name)")
        }
    }
}
