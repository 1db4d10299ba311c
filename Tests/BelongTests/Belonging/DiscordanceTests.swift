import Testing

@testable import Belong

@Suite("Where the parts of a position do not go together")
struct DiscordanceTests {
    typealias Parts = [Signal.Part: Position.Label]

    private func found(_ parts: Parts) -> String? {
        Discordance(parts)?.words
    }

    @Test func `an arrangement that nobody feels is asked about`() {
        let parts: Parts = [
            .context: .band(.belonging), .mechanism: .band(.boltedOn), .outcome: .band(.fittingIn),
        ]
        #expect(found(parts) == "In place, but not felt")
        #expect(
            Discordance(parts)?.prompt
                == "The arrangement is there. What keeps it from making a difference?"
        )
    }

    @Test func `what is felt without an arrangement rests on one person`() {
        let parts: Parts = [.context: .band(.boltedOn), .mechanism: .band(.belonging), .outcome: .notKnown]
        #expect(found(parts) == "Felt, but not in place")
        #expect(
            Discordance(parts)?.prompt
                == "This rests on somebody’s goodwill. What would be left if they went?"
        )
    }

    @Test func `what works without anybody seeing how is asked about`() {
        let parts: Parts = [.context: .notKnown, .mechanism: .notKnown, .outcome: .band(.belonging)]
        #expect(found(parts) == "Works without us seeing how")
        #expect(Discordance(parts)?.prompt == "Something goes well here. What makes it so?")
    }

    @Test func `there is nothing to ask where they agree, or little is known`() {
        #expect(found([:]) == nil)
        #expect(found([.context: .notKnown, .mechanism: .notKnown, .outcome: .notKnown]) == nil)
        for label in Band.allCases.map(Position.Label.band) {
            #expect(found([.context: label, .mechanism: label, .outcome: label]) == nil)
        }
        let between = Position.Label.between(.fittingIn, .belonging)
        #expect(found([.context: between, .mechanism: .band(.boltedOn), .outcome: between]) == nil)
    }
}
