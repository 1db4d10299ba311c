import Foundation
import Kernel
import Testing

@testable import Belong

@Suite("The catalogue of the programme theory")
struct CatalogueTests {
    let standard: Catalogue

    init() throws {
        standard = try Catalogue.standard()
    }

    @Test
    func `holds four themes, sixteen configurations, seventeen codes, four aspects, ninety-four signals`() {
        #expect(standard.themes.map(\.id) == ["T1", "T2", "T3", "T4"])
        #expect(standard.configurations.map(\.id) == (1...16).map { "C\($0.padded(2))" })
        #expect(standard.codes.map(\.id) == (1...17).map { "K\($0.padded(2))" })
        #expect(standard.aspects.map(\.id) == ["IP", "ST", "PR", "MG"])
        #expect(standard.signals.count == 94)
        #expect(Set(standard.signals.map(\.id)).count == 94)
        #expect(standard.themes.map { standard.configurations(of: $0).count } == [3, 4, 5, 4])
    }

    @Test func `holds every question of the check-ins, each asked of those its letters say`() {
        let ids = (0...18).map { "LW\($0)" } + (1...6).map { "ST\($0)" } + (1...5).map { "V\($0)" }
        #expect(standard.items.map(\.id) == ids + (1...5).map { "PT\($0)" })
        #expect(standard.item("LW8")?.isReversed == true)
        #expect(standard.item("PT5")?.isReversed == true)
        #expect(standard.items.count(where: \.isReversed) == 2)
    }

    @Test func `asks the link worker about all but five`() {
        let silent = standard.configurations.filter { !$0.asksLinkWorker }.map(\.id)

        #expect(silent == ["C04", "C07", "C08", "C09", "C10"])
    }

    @Test func `needs something changed for belonging in three`() {
        #expect(standard.configurations.filter(\.needsReciprocity).map(\.id) == ["C01", "C13", "C15"])
    }

    @Test func `reads each signal as its row says`() throws {
        func signal(_ id: String) throws -> Signal {
            try #require(standard.signals.first { $0.id == id })
        }
        #expect(try signal("C06.c1").reading == .cuts(Cuts(low: 0.5, high: 0.9)))
        #expect(try signal("C06.c1").needed() == .init(least: 6, full: 24))
        #expect(try signal("C07.o2").reading == .cuts(Cuts(low: 0.15, high: 0.05)))
        #expect(try signal("C05.m2").needed(of: .staff) == .init(least: 5, full: 12))
        #expect(try signal("C05.m2").needed(of: .linkWorker) == .init(least: 2, full: 6))
        #expect(try signal("C10.c3").window == .points(12))
        #expect(try signal("C13.m1").window == .start(days: 60))
        #expect(try signal("C15.c3").reading == .marker)
        #expect(try !signal("C08.m1").counts)
    }

    @Test func `names who speaks for each code and aspect`() throws {
        let code = try #require(standard.codes.first { $0.id == "K15" })
        #expect(code.spokenForBy == ["C14.c2", "C14.c3", "C14.m1"])
        for aspect in standard.aspects {
            let saying = standard.configurations.filter { $0.aspects.contains(aspect.id) }.map(\.id)
            #expect(Set(saying).isSuperset(of: aspect.spokenForBy), "\(aspect.id)")
        }
    }
}

@Suite("A catalogue that is wrong")
struct WrongCatalogueTests {
    /// The standard one with this in the place of that, on that line.
    private func faults(_ changes: (String, String)...) throws -> [String] {
        let words = try changes.reduce(Catalogue.standardWords) { words, change in
            try #require(words.firstRange(of: change.0) != nil, "\(change.0)")
            return words.replacing(change.0, with: change.1, maxReplacements: 1)
        }
        return Catalogues.faults(in: words)
    }

    private func line(of words: String) throws -> Int {
        let lines = Catalogue.standardWords.split(separator: "\n", omittingEmptySubsequences: false)
        return try #require(lines.firstIndex { $0.contains(words) }) + 1
    }

    @Test func `is refused with the line and the reason`() throws {
        let window = try line(of: "window: 365 days")
        #expect(
            try faults(("window: 365 days", "window: a year"))
                == ["line \(window): C01.c1 needs window such as 90 days, 12 points, now or start 60 days"]
        )
        let bands = try line(of: "reading: 0.34 to 0.80")
        #expect(
            try faults(("reading: 0.34 to 0.80", "reading: 0.34 to 0.34"))
                == [
                    "line \(bands): C01.c1 needs reading such as 0.50 to 0.90, ordinal, classes, marker, shown or chart"
                ]
        )
    }

    @Test func `says everything that is wrong at once, in the order of its lines`() throws {
        let found = try faults(
            ("polarity: harmful", "polarity: bad"),
            ("items: [LW6]", "items: [LW99]"),
            ("theme: T4", "theme: T9"),
            ("evidence: 2 to 5", "evidence: 5 to 2")
        )

        #expect(found.count == 4)
        #expect(found.contains { $0.hasSuffix("C06.o2 names LW99, which is not there") })
        #expect(found.contains { $0.hasSuffix("C13 names T9, which is not there") })
        #expect(
            found.contains { $0.contains("C01 needs polarity such as helpful or harmful or conditional") }
        )
        let lines = found.compactMap { Int($0.dropFirst(5).prefix(while: \.isNumber)) }
        #expect(lines == lines.sorted())
    }

    @Test(
        arguments: [
            ("  - id: C02\n", "  - id: C01\n", "C01 is there twice"),
            ("      - id: C06.m1\n", "      - id: C06.m2\n", "C06.m2 is there twice"),
            ("      - id: C06.m1\n", "      - id: C07.m1\n", "C07.m1 needs id such as C06.c1"),
            ("    title: Service shaped together\n", "", "C01 needs title"),
            ("    title: Service shaped together\n", "    title: ''\n", "C01 needs words for title"),
            (
                "    actor: Network manager\n", "    actor: Anyone\n    colour: red\n",
                "C01 has no field called colour"
            ),
            ("        items: [LW1]\n", "", "C01.m2 needs items, as it is ordinal"),
            ("signals: [C05.o1, C09.c1]", "signals: [C99.o1]", "K01 names C99.o1, which is not there"),
            ("{id: LW1, scale: agree", "{id: LW1, scale: warmth", "LW1 needs scale such as"),
            ("version: 1", "version: soon", "the catalogue needs version such as 2"),
        ]
    )
    func `names what is wrong with it`(_ before: String, _ after: String, _ reason: String) throws {
        let found = try faults((before, after))

        #expect(found.contains { $0.contains(reason) }, "\(found)")
    }

    @Test(arguments: ["", "themes: [", "just words", "- a\n- b", "version: 1\nversion: 2"])
    func `is refused where it is no catalogue at all`(_ words: String) {
        let found = Catalogues.faults(in: words)

        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.hasPrefix("line ") })
        #expect(Catalogues.summary(of: words) == nil)
    }
}
