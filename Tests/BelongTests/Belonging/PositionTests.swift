import Foundation
import Testing

@testable import Belong

@Suite("Where a placement stands on one configuration")
struct PositionTests {
    let presence: Configuration
    let catalogue: Catalogue

    init() throws {
        catalogue = try Catalogue.standard()
        presence = try #require(catalogue.configuration("C06"))
    }

    /// Everything of C06 was heard, as in the reference.
    static let heard: [Signal.ID: Evidence] = [
        "C06.c1": .share(Proportion(22, of: 24)),
        "C06.c2": .share(Proportion(5, of: 6)),
        "C06.m1": .share(Proportion(8, of: 14)),
        "C06.m2": .answers([.staff: answers(no: 2, yes: 10)]),
        "C06.o1": .share(Proportion(12, of: 20)),
        "C06.o2": .answers([.linkWorker: answers(partly: 1, yes: 4)]),
    ]

    static func answers(no: Int = 0, partly: Int = 0, yes: Int = 0) -> Evidence.Answers {
        Evidence.Answers(
            tally: Tally(boltedOn: no, fittingIn: partly, belonging: yes),
            credit: Double(yes) + Double(partly) / 2
        )
    }

    private func agrees(_ position: Position, with name: String) throws -> Bool {
        let parts = try Signal.Part.allCases.allSatisfy { part in
            let heard = try #require(position.parts[part])
            return try agree(
                [heard.known],
                [Reference.value(name, "components", part.rawValue, "known")]
            )
                && agree(
                    heard.spread?.inOrder ?? [],
                    Reference.values(name, "components", part.rawValue, "vec")
                )
        }
        let whole =
            try agree([position.notKnown], [Reference.value(name, "not_known")])
            && agree(position.spread?.inOrder ?? [], Reference.values(name, "given_known"))
        let masses = (position.spread?.inOrder ?? []).map { $0 * position.known }
        let bands = try ["bolted_on", "fitting_in", "belonging"].map { try Reference.value(name, $0) }
        return parts && whole && agree(masses, bands)
    }

    @Test func `is belonging where all was heard and the link worker says so`() throws {
        let position = Position(presence, Self.heard, voice: .heard, isReciprocated: false)

        #expect(try agrees(position, with: "E10_C06_full"))
        #expect(try position.label.words == Reference.words("E10_C06_full", "label_lw_voice_2"))
    }

    @Test func `is fitting in at most where the link worker says no, whatever the records say`() throws {
        let position = Position(presence, Self.heard, voice: .saysNo, isReciprocated: true)

        #expect(try agrees(position, with: "E10_C06_full"))
        #expect(try position.label.words == Reference.words("E10_C06_full", "label_lw_voice_0"))
    }

