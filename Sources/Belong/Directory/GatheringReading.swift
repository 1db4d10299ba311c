import Kernel

extension Gathering {
    /// Reads a line as people write it: *Tuesdays, 12:00 to 14:00*, *Mondays and
    /// Fridays 2-4pm*, *every other Thursday from 10am*. What names no day stays words.
    static func read(_ line: String) -> [Gathering] {
        let line = line.trimmingSpaces()
        guard !line.isEmpty else { return [] }
        let typed = TypedWord.all(in: line).map(\.plain)
        var days: [Weekday] = []
        for word in typed {
            if let day = Vocabulary.day(word, isLed: true), !days.contains(day) { days.append(day) }
        }
        guard !days.isEmpty else { return [Gathering(words: line)] }
        let every = rhythm(of: typed)
        let (opens, closes) = times(in: typed)
        return days.map { day in
            Gathering(
                weekday: day.rawValue,
                opens: opens,
                closes: closes,
                every: every,
                words: every == .month ? line : nil
            )
        }
    }

    private static func rhythm(of typed: [String]) -> Every {
        let words = Set(typed)
        let monthly: Set = [
            "month", "monthly", "first", "second", "third", "fourth", "last", "1st", "2nd", "3rd", "4th",
        ]
        if !words.isDisjoint(with: monthly) { return .month }
        return words.isDisjoint(with: ["other", "fortnight", "fortnightly", "alternate"]) ? .week : .fortnight
    }

    /// The first two times. *2-4pm* and *10-12pm* say their half of the day once.
    private static func times(in typed: [String]) -> (opens: Int?, closes: Int?) {
        var minutes: [Int] = []
        for (place, word) in typed.enumerated() where minutes.count < 2 {
            if let minute = clock(word) {
                minutes.append(minute)
            } else if let next = typed.dropFirst(place + 1).first, let minute = bare(word, before: next) {
                minutes.append(minute)
            }
        }
        guard let opens = minutes.first else { return (nil, nil) }
        guard minutes.count == 2, minutes[1] > opens else { return (opens, nil) }
        return (opens, minutes[1])
    }

    private static func clock(_ word: String) -> Int? {
        if word == "noon" || word == "midday" { return 720 }
        return TypedWord.minute(word)
    }

    /// A number that takes *am* or *pm* from the time after it, or has *to* between.
    private static func bare(_ word: String, before next: String) -> Int? {
        guard let hour = Int(word), (1...12).contains(hour), let until = clock(next) else { return nil }
        let afternoon = hour % 12 * 60 + 720
        return afternoon < until ? afternoon : hour % 12 * 60
    }
}
