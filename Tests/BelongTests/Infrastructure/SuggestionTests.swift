import Kernel
import Testing

@testable import Belong

@Suite("One thing to try")
struct SuggestionTests {
    private let catalogue: Catalogue

    init() throws {
        catalogue = try Catalogue.standard()
    }

    private func sixteen(
        _ evidence: [Signal.ID: Evidence],
        saysNo: Configuration.ID? = nil
    ) -> Sixteen {
        Sixteen(
            catalogue: catalogue,
            evidence: evidence,
            positions: catalogue.configurations.map { configuration in
                Position(
                    configuration,
                    evidence,
                    voice: configuration.id == saysNo ? .saysNo : .silent,
                    isReciprocated: false
                )
            }
        )
    }

    /// Whom they turn to, and how present they are: both low, the arrangement more plainly.
    private let low: [Signal.ID: Evidence] = [
        "C06.c1": .share(Proportion(0, of: 40)),
        "C06.m1": .share(Proportion(12, of: 12)),
        "C04.m2": .share(Proportion(1, of: 12)),
    ]

    @Test func `is where what people make of it is weak, before an arrangement that is not there`() throws {
        let suggestion = try #require(Suggestion(sixteen(low)))

        #expect(suggestion.configuration == "C04")
        #expect(suggestion.act == catalogue.configuration("C04")?.action)
        #expect(suggestion.reason.hasPrefix("What people make of it is where this is weak."))
        #expect(suggestion.reason.hasSuffix("1 of 12."))
    }

    @Test func `is the arrangement, where people make nothing less of it`() throws {
        let suggestion = try #require(Suggestion(sixteen(low.filter { $0.key != "C04.m2" })))

        #expect(suggestion.configuration == "C06")
        #expect(suggestion.reason.hasPrefix("The arrangement it rests on is not there yet."))
    }

    @Test func `is nothing where nothing is known, or nothing is low`() {
        #expect(Suggestion(sixteen([:])) == nil)
        #expect(Suggestion(sixteen(["C06.c1": .share(Proportion(40, of: 40))])) == nil)
    }

    @Test func `never says that something is worst, best, or how much`() throws {
        let suggestion = try #require(Suggestion(sixteen(low)))
        let words = "\(suggestion.title) \(suggestion.act) \(suggestion.actor) \(suggestion.reason)"
            .lowercased()

        for word in ["worst", "best", "score", "rank", "%"] { #expect(!words.contains(word), "\(word)") }
    }
}
