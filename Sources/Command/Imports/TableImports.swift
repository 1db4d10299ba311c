import ArgumentParser
import Belong
import Foundation
import Store

/// General practices and their networks.
struct PracticeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "practice",
        abstract: "General practices and their networks.",
        subcommands: [Take.self]
    )

    struct Take: StoreCommand {
        static let configuration = CommandConfiguration(
            commandName: "import",
            abstract: "Take in practices and networks from NHS England's table of payments.",
            discussion: "A practice is known by its ODS code, so the same table taken twice changes nothing."
        )

        @Argument(help: "The table, as NHS England publishes it (CSV, UTF-8).")
        var file: String

        @OptionGroup var place: StoreChoice

        func work(on store: any Store) async throws {
            try await PracticeImport(store: store).read(bytes(of: file), named: file).say()
        }
    }
}

/// Where postcodes lie.
struct PostcodeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "postcode",
        abstract: "Where postcodes lie.",
        subcommands: [Take.self]
    )

    struct Take: StoreCommand {
        static let configuration = CommandConfiguration(
            commandName: "import",
            abstract: "Take in postcodes with their latitude and longitude.",
            discussion:
                "A table with the columns postcode, latitude and longitude. Run twice it changes nothing."
        )

        @Argument(help: "The table (CSV, UTF-8).")
        var file: String

        @OptionGroup var place: StoreChoice

        func work(on store: any Store) async throws {
            try await PostcodeImport(store: store).read(bytes(of: file), named: file).say()
        }
    }
}

private func bytes(of file: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: file) else {
        throw Stop("There is no file at \(file) that can be read.")
    }
    return Array(data)
}
