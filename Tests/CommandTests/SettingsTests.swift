import Kernel
import Store
import Testing

@testable import Command

@Suite("A setting")
struct SettingsTests {
    private func settings(
        flags: [Setting: String] = [:],
        _ environment: [String: String] = [:],
        file: String? = nil
    ) throws -> Settings {
        let file = file.map { SettingsFile(path: "belong.conf", text: $0) }
        return try Settings(Choices(flags: flags, environment: environment, file: file))
    }

    @Test func `is what it always is where nobody chose`() throws {
        let settings = try settings()

        #expect(settings.store == .sqlite(path: "var/belong.sqlite"))
        #expect(settings.listen == Settings.Endpoint("127.0.0.1:8080"))
        #expect(settings.metrics == Settings.Endpoint("127.0.0.1:9090"))
        #expect(settings.address.description == "http://localhost:8080")
        #expect(!settings.isDemo && settings.trustedProxies.isEmpty)
    }

    @Test func `browsers reach Belong by the port it listens at, unless somebody says otherwise`() throws {
        #expect(
            try settings(flags: [.listen: "127.0.0.1:8899"]).address.description == "http://localhost:8899"
        )
        let said = try settings(flags: [.listen: "127.0.0.1:8899", .address: "https://belong.example.org"])
        #expect(said.address.description == "https://belong.example.org")
        #expect(try settings(flags: [.listen: "127.0.0.1:0"]).address.description == "http://localhost:8080")
    }

    @Test func `is taken from a flag before a variable, and from a variable before the file`() throws {
        let file = "listen = 127.0.0.1:1\nmetrics = off\n"

        #expect(try settings(file: file).listen.port == 1)
        #expect(try settings(["BELONG_LISTEN": "127.0.0.1:2"], file: file).listen.port == 2)
        let all = try settings(
            flags: [.listen: "127.0.0.1:3"],
            ["BELONG_LISTEN": "127.0.0.1:2"],
            file: file
        )
        #expect(all.listen.port == 3)
        #expect(all.metrics == nil)
    }

    @Test func `may stand in a file among empty lines and lines for people`() throws {
        let file = "# How browsers reach us\n\n  address =  https://belong.example.org/  \r\ndemo = yes"

        let settings = try settings(file: file)

        #expect(settings.address.description == "https://belong.example.org")
        #expect(settings.isDemo)
    }

    @Test(arguments: [
        (Setting.store, "mysql://localhost"), (.listen, "8080"), (.listen, "127.0.0.1:70000"),
        (.address, "belong.example.org"), (.address, "https://belong.example.org/path"), (.metrics, "yes"),
        (.logLevel, "debug"), (.demo, "true"), (.trustedProxies, "10.0.0.0/33"), (.trustedProxies, "proxy"),
        (.postgresConnections, "0"), (.postgresPatience, "long"),
        (.notifyKey, "a-key"), (.notifyTextTemplate, "text"), (.notifyAddress, "http://example.org"),
        (.smtpFrom, "nobody"),
    ])
    func `stops the start when it is wrong, and is named`(_ setting: Setting, _ text: String) throws {
        let refused = Settings.Refused.unreadable(setting, place: setting.variable)

        #expect(throws: refused) { try settings([setting.variable: text]) }
        #expect(refused.description.hasPrefix("The setting \(setting.rawValue) (\(setting.variable)) cannot"))
    }

    @Test func `is never repeated when it is wrong, for it may be a password`() throws {
        let refused = #expect(throws: Settings.Refused.self) {
            try settings(flags: [.store: "postgres:/belong:secret@db"])
        }

        #expect(
            refused?.description
                == "The setting store (--store) cannot be used: write sqlite:PATH or postgres://HOST/DATABASE."
        )
    }

    @Test func `is refused where there is none of that name`() throws {
        let variable = #expect(throws: Settings.Refused.self) { try settings(["BELONG_LISTN": "x"]) }
        let line = #expect(throws: Settings.Refused.self) { try settings(file: "\nlistn = x") }

        #expect(
            variable?.description.hasPrefix("There is no setting BELONG_LISTN. There are: BELONG_STORE,")
                == true
        )
        #expect(line?.description.hasPrefix("There is no setting “listn” (line 2 of belong.conf).") == true)
    }

    @Test func `is refused where it is said twice, or where the line says nothing`() throws {
        #expect(throws: Settings.Refused.saidTwice(.demo, place: "line 2 of belong.conf")) {
            try settings(file: "demo = yes\ndemo = no")
        }
        #expect(throws: Settings.Refused.unreadableLine("line 1 of belong.conf")) {
            try settings(file: "demo yes")
        }
    }

    @Test func `of a set that is not whole stops the start, and the missing one is named`() throws {
        let template = "5c5e6f0a-8d35-48ac-975b-e847b4f122b0"
        let refused = #expect(throws: Settings.Refused.incomplete(.notifyKey, beside: .notifyTextTemplate)) {
            try settings(["BELONG_NOTIFY_TEXT_TEMPLATE": template])
        }

        #expect(
            refused?.description == """
                The setting notify-key is missing beside notify-text-template: write the whole key as GOV.UK \
                Notify gave it: a name, the service and the secret.
                """
        )
        #expect(throws: Settings.Refused.incomplete(.notifyTextTemplate, beside: .notifyKey)) {
            try settings(["BELONG_NOTIFY_KEY": "x-\(template)-\(template)"])
        }
    }

    @Test(arguments: [
        "mail.example.org", "http://mail.example.org", "smtp://", "smtps://mail.example.org/path",
    ])
    func `of a mail server that is none stops the start`(place: String) {
        #expect(throws: Settings.Refused.unreadable(.smtpServer, place: "BELONG_SMTP_SERVER")) {
            try settings(["BELONG_SMTP_SERVER": place, "BELONG_SMTP_FROM": "belong@example.org"])
        }
    }

    @Test func `of a mail server is whole or stops the start, and its carrier is named`() throws {
        let server = ["BELONG_SMTP_SERVER": "smtps://mail.example.org"]
        #expect(throws: Settings.Refused.incomplete(.smtpFrom, beside: .smtpServer)) { try settings(server) }
        #expect(throws: Settings.Refused.incomplete(.smtpServer, beside: .smtpFrom)) {
            try settings(["BELONG_SMTP_FROM": "belong@example.org"])
        }
        let whole = server.merging(["BELONG_SMTP_FROM": "belong@example.org"]) { one, _ in one }
        #expect(throws: Settings.Refused.incomplete(.smtpPassword, beside: .smtpUser)) {
            try settings(whole.merging(["BELONG_SMTP_USER": "belong"]) { one, _ in one })
        }
        let post = try settings(whole).post
        #expect(post == "e-mail goes by the mail server; texts are kept here, letters are printed")
    }

    @Test func `that only scripts and tests read is let be`() throws {
        _ = try settings(["BELONG_TEST_STORE": "x", "BELONG_SHOTS": "y", "PATH": "/bin"])
    }
}
