/// One thing that whoever runs Belong may choose. What each means is told in
/// docs/running.md.
enum Setting: String, CaseIterable, Sendable {
    case store
    case listen
    case address
    case metrics
    case logLevel = "log-level"
    case demo
    case trustedProxies = "trusted-proxies"
    case postgresConnections = "postgres-connections"
    case postgresPatience = "postgres-patience"
    case notifyKey = "notify-key"
    case notifyTextTemplate = "notify-text-template"
    case notifyEmailTemplate = "notify-email-template"
    case notifyAddress = "notify-address"
    case notifyCallbackToken = "notify-callback-token"
    case smtpServer = "smtp-server"
    case smtpFrom = "smtp-from"
    case smtpUser = "smtp-user"
    case smtpPassword = "smtp-password"

    /// A secret has no flag: whoever lists what runs on this machine would read it.
    var isSecret: Bool { [.notifyKey, .notifyCallbackToken, .smtpPassword].contains(self) }

    /// As it is called in the environment: BELONG_LOG_LEVEL.
    var variable: String {
        "BELONG_" + rawValue.uppercased().replacing("-", with: "_")
    }

    /// What it is where nobody chose.
    var standard: String {
        switch self {
        case .store: "sqlite:var/belong.sqlite"
        case .listen: "127.0.0.1:8080"
        case .address: "http://localhost:8080"
        case .metrics: "127.0.0.1:9090"
        case .logLevel: "info"
        case .demo: "no"
        case .trustedProxies: ""
        case .postgresConnections: "8"
        case .postgresPatience: "15"
        case .notifyKey, .notifyTextTemplate, .notifyEmailTemplate, .notifyCallbackToken: ""
        case .smtpServer, .smtpFrom, .smtpUser, .smtpPassword: ""
        case .notifyAddress: "https://api.notifications.service.gov.uk"
        }
    }

    /// What may be written there, as the end of a sentence.
    var expectation: String {
        switch self {
        case .store: "write sqlite:PATH or postgres://HOST/DATABASE"
        case .listen: "write an address and a port, such as 127.0.0.1:8080"
        case .address: "write how browsers reach Belong, such as https://belong.example.org, without a path"
        case .metrics: "write an address and a port, such as 127.0.0.1:9090, or off"
        case .logLevel: "write info, notice, warning or error"
        case .demo: "write yes or no"
        case .trustedProxies: "write addresses or ranges between commas, such as 127.0.0.1, 10.0.0.0/8"
        case .postgresConnections: "write a number from 1 to 200"
        case .postgresPatience: "write a number of seconds from 0 to 300"
        case .notifyKey: "write the whole key as GOV.UK Notify gave it: a name, the service and the secret"
        case .notifyTextTemplate: "write the id of the template for texts, as GOV.UK Notify shows it"
        case .notifyEmailTemplate: "write the id of the template for e-mail, as GOV.UK Notify shows it"
        case .notifyCallbackToken: "write at least 32 letters and digits that nobody can guess"
        case .notifyAddress: "write an address that begins with https://, without a path"
        case .smtpServer: "write smtps://HOST or smtp://HOST, which is spoken to over TLS either way"
        case .smtpFrom: "write the e-mail address that messages come from"
        case .smtpUser: "write the name of our account on the mail server"
        case .smtpPassword: "write the password of our account on the mail server"
        }
    }

    /// Variables that begin alike and are read by the scripts in bin/ and by tests.
    static let otherVariables: Set<String> = [
        "BELONG_SETTINGS", "BELONG_TEST_STORE", "BELONG_POSTGRES", "BELONG_POSTGRES_PORT", "BELONG_SHOTS",
        "BELONG_NOTIFY_MOCK",
    ]
}
