import Foundation
import Testing

@testable import Belong

@Suite("The shape of the code")
struct ShapeTests {
    @Test(arguments: try SourceFile.all(in: "Sources"))
    func `only a feature writes to its own tables`(_ file: SourceFile) throws {
        let owners = try SourceFile.tableOwners()
        for table in file.tablesWritten {
            #expect(owners[table] == file.feature, "\(file.path) writes to \(table)")
        }
    }

    @Test func `a table is made in one feature's schema`() throws {
        for file in try SourceFile.all(in: "Sources/Belong") where !file.tablesMade.isEmpty {
            #expect(file.name.hasSuffix("Schema.swift"), "\(file.path) makes a table")
        }
        let made = try SourceFile.all(in: "Sources/Belong").flatMap { Array($0.tablesMade) }
        #expect(Set(made).count == made.count)
    }

    @Test(arguments: try SourceFile.all(in: "Sources"))
    func `only routes know the web`(_ file: SourceFile) {
        let mayKnow = ["Web", "Command"].contains(file.target) || file.path == "Sources/Belong/Site.swift"
        #expect(mayKnow || file.name.hasSuffix("Routes.swift") || !file.imports("Hummingbird"))
    }

    @Test(arguments: try SourceFile.all(in: "Sources"))
    func `only the store knows its engines, and one file knows libsodium`(_ file: SourceFile) {
        #expect(file.target == "Store" || !file.imports("GRDB") && !file.imports("CPostgres"))
        #expect(file.name == "Sodium.swift" || !file.imports("CSodium"))
    }

    @Test(arguments: try SourceFile.all(in: "Sources"))
    func `nothing gives up on the person waiting, or slips past the compiler`(_ file: SourceFile) {
        for word in ["fatalError(", "@unchecked Sendable", "nonisolated(unsafe)", "TODO", "FIXME"] {
            #expect(!file.text.contains(word), "\(file.path) says \(word)")
        }
    }

    @Test(arguments: try SourceFile.all(in: "Sources") + SourceFile.all(in: "Tests"))
    func `every file can be read in one sitting`(_ file: SourceFile) {
        #expect(file.lines.count <= 201, "\(file.path) has \(file.lines.count) lines")
    }

    @Test func `every page hangs in the gallery`() throws {
        let hung = Set(Features.pages.map { "\($0)" })
        let written = Set(try SourceFile.all(in: "Sources").flatMap(\.pages))

        #expect(written.subtracting(hung).isEmpty)
    }

    @Test func `every link in the documents leads somewhere`() throws {
        let documents = try SourceFile.all(in: "docs", ending: ".md") + SourceFile.rootDocuments()
        for document in documents {
            let folder = SourceFile.root.appending(path: document.path).deletingLastPathComponent()
            for link in document.text.matches(of: /\]\(([^)\s#]+)(?:#[^)]*)?\)/).map({ String($0.1) })
            where !link.contains(":") {
                let target = folder.appending(path: link).standardized.path()
                #expect(FileManager.default.fileExists(atPath: target), "\(document.path) links to \(link)")
            }
        }
    }
}

extension SourceFile {
    /// README and its neighbours.
    static func rootDocuments() throws -> [SourceFile] {
        try FileManager.default.contentsOfDirectory(atPath: root.path()).filter { $0.hasSuffix(".md") }.map {
            try SourceFile(path: $0, text: String(contentsOf: root.appending(path: $0), encoding: .utf8))
        }
    }
}
