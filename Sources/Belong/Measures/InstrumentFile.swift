import Kernel
import Web

/// The words of an instrument as its licensee has them in a file: a question on a line,
/// below it its answers, each a number and what it stands for; an empty line between
/// two questions.
///
///     How was your week?
///     0 As good as it can be
///     1
///     2 As bad as it can be
struct InstrumentFile: Sendable {
    let text: String

    static let mostItems = 60
    static let mostAnswers = 21

    /// Its questions, or the line that cannot be read.
    func read() throws(Problems) -> [MeasureItem] {
        var problems = Problems()
        var items: [MeasureItem] = []
        for block in blocks {
            let (number, first) = block[0]
            let answers = block.dropFirst().map { (line: $0.line, word: Self.word($0.words)) }
            if let wrong = answers.first(where: { $0.word == nil }) {
                problems.add(
                    "text",
                    "Line \(wrong.line): an answer begins with its number, such as “3 Often”"
                )
            } else if !(2...Self.mostAnswers).contains(answers.count) {
                problems.add(
                    "text",
                    "Line \(number): a question needs from 2 to \(Self.mostAnswers) answers below it"
                )
            } else if Set(answers.compactMap(\.word?.value)).count != answers.count {
                problems.add("text", "Line \(number): two answers have the same number")
            }
            let words = answers.compactMap(\.word)
            items.append(MeasureItem(number: items.count + 1, words: first, scale: .words(words)))
        }
        if items.isEmpty {
            problems.add("text", "Put the questions in: each with its answers on the lines below it")
        }
        if items.count > Self.mostItems { problems.add("text", "Keep it to \(Self.mostItems) questions") }
        if let long = items.first(where: { $0.words.count > 500 }) {
            problems.add("text", "Question \(long.number) is longer than 500 characters")
        }
        guard problems.list.isEmpty else { throw problems }
        return items
    }

    private typealias Line = (line: Int, words: String)

    /// Lines that belong together, with their numbers in the file.
    private var blocks: [[Line]] {
        let plain = text.asWritten.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        let lines = plain.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .map { (line: $0.offset + 1, words: String($0.element).trimmingSpaces()) }
        return lines.reduce(into: [[Line]]()) { blocks, line in
            if line.words.isEmpty {
                if blocks.last?.isEmpty == false { blocks.append([]) }
            } else if blocks.isEmpty {
                blocks.append([line])
            } else {
                blocks[blocks.count - 1].append(line)
            }
        }
        .filter { !$0.isEmpty }
    }

    /// *3 Often*, or a number alone.
    private static func word(_ line: String) -> MeasureItem.Scale.Word? {
        let parts = line.split(separator: " ", maxSplits: 1)
        guard let number = parts.first.flatMap({ Int($0) }), (-100...1_000).contains(number) else {
            return nil
        }
        let words = parts.count > 1 ? String(parts[1]).trimmingSpaces() : "\(number)"
        return words.count > 200 ? nil : MeasureItem.Scale.Word(value: number, words: words)
    }
}

/// An instrument as it was typed: its name, its licence, its words; one form each.
struct InstrumentForm: Decodable, Sendable {
    var name: String?
    var area: String?
    var holder: String?
    var number: String?
    var until: String?
    var text: String?

    func named() throws(Problems) -> String {
        var problems = Problems()
        let name = problems.text(name, "name", "Say what the instrument is called", upTo: 100)
        guard let name else { throw problems }
        return name
    }

    func licence() throws(Problems) -> LicenceTold {
        var problems = Problems()
        let holder = problems.text(holder, "holder", "Say who holds the licence", upTo: 200)
        let number = problems.text(
            number,
            "number",
            "Enter the number of the licence, or how it is known",
            upTo: 100
        )
        let until = problems.unless(
            until.flatMap { Day(typed: $0) },
            "until",
            "Enter the last day of the licence, such as 2027-03-31"
        )
        guard let holder, let number, let until else { throw problems }
        return LicenceTold(holder: holder, number: number, until: until)
    }
}
