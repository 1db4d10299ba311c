import Kernel

extension Service {
    /// When people meet: the times of the service, else those of its places.
    func gatherings(_ note: (String) -> Void) -> [Gathering] {
        let own = fields.list("schedules", "regular_schedules")
        let places = fields.list("service_at_locations").flatMap { $0.list("schedules", "regular_schedules") }
        let schedules = own.isEmpty ? places : own
        let said = schedules.compactMap { $0.text("description", upTo: 1_000) }
        var gatherings: [Gathering] = []
        for schedule in schedules.prefix(50) {
            let words = schedule.text("description", upTo: 1_000)
            let isOnlyOne = said.count { $0 == words } == 1
            for gathering in Schedule(schedule, words, isOnlyOne: isOnlyOne).gatherings(note)
            where !gatherings.contains(gathering) {
                gatherings.append(gathering)
            }
        }
        return gatherings
    }
}

/// One schedule of a feed, read together with its words: publishers often give the
/// last day of several and an afternoon's hours without twelve added.
private struct Schedule {
    private let days: [Int]
    private let opens: Int?
    private let closes: Int?
    private let every: Gathering.Every
    private let words: String?
    private let isOnlyOne: Bool

    init(_ fields: Fields, _ words: String?, isOnlyOne: Bool) {
        self.words = words
        self.isOnlyOne = isOnlyOne
        days = Self.days(fields.text("byday", "weekday") ?? "")
        opens = fields.text("opens_at").flatMap(Self.minute)
        closes = fields.text("closes_at").flatMap(Self.minute)
        let isMonthly = fields.text("freq")?.uppercased() == "MONTHLY"
        every = isMonthly ? .month : fields.number("interval") == 2 ? .fortnight : .week
    }

    func gatherings(_ note: (String) -> Void) -> [Gathering] {
        let (opens, closes) = hours(note)
        let days = allDays(note)
        guard !days.isEmpty else { return words.map { [Gathering(words: $0)] } ?? [] }
        return days.map { Gathering(weekday: $0, opens: opens, closes: closes, every: every, words: words) }
    }

    /// The days given, and those the words name besides, where it is plain that
    /// the words speak of one and the same stretch of hours.
    private func allDays(_ note: (String) -> Void) -> [Int] {
        guard let words, isOnlyOne else { return days }
        let spoken = SpokenDays(words)
        if days.isEmpty { return opens == nil ? spoken.days : [] }
        guard spoken.areOneList, days.allSatisfy(spoken.days.contains), spoken.days.count > days.count else {
            return days
        }
        note("its days were taken from its words: “\(words.prefix(60))”")
        return spoken.days
    }

    private func hours(_ note: (String) -> Void) -> (opens: Int?, closes: Int?) {
        guard var opens else { return (nil, nil) }
        guard let closes else { return (opens, nil) }
        let saysAfternoon = words?.lowercased().contains(/[0-9]\s*pm\b/) == true
        let saysMorning = words?.lowercased().contains(/[0-9]\s*am\b/) == true
        if opens < 480, opens + 720 < closes, saysAfternoon, !saysMorning {
            opens += 720
            note("its hours were taken from its words: \(opens.clock) to \(closes.clock)")
        }
        guard opens < closes else {
            note("its hours were left out: \(opens.clock) to \(closes.clock)")
            return (nil, nil)
        }
        return (opens, closes)
    }

    /// TH,FR in version 3; “Thursday” in the older shape; 1TU for the first Tuesday.
    private static func days(_ text: String) -> [Int] {
        let names = text.uppercased().split { !$0.isLetter }
        let days = names.compactMap { name in
            Weekday.allCases.first { $0.name.uppercased().hasPrefix(name) && name.count >= 2 }?.rawValue
        }
        return Set(days).sorted()
    }

    /// A feed may say the zone too: 14:00:00Z, 14:00:00+01:00. It is the clock on the wall that is meant.
    private static func minute(_ text: String) -> Int? {
        TimeOfDay.minute(text.prefix { $0 != "Z" && $0 != "+" })
    }
}

/// Days of the week in running words: “Tuesday - Friday 12noon - 2pm”.
private struct SpokenDays {
    /// Every day named, ranges filled in. None at all if any are excepted.
    let days: [Int]
    /// Whether the days stand in one list and one stretch of hours is said of all of them.
    let areOneList: Bool

    init(_ words: String) {
        let plain = words.lowercased()
        let hours = plain.matches(of: /(noon|[ap]m|[0-9])\s*(-|=|\u{2013}|to)\s*[0-9]/).count
        let hasExceptions = ["except", "closed", "month"].contains { plain.contains($0) }
        var days: Set<Int> = []
        var isOneList = hours <= 1
        var before: (day: Int, end: String.Index)?
        for match in plain.matches(of: /\b(mon|tue|wed|thu|fri|sat|sun)(s|rs?|nes|urs?)?(day)?s?\b/) {
            guard !hasExceptions, let day = Self.number(of: match.output.1) else { continue }
            if let before {
                let between = String(plain[before.end..<match.range.lowerBound]).trimmingSpaces()
                if before.day < day, Self.range.contains(between) { days.formUnion(before.day...day) }
                isOneList = isOneList && (Self.range + Self.list).contains(between)
            }
            days.insert(day)
            before = (day, match.range.upperBound)
        }
        self.days = days.sorted()
        areOneList = isOneList
    }

    private static let range = ["-", "\u{2013}", "to", "till", "until"]
    private static let list = [",", "&", "/", "and", ", and", "+", "or"]

    private static func number(of short: Substring) -> Int? {
        Weekday.allCases.first { $0.name.lowercased().hasPrefix(short) }?.rawValue
    }
}
