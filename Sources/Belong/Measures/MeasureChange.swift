import Foundation
import Kernel

/// How far two answers of one person to one question lie apart, and how much of it may
/// be nothing but the day (paper, line 70; hazard H18).
///
/// The method is the reliable change of Jacobson and Truax (1991): the difference of two
/// answers, give or take 1.96 × √2 × the error of one answer. For questions of nought to
/// ten the error of one answer is taken as 1.2 points. That figure is the field notes'
/// assumption for ONS life satisfaction (facts, section 3.7, grade C), published nowhere
/// for one person, and used here for the other nought-to-ten questions as well; so what
/// is said is rounded and in words. With it, fewer than four points are too small to tell.
///
/// For answers in words nothing is subtracted. For an instrument under licence its own
/// manual says what a change is, and that is not part of Belong.
struct MeasureChange: Equatable, Sendable {
    let first: Int
    let last: Int
    let since: Day
    let times: Int

    static let errorOfOneAnswer = 1.2
    /// 3.3 points.
    static let margin = 1.96 * 2.0.squareRoot() * errorOfOneAnswer

    var difference: Int { last - first }
    var range: ClosedRange<Double> { Double(difference) - Self.margin...Double(difference) + Self.margin }
    var isMoreThanTheDay: Bool { abs(Double(difference)) > Self.margin }

    var sentence: String {
        guard difference != 0 else { return "The same as on \(since.short). \(few)" }
        let moved = "\(Self.apart(difference)) than on \(since.short)"
        return isMoreThanTheDay
            ? "\(moved); \(spoken) once the ups and downs of a day are allowed for. \(few)"
            : "\(moved). One person’s answer goes up and down by about 3 from day to day, so this is too small to "
                + "tell. \(few)"
    }

    /// *between 1 and 7 higher*
    private var spoken: String {
        let (low, high) = (abs(range.lowerBound), abs(range.upperBound))
        let ends = [Int(low.rounded()), Int(high.rounded())].sorted()
        return "between \(ends[0]) and \(ends[1]) \(difference > 0 ? "higher" : "lower")"
    }

    private var few: String {
        times < 3
            ? "Two answers are very few: what they say about it counts for more."
            : "\(times.counted("answer")) so far."
    }

    private static func apart(_ difference: Int) -> String {
        "\(abs(difference)) \(difference > 0 ? "higher" : "lower")"
    }
}

extension MeasureItem {
    /// What can be said of the answers to it, oldest first.
    func change(_ answers: [(value: Int, on: Day)]) -> String {
        guard let first = answers.first, let last = answers.last, answers.count > 1 else {
            return answers.isEmpty
                ? "No answer." : "One answer only: there is nothing to compare it with yet."
        }
        switch scale {
        case .zeroToTen:
            return MeasureChange(first: first.value, last: last.value, since: first.on, times: answers.count)
                .sentence
        case .words:
            guard first.value != last.value else { return "The same as on \(first.on.short)." }
            return
                "On \(first.on.short) it was “\(said(first.value))”. How much of that is the day cannot be told "
                + "from so few answers."
        }
    }
}
