import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("The codes of a record")
struct CodedEntryTests {
    let story: CaseInHand
    var here: Neighbourhood { story.here }
    var path: String { "\(story.path)/codes" }

    init() async throws {
        story = try await CaseInHand()
    }

    @Test func `are drafted from what is written down, and nobody's until they were checked`() async throws {
        let seen = try await here.opens(path, as: here.amara)
        #expect(seen.says("Referral to social prescribing service (procedure) (SNOMED CT 871731000000106)"))
        #expect(seen.says("value=\"871731000000106\" checked"))
        #expect(!seen.says("value=\"871711000000103\" checked"))
        #expect(try await here.count("coded_entry") == 0)
        #expect(try await here.opens("\(path)/file", as: here.amara).status == 404)
    }

    @Test func `are drafted with the person's no`() async throws {
        let (referral, now) = (story.referral, Neighbourhood.now)
        let token = try await here.store.write { try $0.makeLink(to: .invitation, referral, at: now).token }
        let no = Wish(answer: .no, place: nil, manner: nil, words: "")
        try await Invitations(store: here.store).answer(token, no, at: now)
        #expect(try await here.opens(path, as: here.amara).says("value=\"871711000000103\" checked"))
    }

    @Test func `once checked can be copied, come as a file and go with the news`() async throws {
        let ticked: KeyValuePairs = ["codes[]": "871731000000106", "other": "48176007"]
        #expect(try await here.sends(path, ticked, as: here.amara).status == 303)

        let seen = try await here.opens(path, as: here.amara)
        #expect(seen.says("2026-04-11, Referral to social prescribing service (procedure)"))
        let file = try await here.opens("\(path)/file", as: here.amara)
        #expect(
            file.body.hasPrefix(
                "date,code,term,system\r\n2026-04-11,871731000000106,\"Referral to social prescribing service (procedure)\",http://snomed.info/sct\r\n"
            )
        )
        let news = NewsToSend(milestone: .contact, asked: nil, words: "We have talked.")
        let id = try await CaseNews(store: here.store, member: here.amara).send(news, of: story.id)
        let document = try await here.opens("/news/\(id)/document", as: here.drPatel)
        #expect(document.says("Social context (SNOMED CT 48176007)"))
    }

    @Test func `that were unticked are ended, and were so once`() async throws {
        for codes in [["871731000000106", "48176007"], ["871731000000106"]] {
            let checked = CodesChecked(codes: Set(codes.compactMap(RecordCode.init)))
            try await CodedEntries(store: here.store, member: here.amara).check(checked, of: story.id)
        }
        #expect(try await here.count("coded_entry") == 2)
        #expect(try await here.count("coded_entry WHERE ended_at IS NULL") == 1)
    }

    @Test func `with a slip in the number are refused, and so are those we do not know`() async throws {
        let slip = try await here.sends(path, ["other": "871731000000107"], as: here.amara)
        #expect(slip.status == 422 && slip.says("That is no SNOMED CT code: its last digit does not fit"))
        #expect(slip.says("value=\"871731000000107\""))
        let strange = try await here.sends(path, ["other": "73211009"], as: here.amara)
        #expect(strange.status == 422 && strange.says("Belong knows no such code for social prescribing."))
        #expect(try await here.count("coded_entry") == 0)
    }

    @Test func `go nowhere once the person said no to all of it`() async throws {
        try await CaseNews(store: here.store, member: here.amara).write(.nothing, of: story.id)
        #expect(try await here.opens(path, as: here.amara).says("They said no to this."))
        #expect(try await here.sends(path, ["other": "48176007"], as: here.amara).status == 409)
    }

    @Test func `are checked by nobody else`() async throws {
        for member in [here.sam, here.jo, here.drPatel, here.mina, here.ruth] {
            #expect(try await here.opens(path, as: member).status == 404)
            #expect(try await here.sends(path, ["other": "48176007"], as: member).status == 404)
        }
    }

    @Test(arguments: RecordCode.allCases)
    func `are well made`(_ code: RecordCode) {
        #expect(ConceptID(code.rawValue)?.digits == code.rawValue)
    }

    @Test(arguments: [
        "", "12", "871731000000107", "817731000000106", "0871731000000106", "abc390893007", "390893070",
    ])
    func `are told from what is no code`(_ typed: String) {
        #expect(ConceptID(typed) == nil)
    }
}
