import Kernel

/// One word as it was typed on the search line, and how it hangs together with
/// its neighbours.
struct TypedWord: Equatable, Sendable {
    let plain: String
    /// A hyphen joins it to the word before: the *free* of *step-free*.
    var isJoined = false
    /// A comma or full stop stands before it.
    var isAfterBreak = false

    /// The words of a line. Dots and colons stay where they stand in a time: 2.30pm.
    static func all(in text: String) -> [TypedWord] {
        var words: [TypedWord] = []
        var letters = ""
        var (isJoined, isAfterBreak) = (false, false)
        func end() {
            let plain = minute(letters.lowercased()) == nil ? letters.folded : letters.lowercased()
            letters = ""
            guard !plain.isEmpty else { return }
            words.append(TypedWord(plain: plain, isJoined: isJoined, isAfterBreak: isAfterBreak))
            (isJoined, isAfterBreak) = (false, false)
        }
        for character in text.prefix(longest) {
            switch character {
            case "'", "\u{2019}", "\u{2018}", ".", ":": letters.append(character)
            case "-", "\u{2010}", "\u{2011}":
                end()
                isJoined = !words.isEmpty
            case ",", ";", "\n":
                end()
                isAfterBreak = true
            case _ where character.isLetter || character.isNumber: letters.append(character)
            default: end()
            }
        }
        end()
        return words
    }

    /// No line of a search is longer.
    static let longest = 400

    /// 2pm, 2.30pm, 14:00 as minutes after midnight.
    static func minute(_ text: String) -> Int? {
        let clock = text.replacing(".", with: ":")
        let isAfternoon = clock.hasSuffix("pm")
        guard isAfternoon || clock.hasSuffix("am") else {
            return clock.count > 5 ? nil : TimeOfDay.minute(clock)
        }
        let said = clock.dropLast(2)
        let minute = said.contains(":") ? TimeOfDay.minute(said) : TimeOfDay.minute("\(said):00")
        guard let minute, (60..<780).contains(minute) else { return nil }
        return minute % 720 + (isAfternoon ? 720 : 0)
    }
}
