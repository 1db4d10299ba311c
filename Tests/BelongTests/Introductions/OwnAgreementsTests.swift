import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("What the person agreed to, behind their own link")
struct OwnAgreementsTests {
    let here: Neighbourhood
    let open: Case.ID
    let id: Introduction.ID
    let group: String
    let own: String

    init() async throws {
        here = try await Neighbourhood()
        let open = try await here.accepts(here.refers())
        self.open = open
        id = try await here.introduces(open, to: here.group())
        group = try await "/l/\(here.lastToken())"
        own = try await here.store.write { "/l/\(try $0.makeLink(to: .ownPage, open, at: .now).token)" }
    }

    private func takesBack(
        _ introduction: Introduction.ID? = nil,
        by link: String? = nil
    ) async throws -> Seen {
        let fields: KeyValuePairs = ["introduction": "\(introduction ?? id)"]
        return try await here.sends("\(link ?? own)/withdrawal", fields, as: nil)
    }

    @Test func `stands there word for word, with its purpose and its day`() async throws {
        let seen = try await here.opens(own, as: nil)
        #expect(seen.says("What Tuesday lunch reads") && seen.says("First name: Jean"))
        #expect(seen.says("So that they can welcome you. Agreed \(Day(.now).spoken)."))
    }

    @Test func `is taken back at once: links open nothing, and what was to go stays here`() async throws {
        #expect(try await here.opens(group, as: nil).status == 200)
        let waiting = try await here.count("outbox")
        #expect(try await takesBack().location == own)
        #expect(try await here.opens(group, as: nil).status == 410)
        #expect(try await here.count("outbox") == waiting - 1)
        #expect(try await here.count("dispatch WHERE outcome = 'given_up' AND reason = 'taken back'") == 1)
        #expect(try await here.count("introduction_withdrawal WHERE withdrawn_by IS NULL") == 1)
        #expect(try await !here.opens(own, as: nil).says("What Tuesday lunch reads"))
        let page = try await here.opens("/introductions/\(id)", as: here.amara)
        #expect(page.says("Taken back: its links open nothing"))
        #expect(try await OutboxStanding(of: here.store).givenUp == 0)
    }

    @Test func `twice is once, and another's cannot be noticed`() async throws {
        let other = try await here.accepts(here.refers(Neighbourhood.particulars("Tom Vale", phone: nil)))
        let theirs = try await here.introduces(other, to: here.group("Choir"))
        #expect(try await takesBack(theirs).status == 404)
        #expect(try await takesBack(by: group).status == 404)
        #expect(try await takesBack().status == 303)
        #expect(try await takesBack().status == 404)
        #expect(try await here.count("introduction_withdrawal") == 1)
    }
}
