import ArgumentParser
import Foundation
import Testing

@testable import Command

@Suite("The page about running Belong")
struct DocumentationTests {
    private let headings: Set<String>

    init() throws {
        let page = try String(contentsOf: Program.root.appending(path: "docs/running.md"), encoding: .utf8)
        headings = Set(
            page.split(separator: "\n").filter { $0.hasPrefix("#") }.map {
                String($0.drop { $0 == "#" }).replacing("`", with: "").trimmingCharacters(in: .whitespaces)
            }
        )
    }

    @Test(arguments: Setting.allCases)
    func `tells of every setting`(_ setting: Setting) {
        #expect(headings.contains(setting.rawValue))
    }

    @Test func `tells of every command`() {
        for command in Self.commands(of: BelongCommand.self, named: "belong") {
            #expect(headings.contains(command))
        }
    }

    @Test func `tells of no setting and no command that there is not`() {
        let commands = Set(Self.commands(of: BelongCommand.self, named: "belong"))
        #expect(headings.filter { $0.hasPrefix("belong ") }.isSubset(of: commands))
    }

    private static func commands(of command: any ParsableCommand.Type, named name: String) -> [String] {
        let inner = command.configuration.subcommands
        return inner.isEmpty
            ? [name] : inner.flatMap { commands(of: $0, named: "\(name) \($0._commandName)") }
    }
}
