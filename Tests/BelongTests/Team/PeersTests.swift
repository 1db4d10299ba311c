import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Asking a peer")
struct PeersTests {
    let here: Neighbourhood
    let now = Neighbourhood.now

    init() async throws {
        here = try await Neighbourhood()
    }

    private func peers(_ member: Member? = nil) -> Peers {
        Peers(store: here.store, member: member ?? here.amara)
    }

    private func asks(
        _ words: String = "Who has got a landlord to mend a lift?"
    ) async throws -> PeerQuestion.ID {
        try await peers().ask(words, in: nil, at: now)
    }

    @Test func `is read and answered by the link workers of the network, and by nobody else`() async throws {
        let id = try await asks()
        try await peers(here.sam).answer(id, "The council's access officer writes to them.", at: now)

        #expect(try await here.opens("/peers/\(id)", as: here.amara).says("access officer"))
        for other in here.everyone where ![here.amara.id, here.sam.id].contains(other.id) {
            #expect(try await here.opens("/peers/\(id)", as: other).status == 404, "\(other.name)")
            #expect(
                try await here.sends("/peers/\(id)", ["words": "x"], as: other).status == 404,
                "\(other.name)"
            )
            let list = try await here.opens("/peers", as: other)
            #expect(
                list.status == (other.isA(.linkWorker) ? 200 : 404) && !list.says("\(id)"),
                "\(other.name)"
            )
        }
    }

    @Test func `keeps what helped as know-how, found again by its words`() async throws {
        let id = try await asks()
        try await peers(here.sam).answer(id, "The access officer writes to them.", at: now)
        _ = try await peers().ask("Which bus goes to the hospice?", in: nil, at: now + 60)
        let answer = try #require(try await peers().open(id, at: now).question.answers.first)

        await #expect(throws: Missing.self) { try await peers(here.sam).keep(answer.id, of: id, at: now) }
        try await peers().keep(answer.id, of: id, at: now)
        try await peers().keep(answer.id, of: id, at: now)

        let all = try await peers(here.sam).all(at: now)
        #expect(all.asked.first?.id == id && all.asked.first?.isKnowHow == true && all.asked.count == 2)
        #expect(try await peers(here.sam).all("OFFICER lift", at: now).asked.map(\.id) == [id])
        #expect(try await peers(here.sam).all("bailiff", at: now).asked.isEmpty)
    }

    @Test(arguments: [
        "Ring 07700 900112 for her", "943 476 5919 needs a lift", "at M33 7ZF", "jean@example.org wants it",
        "born 4/2/1953",
    ])
    func `says nothing that tells who it is`(_ words: String) async throws {
        let sent = try await here.sends("/peers", ["words": words], as: here.amara)
        #expect(sent.status == 422 && sent.says("Say it without what tells who it is."))
        #expect(sent.says(words.prefix(8).description))
        #expect(try await here.count("peer_question") == 0)
    }

    @Test func `names none of one's own people`() async throws {
        let referral = try await here.refers()
        try await here.accepts(referral)
        for words in ["Has anybody met Jean Moss before?", "JEAN   MOSS, again"] {
            let sent = try await here.sends("/peers", ["words": words], as: here.amara)
            #expect(
                sent.status == 422 && sent.says("One of your people has that name. Say it without who it is.")
            )
        }
        #expect(
            try await here.sends("/peers", ["words": "Is moss on a roof harmful?"], as: here.amara).status
                == 303
        )
    }

    @Test func `is in the morning of whoever has not read it`() async throws {
        let id = try await asks()
        #expect(
            try await here.opens("/today", as: here.sam).says("asks peers something nobody has answered yet")
        )
        #expect(try await !here.opens("/today", as: here.jo).says("asks peers"))
        try await peers(here.sam).answer(id, "Yes.", at: now)
        #expect(try await here.opens("/today", as: here.amara).says("answered what you asked your peers"))

        _ = try await here.opens("/peers/\(id)", as: here.amara)
        #expect(try await !here.opens("/today", as: here.amara).says("answered what you asked your peers"))
    }

    @Test func `is asked in a network one is in`() async throws {
        await #expect(throws: Missing.self) {
            try await peers().ask("Anyone?", in: here.moorNetwork.id, at: now)
        }
        for (words, sentence) in [
            ("  ", "Write a line first."),
            (String(repeating: "a", count: 1_001), "Keep it to 1,000 characters."),
        ] {
            #expect(try await here.sends("/peers", ["words": words], as: here.amara).says(sentence))
        }
    }
}
