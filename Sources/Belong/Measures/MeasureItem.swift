import Kernel
import Store

/// One question, word for word, and how it may be answered.
struct MeasureItem: Sendable, Equatable {
    let number: Int
    let words: String
    let scale: Scale
    /// Whether a higher number is the better day.
    var isReversed = false

    enum Scale: Sendable, Equatable {
        /// Nought to ten, and what the two ends mean.
        case zeroToTen(low: String, high: String)
        /// Words, each with its number.
        case words([Word])

        struct Word: Sendable, Equatable {
            let value: Int
            let words: String
        }
    }

    /// Every answer there is.
    var values: [Scale.Word] {
        switch scale {
        case .zeroToTen: (0...10).map { Scale.Word(value: $0, words: "\($0)") }
        case .words(let words): words
        }
    }

    /// *0 is not at all, 10 is completely*
    var hint: String? {
        switch scale {
        case .zeroToTen(let low, let high): "0 is \(low), 10 is \(high)"
        case .words: nil
        }
    }

    /// An answer as it is read again: *7 of 10*, *Some of the time*.
    func said(_ value: Int) -> String {
        switch scale {
        case .zeroToTen: "\(value) of 10"
        case .words(let words): words.first { $0.value == value }?.words ?? "\(value)"
        }
    }
}

/// The questions of one measure as they are put to somebody.
struct MeasureSheet: Sendable, Equatable {
    let name: String
    /// What is said before the first question.
    let opening: String
    let items: [MeasureItem]
}

extension MeasureSheet {
    /// The wording of the Office for National Statistics, which must not be changed, and
    /// its scale of nought to ten for each (standards, section e).
    static let ons4 = MeasureSheet(
        name: Measure.ons4.name(nil),
        opening:
            "Next I would like to ask you four questions about your feelings on aspects of your life. There are "
            + "no right or wrong answers. For each of these questions I’d like you to give an answer on a scale of "
            + "0 to 10, where 0 is “not at all” and 10 is “completely”.",
        items: [
            item(1, "Overall, how satisfied are you with your life nowadays?"),
            item(
                2,
                "Overall, to what extent do you feel that the things you do in your life are worthwhile?"
            ),
            item(3, "Overall, how happy did you feel yesterday?"),
            MeasureItem(
                number: 4,
                words:
                    "On a scale where 0 is “not at all anxious” and 10 is “completely anxious”, overall, how "
                    + "anxious did you feel yesterday?",
                scale: .zeroToTen(low: "not at all anxious", high: "completely anxious"),
                isReversed: true
            ),
        ]
    )

    private static func item(_ number: Int, _ words: String) -> MeasureItem {
        MeasureItem(number: number, words: words, scale: .zeroToTen(low: "not at all", high: "completely"))
    }

    /// The national measures of loneliness for adults: the first three are the UCLA scale
    /// of three questions, the last asks directly. Each stands for itself.
    static let loneliness = MeasureSheet(
        name: Measure.loneliness.name(nil),
        opening: "",
        items: [
            rarely(1, "How often do you feel that you lack companionship?"),
            rarely(2, "How often do you feel left out?"),
            rarely(3, "How often do you feel isolated from others?"),
            MeasureItem(
                number: 4,
                words: "How often do you feel lonely?",
                scale: .words([
                    .init(value: 5, words: "Often/always"), .init(value: 4, words: "Some of the time"),
                    .init(value: 3, words: "Occasionally"), .init(value: 2, words: "Hardly ever"),
                    .init(value: 1, words: "Never"),
                ])
            ),
        ]
    )

    private static func rarely(_ number: Int, _ words: String) -> MeasureItem {
        let scale = MeasureItem.Scale.words([
            .init(value: 1, words: "Hardly ever or never"), .init(value: 2, words: "Some of the time"),
            .init(value: 3, words: "Often"),
        ])
        return MeasureItem(number: number, words: words, scale: scale)
    }

    /// Each goal as they say it. How near it is, is theirs to say.
    static func goals(_ words: [String]) -> MeasureSheet {
        MeasureSheet(
            name: Measure.goals.name(nil),
            opening: "How near are you to each of these today?",
            items: words.enumerated().map { place, words in
                MeasureItem(
                    number: place + 1,
                    words: words,
                    scale: .zeroToTen(low: "not begun", high: "as I would like it")
                )
            }
        )
    }
}

/// What the Office for National Statistics calls an answer to one of its four, in its
/// published bands. A word beside the number, without a colour.
enum OnsBand {
    static func name(of value: Int, to item: MeasureItem) -> String? {
        guard MeasureSheet.ons4.items.contains(item), (0...10).contains(value) else { return nil }
        return item.isReversed ? anxiety(value) : other(value)
    }

    private static func other(_ value: Int) -> String {
        switch value {
        case ...4: "low"
        case 5...6: "medium"
        case 7...8: "high"
        default: "very high"
        }
    }

    private static func anxiety(_ value: Int) -> String {
        switch value {
        case ...1: "very low"
        case 2...3: "low"
        case 4...5: "medium"
        default: "high"
        }
    }
}
