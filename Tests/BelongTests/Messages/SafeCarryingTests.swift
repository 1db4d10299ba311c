import Foundation
import Kernel
import Store
import Synchronization
import Testing

@testable import Belong

@Suite("Carrying words only where it is safe")
struct SafeCarryingTests {
    /// Jean was invited, and told who took her on: two messages wait.
    let story: CaseInHand
    let here: Neighbourhood

    init() async throws {
        story = try await CaseInHand()
        here = story.here
    }

    /// Whom the postman reached, now.
    private func carries() async throws -> [String] {
        let carried = Mutex<[String]>([])
        let carrier = Carrier { message in
            carried.withLock { $0.append("\(message.channel.rawValue) \(message.recipient)") }
            return .sent
        }
        try await Postman(store: here.store, carrier: carrier).round(at: story.now)
        return carried.withLock { $0 }
    }

    private func puts(
        _ reaching: Reaching,
        _ change: @escaping @Sendable (inout Particulars) -> Void = { _ in }
    ) async throws {
        let (person, amara, now) = (story.person, here.amara.id, story.now)
        try await here.store.write { work in
            var told = try work.particulars(of: person)
            change(&told)
            try work.write(told, of: person, because: "Told us", by: amara, at: now)
            try work.write(reaching, of: person, because: "Told us", by: amara, at: now)
        }
    }

    private func reaching(_ channels: Set<Reaching.Channel>, isNeutral: Bool = false) -> Reaching {
        Reaching(channels: channels, mayLeaveVoicemail: false, isNeutral: isNeutral, words: "")
    }

    @Test func `a waiting invitation is stopped once its way is no longer safe`() async throws {
        try await puts(reaching([.call]))

        #expect(try await carries().isEmpty)
        #expect(
            try await here.count("dispatch WHERE outcome = 'given_up' AND reason = 'no longer safe'") == 2
        )
        let page = try await here.opens("/people/\(story.person)", as: here.amara)
        #expect(
            page.says("These words did not reach Jean") && page.says("A link worker at Elm Street Surgery")
        )
        #expect(try await carries().isEmpty)
    }

    @Test func `goes to the number and the way that are safe on the day it is carried`() async throws {
        try await puts(reaching([.text])) { $0.phone = PhoneNumber("07700 900999") }
        #expect(try await carries() == ["text 07700 900999", "text 07700 900999"])
    }

    @Test func `goes by another way if that is the safe one now`() async throws {
        try await puts(reaching([.email])) { $0.email = EmailAddress("jean@example.org") }
        #expect(try await carries() == ["email jean@example.org", "email jean@example.org"])
    }

    @Test func `words that would give too much away are stopped`() async throws {
        try await puts(reaching([.text], isNeutral: true))
        #expect(try await carries().isEmpty)
    }

    @Test func `neutral words still go where plain ones would do`() async throws {
        let story = try await CaseInHand(reaching: reaching([.text], isNeutral: true))
        let carrier = CaseInHandCarrier(story)
        #expect(try await carrier.carried() == 2)
    }

    @Test func `what goes to a colleague or a group is not held up by it`() async throws {
        try await puts(reaching([]))
        let worrying = try Worrying(store: here.store, member: here.amara, site: here.site().address)
        try await worrying.raise(
            .today,
            about: story.person,
            to: here.drPatel.id,
            "Not eating",
            at: story.now
        )

        #expect(try await carries() == ["email dr.patel@example.org"])
    }
}

/// A postman for a case whose words were neutral and whose person now minds less.
private struct CaseInHandCarrier {
    let story: CaseInHand

    init(_ story: CaseInHand) {
        self.story = story
    }

    func carried() async throws -> Int {
        let (person, now) = (story.person, story.now)
        try await story.here.store.write { work in
            let plain = Reaching(channels: [.text], mayLeaveVoicemail: false, isNeutral: false, words: "")
            try work.write(plain, of: person, by: nil, at: now)
        }
        return try await Postman(store: story.here.store, carrier: .here).round(at: now)
    }
}
