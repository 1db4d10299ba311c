import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Links once nowhere is safe to write to")
struct UnsafeLinksTests {
    let story: CaseInHand
    let here: Neighbourhood
    let own: String
    let copy: String

    init() async throws {
        story = try await CaseInHand()
        here = story.here
        let (id, here) = (story.id, here)
        own = try await here.store.write { "/l/\(try $0.makeLink(to: .ownPage, id, at: .now).token)" }
        let site = try here.site().address
        let cases = story.cases()
        let passages = try await here.store.read { view in
            try view.passages(of: cases.find(id, in: view, at: Neighbourhood.now))
        }
        _ = try await cases.give(.link, RecordCopy.seal(passages), of: id, at: site, now: .now)
        let body: String? = try await here.store.read {
            try $0.value("SELECT body FROM message WHERE subject = 'What you asked for'")
        }
        copy = String(try #require(body?.firstMatch(of: /\/l\/[0-9a-f]{64}/)).output)
    }

    private func puts(_ channels: Set<Reaching.Channel>) async throws {
        let (person, amara) = (story.person, here.amara.id)
        let reaching = Reaching(channels: channels, mayLeaveVoicemail: false, isNeutral: true, words: "")
        try await here.store.write { work in
            try work.write(reaching, of: person, because: "He reads it", by: amara, at: .now)
        }
    }

    @Test func `open nothing any more: neither their plan nor a copy of what is kept`() async throws {
        #expect(try await here.opens(own, as: nil).status == 200)
        #expect(try await here.opens(copy, as: nil).status == 200)

        try await puts([.call])

        #expect(try await here.opens(own, as: nil).status == 410)
        #expect(try await here.opens(copy, as: nil).status == 410)
    }

    @Test func `nor an invitation that waits for an answer`() async throws {
        let other = try await here.refers(Neighbourhood.particulars("Alan Brooks"), at: .now)
        let person = try await here.person(of: other)
        let body: String? = try await here.store.read {
            try $0.value("SELECT body FROM message WHERE person = \(person)")
        }
        let link = String(try #require(body?.firstMatch(of: /\/l\/[0-9a-f]{64}/)).output)
        #expect(try await here.opens(link, as: nil).status == 200)
        let amara = here.amara.id
        try await here.store.write { work in
            let nobody = Reaching(channels: [], mayLeaveVoicemail: false, isNeutral: true, words: "")
            try work.write(nobody, of: person, because: "He reads it", by: amara, at: .now)
        }

        #expect(try await here.opens(link, as: nil).status == 410)
    }

    @Test func `stay open while one written way is safe`() async throws {
        try await puts([.call, .letter])

        #expect(try await here.opens(own, as: nil).status == 200)
    }
}
