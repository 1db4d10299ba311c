import Foundation
import Testing

@Suite("The page about safety")
struct HazardLogTests {
    private let page: String

    init() throws {
        page = try String(
            contentsOf: SourceFile.root.appending(path: "docs/safety/README.md"),
            encoding: .utf8
        )
    }

    /// A test as the page names it: *`Referrals/SafetyTests`: is not loosened…*
    private struct Named {
        let file: String
        let name: String

        /// The file's text, wherever under `Tests/` it stands.
        var text: String? {
            ["Tests/BelongTests/\(file).swift", "Tests/\(file).swift", "Tests/\(file).py"].lazy
                .compactMap { try? String(contentsOf: SourceFile.root.appending(path: $0), encoding: .utf8) }
                .first
        }

        var isThere: Bool {
            let begun =
                name.hasSuffix("…") ? String(name.dropLast()) : name + (file.hasPrefix("Browser") ? "(" : "`")
            let before = file.hasPrefix("Browser") ? "def " : "`"
            return text?.contains(before + begun) == true
        }
    }

    private func named(in row: Substring) -> [Named] {
        row.matches(of: #/`([A-Za-z/_]+)`: \*([^*]+)\*/#).map {
            Named(file: String($0.1), name: String($0.2))
        }
    }

    private var rows: [Substring] {
        page.split(separator: "\n").filter { $0.hasPrefix("| ") }
    }

    @Test func `names a test for every hazard, or says that its room is not built yet`() {
        let hazards = rows.filter { $0.firstMatch(of: #/^\| H[0-9]{2} /#) != nil }
        #expect(hazards.count == 18)
        for hazard in hazards {
            let guarded = hazard.split(separator: "|")[3]
            #expect(!named(in: guarded).isEmpty || guarded.contains("not built yet"), "\(hazard.prefix(6))")
        }
    }

    @Test func `names tests that there are`() {
        for row in rows {
            for test in named(in: row) { #expect(test.isThere, "\(test.file): \(test.name)") }
        }
    }
}
