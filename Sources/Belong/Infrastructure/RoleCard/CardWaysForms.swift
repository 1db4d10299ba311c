import Kernel
import Web

/// A first name for the public card, as it was typed; empty takes it away.
struct CardNameForm: Decodable, Sendable {
    var name: String?

    init() {}

    /// One name and no family name: whoever knows the first knows enough.
    func read() throws(Problems) -> String {
        var problems = Problems()
        let name = problems.words(name, "name", upTo: 40)
        if name.split(separator: " ").count > 1 { problems.add("name", "Write your first name only") }
        guard problems.list.isEmpty else { throw problems }
        return name
    }
}

/// A translation, as it was typed. Who checked it may be said at once, or later.
struct CardTranslationForm: Decodable, Sendable {
    var language: String?
    var words: String?
    var checkedBy: String?
    var checkedOn: String?

    init() {}

    func read(today: Day) throws(Problems) -> (CardLanguage, String, RoleCard.Translation.Check?) {
        var problems = Problems()
        let language = problems.unless(CardLanguage(language), "language", "Choose the language")
        let words = problems.text(words, "words", "Write or paste the words in that language", upTo: 4_000)
        let isChecked = !(checkedBy ?? "").asWritten.isEmpty || !(checkedOn ?? "").asWritten.isEmpty
        let check = isChecked ? problems.check(checkedBy, checkedOn, today: today) : nil
        guard let language, let words, problems.list.isEmpty else { throw problems }
        return (language, words, check)
    }
}

/// Who checked a translation and when, as it was typed.
struct CardCheckForm: Decodable, Sendable {
    var checkedBy: String?
    var checkedOn: String?

    init() {}

    func read(today: Day) throws(Problems) -> RoleCard.Translation.Check {
        var problems = Problems()
        guard let check = problems.check(checkedBy, checkedOn, today: today) else { throw problems }
        return check
    }
}

extension Problems {
    fileprivate mutating func check(
        _ by: String?,
        _ on: String?,
        today: Day
    ) -> RoleCard.Translation.Check? {
        let by = text(by, "checkedBy", "Say who checked it: somebody who knows the language well", upTo: 120)
        let on = unless(
            on.flatMap { Day(typed: $0.asWritten) },
            "checkedOn",
            "Enter the day it was checked, for example 14 5 2026"
        )
        if let on, on > today { add("checkedOn", "Enter a day that has been") }
        guard let by, let on, on <= today else { return nil }
        return .init(by: by, on: on)
    }
}

/// Something to listen to or to see signed, as it was typed.
struct CardRecordingForm: Decodable, Sendable {
    var kind: String?
    var address: String?

    init() {}

    func read() throws(Problems) -> (RoleCard.Recording.Kind, WebAddress) {
        var problems = Problems()
        let kind = problems.unless(
            kind.flatMap(RoleCard.Recording.Kind.init(rawValue:)),
            "kind",
            "Choose what it is"
        )
        let typed = (address ?? "").asWritten
        let isWeb = typed.lowercased().hasPrefix("https://")
        let address = problems.unless(
            isWeb ? WebAddress(typed) : nil,
            "address",
            "Enter where it is, beginning with https://"
        )
        guard let kind, let address else { throw problems }
        return (kind, address)
    }
}

/// A session about the role, as it was typed.
struct CardSessionForm: Decodable, Sendable {
    var day: String?
    var present: [String]?

    init() {}

    func read(today: Day) throws(Problems) -> (Day, [Member.ID]) {
        var problems = Problems()
        let day = problems.unless(
            day.flatMap { Day(typed: $0.asWritten) },
            "day",
            "Enter the day it was, for example 14 5 2026"
        )
        if let day, day > today { problems.add("day", "Enter a day that has been") }
        let present = (present ?? []).compactMap { Member.ID($0) }
        if present.isEmpty { problems.add("present", "Choose who was there") }
        guard let day, problems.list.isEmpty else { throw problems }
        return (day, present)
    }
}
