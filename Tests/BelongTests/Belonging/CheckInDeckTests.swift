import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("The questions of a check-in")
struct CheckInDeckTests {
    let deck: CheckInDeck

    init() throws {
        deck = CheckInDeck(catalogue: try Catalogue.standard(), placement: Placement.ID())
    }

    private func ids(_ sitting: Int) -> [String] {
        deck.items(sitting: sitting).map(\.id)
    }

    @Test func `are three each time, and once a month where one would place oneself`() {
        for sitting in 0..<12 {
            let asked = ids(sitting)
            #expect(asked.count(where: { $0 != "LW0" }) == 3)
            #expect(asked.contains("LW0") == sitting.isMultiple(of: 2))
        }
    }

    @Test func `come round, each once in six sittings`() {
        for round in 0..<4 {
            let asked = (0..<6).flatMap { ids(round * 6 + $0) }.filter { $0 != "LW0" }
            #expect(Set(asked).count == 18)
        }
    }

    @Test func `are at random, and the same for whoever opens the page again`() throws {
        let other = CheckInDeck(catalogue: deck.catalogue, placement: Placement.ID())

        #expect(ids(0) == ids(0))
        #expect((0..<6).map(ids) != (0..<6).map { other.items(sitting: $0).map(\.id) })
        #expect((0..<6).map(ids) != (6..<12).map(ids))
    }

    @Test func `are never all of one theme`() {
        for sitting in 0..<60 {
            let themes = ids(sitting).filter { $0 != "LW0" }.map { id in
                deck.catalogue.configurations.first { $0.signals.contains { $0.items.contains(id) } }?.theme
            }
            #expect(Set(themes).count > 1, "\(sitting)")
        }
    }

    @Test func `are due every two weeks, and not beyond a minute`() {
        let now = Neighbourhood.now

        #expect(CheckIn.isDue(asked: nil, secondsSpent: 0, at: now))
        #expect(!CheckIn.isDue(asked: now - 13 * 86_400, secondsSpent: 0, at: now))
        #expect(CheckIn.isDue(asked: now - 14 * 86_400, secondsSpent: 59, at: now))
        #expect(!CheckIn.isDue(asked: now - 14 * 86_400, secondsSpent: 60, at: now))
    }
}

@Suite("What an answer says")
struct AnswerTests {
    let catalogue: Catalogue

    init() throws {
        catalogue = try Catalogue.standard()
    }

    private func band(_ item: String, _ answer: CheckInAnswer) -> Band? {
        catalogue.item(item)?.band(of: answer)
    }

    @Test func `folds into three, and nothing where somebody cannot or will not say`() {
        #expect(band("LW6", .notAtAll) == .boltedOn)
        #expect(band("LW6", .aLittle) == .boltedOn)
        #expect(band("LW6", .mostly) == .fittingIn)
        #expect(band("LW6", .fully) == .belonging)
        #expect(band("LW6", .cannotSay) == nil)
        #expect(band("LW6", .ratherNot) == nil)
        #expect(band("LW0", .aroundOthers) == .fittingIn)
        #expect(band("ST1", .partly) == .fittingIn)
    }

    @Test func `is turned round where agreeing is the troubled end`() {
        #expect(band("LW8", .fully) == .boltedOn)
        #expect(band("LW8", .notAtAll) == .belonging)
        #expect(band("PT5", .no) == .belonging)
        #expect(catalogue.item("LW8")?.isNo(.fully) == true)
        #expect(catalogue.item("LW8")?.isNo(.notAtAll) == false)
        #expect(catalogue.item("LW6")?.isNo(.notAtAll) == true)
        #expect(catalogue.item("LW6")?.isNo(.aLittle) == false)
        #expect(catalogue.item("LW0")?.isNo(.addedOn) == true)
    }
}
