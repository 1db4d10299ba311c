import ArgumentParser
import Foundation
import Store

/// Where the store is, for every command that works on it.
struct StoreChoice: ParsableArguments {
    @Option(help: "A file of settings, one `name = value` to a line. Also: BELONG_SETTINGS.")
    var settings: String?

    @Option(help: "Where everything is kept: sqlite:PATH or postgres://…")
    var store: String?

    func settings(_ flags: [Setting: String?] = [:]) throws(Settings.Refused) -> Settings {
        let environment = ProcessInfo.processInfo.environment
        let chosen = flags.merging([.store: store]) { own, _ in own }
        return try Settings(
            Choices(
                flags: chosen.compactMapValues(\.self),
                environment: environment,
                file: file(settings ?? environment["BELONG_SETTINGS"])
            )
        )
    }

    private func file(_ path: String?) throws(Settings.Refused) -> SettingsFile? {
        guard let path else { return nil }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { throw .noSuchFile(path) }
        return SettingsFile(path: path, text: text)
    }
}

/// What only serving needs to know.
struct ServeChoice: ParsableArguments {
    @Option(help: "The address and port to listen at.")
    var listen: String?

    @Option(help: "How browsers reach Belong, for links in messages and for cookies.")
    var address: String?

    @Option(help: "The address and port of /metrics, or off.")
    var metrics: String?

    @Option(help: "How much is written to the log: info, notice, warning or error.")
    var logLevel: String?

    @Option(help: "Whether this is for trying out: yes or no. Shows /outbox and /preview.")
    var demo: String?

    @Option(help: "Proxies whose word is taken on where a request came from, between commas.")
    var trustedProxies: String?

    @Option(help: "How many connections to PostgreSQL at most.")
    var postgresConnections: String?

    @Option(help: "How many seconds work waits for a PostgreSQL that is gone.")
    var postgresPatience: String?

    @Option(help: "The id of GOV.UK Notify's template for texts.")
    var notifyTextTemplate: String?

    @Option(help: "The id of GOV.UK Notify's template for e-mail.")
    var notifyEmailTemplate: String?

    @Option(help: "Where GOV.UK Notify is.")
    var notifyAddress: String?

    @Option(help: "A mail server of your own: smtps://HOST or smtp://HOST.")
    var smtpServer: String?

    @Option(help: "The address e-mail comes from.")
    var smtpFrom: String?

    @Option(help: "The name of our account on the mail server.")
    var smtpUser: String?

    var flags: [Setting: String?] {
        [
            .listen: listen,
            .address: address,
            .metrics: metrics,
            .logLevel: logLevel,
            .demo: demo,
            .trustedProxies: trustedProxies,
            .postgresConnections: postgresConnections,
            .postgresPatience: postgresPatience,
            .notifyTextTemplate: notifyTextTemplate,
            .notifyEmailTemplate: notifyEmailTemplate,
            .notifyAddress: notifyAddress,
            .smtpServer: smtpServer,
            .smtpFrom: smtpFrom,
            .smtpUser: smtpUser,
        ]
    }
}

extension Settings {
    /// Opens the store. A file that is not there yet is made only where that is meant.
    func open(makingIt: Bool = false) throws -> any Store {
        umask(0o077)
        if case .sqlite(let path) = store {
            let folder = URL(filePath: path).deletingLastPathComponent()
            if makingIt {
                try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            } else if !FileManager.default.fileExists(atPath: path) {
                throw Stop("There is no store at \(path) yet. Run `belong migrate` to make one.")
            }
            do {
                return try store.open()
            } catch {
                throw Stop(
                    "The store at \(path) cannot be opened. Is it a store of Belong, and may this account read and write it?"
                )
            }
        }
        return try store.open(connections: postgresConnections, patience: postgresPatience)
    }
}
