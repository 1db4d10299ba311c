import ArgumentParser
import Foundation
import Testing

@testable import Command

@Suite("The help of every command")
struct HelpTests {
    static let leaves = types(of: BelongCommand.self, named: "belong").keys.sorted()

    private static func types(
        of command: any ParsableCommand.Type,
        named name: String
    ) -> [String: any ParsableCommand.Type] {
        let inner = command.configuration.subcommands
        guard !inner.isEmpty else { return [name: command] }
        return inner.reduce(into: [:]) { found, command in
            found.merge(types(of: command, named: "\(name) \(command._commandName)")) { first, _ in first }
        }
    }

    private func type(_ leaf: String) throws -> any ParsableCommand.Type {
        try #require(Self.types(of: BelongCommand.self, named: "belong")[leaf])
    }

    /// What the parser itself says of a command.
    private struct Dump: Decodable {
        let command: Command

        struct Command: Decodable {
            let abstract: String?
            let arguments: [Argument]?
        }

        struct Argument: Decodable {
            let kind: String
            let names: [Name]?
            let valueName: String?
            let abstract: String?

            struct Name: Decodable {
                let kind: String
                let name: String
            }

            var flag: String? { names?.first { $0.kind == "long" }.map { "--\($0.name)" } }
        }
    }

    private func dump(_ leaf: String) throws -> Dump.Command {
        try JSONDecoder().decode(Dump.self, from: Data(type(leaf)._dumpHelp().utf8)).command
    }

    /// What docs/running.md says of a command or a setting.
    private func section(_ heading: String) throws -> String {
        let page = try String(contentsOf: Program.root.appending(path: "docs/running.md"), encoding: .utf8)
        let begun = try #require(page.firstRange(of: "### \(heading)\n"), "\(heading)")
        return String(page[begun.upperBound...].prefix(while: { $0 != "#" }))
    }

    @Test(arguments: HelpTests.leaves) func `says what it does, and what each of its words means`(
        _ leaf: String
    ) throws {
        let help = try dump(leaf)
        #expect(help.abstract?.hasSuffix(".") == true)
        for argument in help.arguments ?? [] where argument.flag != "--help" && argument.flag != "--version" {
            #expect(argument.abstract?.isEmpty == false, "\(argument.flag ?? argument.valueName ?? "")")
        }
    }

    @Test(arguments: HelpTests.leaves) func `and the page about running tell of the same flags`(
        _ leaf: String
    ) throws {
        let everywhere = Set(Setting.allCases.map { "--\($0.rawValue)" })
            .union(["--settings", "--help", "--version"])
        let flags = try Set((dump(leaf).arguments ?? []).compactMap(\.flag))
        let told = try Set(section(leaf).matches(of: /--[a-z]+(?:-[a-z]+)*/).map { String($0.0) })
        #expect(flags.subtracting(everywhere).subtracting(told).isEmpty, "not told of")
        #expect(told.filter { $0 != "--format" }.subtracting(flags).isEmpty, "told of, and not there")
    }

    @Test(arguments: HelpTests.leaves) func `is all there is: an unknown word is refused`(_ leaf: String) {
        #expect(throws: (any Error).self) { try type(leaf).parseAsRoot(["--nonsense", "1"]) }
    }

    @Test(arguments: Setting.allCases) func `and the page agree on every setting`(_ setting: Setting) throws {
        let words = try section(setting.rawValue)
        let standard = setting.standard.isEmpty ? "none" : setting.standard
        #expect(words.contains("Where nobody chose") && words.contains(standard))
        let hasFlag = try dump("belong serve").arguments?.contains { $0.flag == "--\(setting.rawValue)" }
        #expect(hasFlag == !setting.isSecret)
    }
}
