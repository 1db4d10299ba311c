/// What was chosen, setting by setting, with where it was chosen: a flag before
/// a variable, a variable before a line of the settings file.
struct Choices: Sendable {
    private var made: [Setting: Choice] = [:]

    struct Choice: Sendable {
        let text: String
        let place: String
    }

    init(
        flags: [Setting: String] = [:],
        environment: [String: String] = [:],
        file: SettingsFile? = nil
    ) throws(Settings.Refused) {
        for (setting, choice) in try file?.choices() ?? [:] { made[setting] = choice }
        for (setting, choice) in try Self.choices(in: environment) { made[setting] = choice }
        for (setting, text) in flags { made[setting] = Choice(text: text, place: "--\(setting.rawValue)") }
    }

    /// What this setting is, read as what it has to be.
    func read<Value>(
        _ setting: Setting,
        _ parse: (String) -> Value?
    ) throws(Settings.Refused) -> Value {
        let choice = made[setting] ?? Choice(text: standard(setting), place: "the default")
        guard let value = parse(choice.text) else {
            throw .unreadable(setting, place: choice.place)
        }
        return value
    }

    /// Where nobody says how browsers reach Belong, they do by the port it listens at.
    private func standard(_ setting: Setting) -> String {
        guard setting == .address,
            let port = made[.listen]?.text.split(separator: ":").last.flatMap({ Int($0) }),
            port > 0
        else { return setting.standard }
        return "http://localhost:\(port)"
    }

    private static func choices(
        in environment: [String: String]
    ) throws(Settings.Refused) -> [Setting: Choice] {
        var choices: [Setting: Choice] = [:]
        for (variable, text) in environment.sorted(by: { $0.key < $1.key })
        where variable.hasPrefix("BELONG_") && !Setting.otherVariables.contains(variable) {
            guard let setting = Setting.allCases.first(where: { $0.variable == variable }) else {
                throw .unknownVariable(variable)
            }
            choices[setting] = Choice(text: text, place: variable)
        }
        return choices
    }
}

/// A file of settings: one `name = value` to a line, and lines that begin with
/// `#` for people. Nothing needs to be quoted or set in, and no line can mean
/// something else than it says; that is why it is not YAML.
struct SettingsFile: Sendable {
    let path: String
    let text: String

    func choices() throws(Settings.Refused) -> [Setting: Choices.Choice] {
        var choices: [Setting: Choices.Choice] = [:]
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (line, number) in zip(lines, 1...) {
            let line = line.trimmed
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            let place = "line \(number) of \(path)"
            guard let equals = line.firstIndex(of: "=") else { throw .unreadableLine(place) }
            let name = line[..<equals].trimmed
            guard let setting = Setting(rawValue: name) else { throw .unknownSetting(name, place: place) }
            guard choices[setting] == nil else { throw .saidTwice(setting, place: place) }
            choices[setting] = Choices.Choice(text: line[line.index(after: equals)...].trimmed, place: place)
        }
        return choices
    }
}

extension StringProtocol {
    fileprivate var trimmed: String {
        let spaces: (Character) -> Bool = { $0.isWhitespace }
        return String(drop(while: spaces).reversed().drop(while: spaces).reversed())
    }
}
