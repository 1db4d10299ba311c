import Kernel

extension Wanted {
    /// Reads *someone to eat with near M33, step-free, Tuesday, free*. What is
    /// not understood stays as words to search for; nothing is ever an error.
    init(reading text: String, today: Day) {
        var reading = LineReading(TypedWord.all(in: text), today: today)
        reading.readAll()
        self = reading.wanted
    }
}

/// A line of words on its way to being understood, from left to right.
struct LineReading {
    let typed: [TypedWord]
    private let today: Day
    var at = 0
    private var left: [String] = []
    var wanted = Wanted()

    init(_ typed: [TypedWord], today: Day) {
        self.typed = typed
        self.today = today
    }

    mutating func readAll() {
        while at < typed.count {
            let understood =
                readAsk() || readPostcode() || readPlace() || readDay() || readTime() || readStepFree()
                || readFree() || readLanguage() || readAge()
            guard !understood else { continue }
            left.append(typed[at].plain)
            at += 1
        }
        wanted.words = left.contains { !Stem.silent.contains($0) } ? left.trimmed.joined(separator: " ") : ""
        wanted.days.sort { $0.rawValue < $1.rawValue }
    }

    func word(_ ahead: Int = 0) -> String? {
        typed.indices.contains(at + ahead) ? typed[at + ahead].plain : nil
    }

    /// Whether these words come next; if they do they are used up.
    mutating func take(_ phrases: String...) -> Bool {
        for phrase in phrases {
            let wanted = phrase.split(separator: " ")
            guard wanted.enumerated().allSatisfy({ word($0) == String($1) }) else { continue }
            at += wanted.count
            return true
        }
        return false
    }

    private mutating func readAsk() -> Bool {
        for (phrase, need) in Vocabulary.asks where take(phrase) {
            if !wanted.needs.contains(need) { wanted.needs.append(need) }
            return true
        }
        return false
    }

    /// near M33, M33 7ZF, or M33 alone.
    private mutating func readPostcode() -> Bool {
        let isLed = word().map { Vocabulary.nearness.contains($0) } ?? false
        let start = isLed ? 1 : 0
        guard let first = word(start) else { return false }
        if let both = word(start + 1).flatMap({ Postcode(first + $0) }) {
            wanted.near = both.description
            at += start + 2
        } else if let whole = Postcode(first) {
            wanted.near = whole.description
            at += start + 1
        } else if Vocabulary.isOutward(first) {
            wanted.near = first.uppercased()
            at += start + 1
        } else {
            return false
        }
        return true
    }

    /// near Sale, around Ashton on Mersey: up to four words or the next comma.
    private mutating func readPlace() -> Bool {
        guard word() == "near" || word() == "around", wanted.near == nil else { return false }
        var name: [String] = []
        var next = at + 1
        while next < typed.count, name.count < 4, !typed[next].isAfterBreak || name.isEmpty {
            let plain = typed[next].plain
            guard !Vocabulary.endsPlace.contains(plain) else { break }
            name.append(plain)
            next += 1
        }
        while let last = name.last, Stem.silent.contains(last) { name.removeLast() }
        guard !name.isEmpty else { return false }
        wanted.near = name.map(\.capitalised).joined(separator: " ")
        at += 1 + name.count
        return true
    }

    private mutating func readDay() -> Bool {
        let start = word() == "on" ? 1 : 0
        guard let plain = word(start) else { return false }
        let days: [Weekday]
        switch plain {
        case "today": days = [today.weekday]
        case "tonight":
            days = [today.weekday]
            wanted.time = .evening
        case "tomorrow": days = [today.advanced(by: 1).weekday]
        case "weekend", "weekends": days = [.saturday, .sunday]
        case "weekday", "weekdays": days = [.monday, .tuesday, .wednesday, .thursday, .friday]
        default:
            guard let day = Vocabulary.day(plain, isLed: start == 1) else { return false }
            days = [day]
        }
        wanted.days += days.filter { !wanted.days.contains($0) }
        at += start + 1
        return true
    }
}

extension [String] {
    /// Without the words at either end that say nothing.
    fileprivate var trimmed: [String] {
        let start = drop { Stem.silent.contains($0) }
        return start.reversed().drop { Stem.silent.contains($0) }.reversed()
    }
}

extension String {
    fileprivate var capitalised: String {
        prefix(1).uppercased() + dropFirst()
    }
}
