import ArgumentParser
import Belong
import Foundation
import Kernel
import Store

/// Fills an empty store with a made-up neighbourhood to try things out in.
struct Seed: StoreCommand {
    static let configuration = CommandConfiguration(
        abstract: "Fill an empty store with a made-up neighbourhood.",
        discussion: """
            Real practices and community services round Sale in Greater Manchester, invented people. \
            Everybody gets the same password, which is read from a file or, if the file is not there, made up \
            and written into it. Nothing is sown where there are people already.
            """
    )

    @Option(help: "The folder with neighbourhood.json and what belongs to it.")
    var from = "Seeds"

    @Option(help: "The file with everybody's password on its first line; it is made if it is not there.")
    var passwordFile = "var/password.txt"

    @OptionGroup var place: StoreChoice

    func work(on store: any Store) async throws {
        let address = try place.settings().address
        let password = try made()
        do {
            try await Seeds(store: store, folder: from, site: address).sow(password: password)
        } catch let refused as Seeds.Refused {
            throw Stop(refused.description)
        }
        say("The neighbourhood is there. Everybody's password is in \(passwordFile).")
    }

    /// What is in the file, or four words nobody chose.
    private func made() throws -> String {
        if passwordFile == "-" || FileManager.default.fileExists(atPath: passwordFile) {
            return try Password.read(from: passwordFile)
        }
        let words = [
            "kettle", "garden", "sparrow", "button", "harbour", "pepper", "ladder", "willow", "marble",
            "cotton",
        ]
        var random = SystemRandomNumberGenerator()
        let chosen =
            (0..<4).compactMap { _ in words.randomElement(using: &random) } + ["\(Int.random(in: 100...999))"]
        let password = chosen.joined(separator: "-")
        let folder = URL(filePath: passwordFile).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let isMade = FileManager.default.createFile(
            atPath: passwordFile,
            contents: Data((password + "\n").utf8),
            attributes: [.posixPermissions: 0o600]
        )
        guard isMade else { throw Stop("The password could not be written to \(passwordFile).") }
        return password
    }
}