    @Test func `is fitting in or better where the link worker shares no view`() throws {
        var evidence = Self.heard
        evidence["C06.o2"] = .unknown(.notShared)
        let position = Position(presence, evidence, voice: .silent, isReciprocated: true)

        #expect(try agrees(position, with: "E11_C06_link_worker_not_shared"))
        #expect(
            try position.label.words
                == Reference.words("E11_C06_link_worker_not_shared", "label_lw_voice_none")
        )
    }

    @Test func `is not known where nothing was heard, and no band is drawn`() throws {
        for evidence in [[:], Self.heard.mapValues { _ in Evidence.unknown(.nothing) }] {
            let position = Position(presence, evidence, voice: .silent, isReciprocated: false)

            #expect(try position.label.words == Reference.words("E12_C06_starved", "label"))
            #expect(try position.notKnown == Reference.value("E12_C06_starved", "not_known"))
            #expect(position.spread == nil)
        }
    }

    @Test func `lies between two where neither is likely enough`() throws {
        let parts: [Signal.Part: Spread] = [
            .context: Proportion(18, of: 24).spread(Cuts(low: 0.40, high: 0.75)),
            .mechanism: Tally(boltedOn: 1, fittingIn: 3, belonging: 2).spread,
            .outcome: Tally(fittingIn: 1, belonging: 5).spread,
        ]
        func pooled(_ weights: [Signal.Part: Double]) throws -> Spread {
            try #require(Spread.mean(weights.compactMap { part, weight in parts[part].map { ($0, weight) } }))
        }
        let silent = try pooled([.context: 0.25, .mechanism: 0.40])
        let all = try pooled([.context: 0.25, .mechanism: 0.40, .outcome: 0.35])

        let (e4, e5) = ("E4_pool_CMOC10_outcome_silent", "E5_pool_CMOC10_all_heard")
        #expect(try agree(silent.inOrder, Reference.values(e4, "given_known")))
        #expect(try agree(all.inOrder, Reference.values(e5, "given_known")))
        for (known, spread) in [(0.65, silent), (1.0, all)] {
            let label = Position.Label(known: known, spread: spread)
            #expect(label.words == "between fitting in and belonging")
        }
        #expect(Position.Label(known: 0.59, spread: all) == .notKnown)
    }

    @Test func `is never told from arrangements alone`() {
        let context = Self.heard.filter { $0.key.hasPrefix("C06.c") }
        let position = Position(presence, context, voice: .heard, isReciprocated: true)

        #expect(position.known <= 0.25)
        #expect(position.label == .notKnown)
    }

    @Test(arguments: ["C01", "C13", "C15"])
    func `needs something changed at the link worker's request where it is about that`(_ id: String) throws {
        let configuration = try #require(catalogue.configuration(id))
        let evidence = configuration.signals.reduce(into: [Signal.ID: Evidence]()) { all, signal in
            all[signal.id] =
                signal.reading == .ordinal
                ? .answers([.linkWorker: Self.answers(yes: 40)])
                : signal.unit == "working days" ? .figure(1, of: 3) : .share(Proportion(60, of: 60))
        }
        func label(_ isReciprocated: Bool) -> Position.Label {
            Position(configuration, evidence, voice: .heard, isReciprocated: isReciprocated).label
        }

        #expect(label(true) == .band(.belonging))
        #expect(
            label(false).words == "fitting in or better, nothing changed yet at the link worker's request"
        )
    }

    @Test func `a no is added to what is known, and never lifts what is bolted on`() {
        #expect(Position.Label.band(.boltedOn).capped(by: .saysNo) == .band(.boltedOn))
        #expect(Position.Label.notKnown.capped(by: .saysNo) == .notKnown)
        for label in [Position.Label.band(.fittingIn), .between(.fittingIn, .belonging)] {
            #expect(label.capped(by: .saysNo) == .atMostFittingIn)
        }
    }

    @Test func `one more silent signal costs knowledge and not position`() throws {
        var evidence = Self.heard
        evidence["C06.c2"] = nil
        let context = try #require(
            Position(presence, evidence, voice: .heard, isReciprocated: true).parts[.context]
        )

        #expect(context.known == 0.5)
        #expect(context.spread == Proportion(22, of: 24).spread(Cuts(low: 0.50, high: 0.90)))
    }

    @Test func `what is only shown moves nothing`() throws {
        let news = try #require(catalogue.configuration("C10"))
        let evidence: [Signal.ID: Evidence] = ["C10.c1": .share(Proportion(18, of: 24))]
        var shown = evidence
        shown["C10.c3"] = .points([3, 9, 4, 30, 2, 7])

        let one = Position(news, evidence, voice: .silent, isReciprocated: false)
        #expect(one == Position(news, shown, voice: .silent, isReciprocated: false))
    }

    @Test func `the effect on contacts with GPs is shown and not scored`() throws {
        let effect = try #require(catalogue.configuration("C08"))
        let evidence: [Signal.ID: Evidence] = [
            "C08.c1": .share(Proportion(15, of: 30)),
            "C08.m1": .figure(0.7, of: 60),
            "C08.o1": .answers([.staff: Self.answers(yes: 20)]),
        ]
        let position = Position(effect, evidence, voice: .silent, isReciprocated: false)

        #expect(position.parts[.mechanism] == nil)
        #expect(abs(position.known - 1) < 1e-12)
        #expect(position.label == .band(.belonging))
    }
}
