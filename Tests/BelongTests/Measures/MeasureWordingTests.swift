import Kernel
import Testing

@testable import Belong

@Suite("The words of a measure")
struct MeasureWordingTests {
    @Test func `of personal well-being are those of the Office for National Statistics`() {
        #expect(
            MeasureSheet.ons4.items.map(\.words) == [
                "Overall, how satisfied are you with your life nowadays?",
                "Overall, to what extent do you feel that the things you do in your life are worthwhile?",
                "Overall, how happy did you feel yesterday?",
                "On a scale where 0 is “not at all anxious” and 10 is “completely anxious”, overall, how anxious did "
                    + "you feel yesterday?",
            ]
        )
        #expect(MeasureSheet.ons4.items.allSatisfy { $0.values.map(\.value) == Array(0...10) })
        #expect(MeasureSheet.ons4.items[0].hint == "0 is not at all, 10 is completely")
    }

    @Test func `of loneliness are the three of the UCLA scale and the direct one`() {
        let items = MeasureSheet.loneliness.items
        #expect(
            items.map(\.words) == [
                "How often do you feel that you lack companionship?", "How often do you feel left out?",
                "How often do you feel isolated from others?", "How often do you feel lonely?",
            ]
        )
        for item in items.prefix(3) {
            #expect(item.values.map(\.words) == ["Hardly ever or never", "Some of the time", "Often"])
            #expect(item.values.map(\.value) == [1, 2, 3])
        }
        let direct = ["Often/always", "Some of the time", "Occasionally", "Hardly ever", "Never"]
        #expect(items[3].values.map(\.words) == direct)
    }

    @Test func `beside an answer are the bands ONS publishes, the other way for being anxious`() {
        func bands(_ item: Int) -> [String] {
            (0...10).compactMap { OnsBand.name(of: $0, to: MeasureSheet.ons4.items[item]) }
        }
        let three =
            Array(repeating: "low", count: 5) + [
                "medium", "medium", "high", "high", "very high", "very high",
            ]
        for item in 0...2 { #expect(bands(item) == three) }
        let anxious = ["very low", "very low", "low", "low", "medium", "medium"]
        #expect(bands(3) == anxious + Array(repeating: "high", count: 5))
        #expect(OnsBand.name(of: 7, to: MeasureSheet.loneliness.items[0]) == nil)
    }

    @Test func `of an instrument under licence are not in Belong`() throws {
        let theirs = [
            "feeling optimistic about the future", "feeling useful", "dealing with problems well",
            "thinking clearly", "make up my own mind", "responsible for taking care of my health",
        ]
        for file in try SourceFile.all(in: "Sources") + SourceFile.all(in: "Seeds", ending: ".json") {
            for words in theirs { #expect(!file.text.contains(words), "\(file.path) says “\(words)”") }
        }
    }

    @Test func `never lead to a sum: nothing adds answers up`() throws {
        for file in try SourceFile.all(in: "Sources/Belong/Measures") {
            #expect(!file.text.contains("SUM(") && !file.text.contains("AVG("), "\(file.path)")
        }
    }
}

@Suite("How far two answers are apart")
struct MeasureChangeTests {
    private let since = Day(number: 20_500)

    private func says(_ first: Int, _ last: Int, times: Int = 2) -> String {
        MeasureChange(first: first, last: last, since: since, times: times).sentence
    }

    @Test func `is too small to tell below four points, in words`() {
        #expect(
            says(4, 7)
                == "3 higher than on 16 February. One person’s answer goes up and down by about 3 from day to day, "
                + "so this is too small to tell. Two answers are very few: what they say about it counts for more."
        )
    }

    @Test func `is more than the day from four points on, with how much it could be`() {
        #expect(
            says(4, 8, times: 3)
                == "4 higher than on 16 February; between 1 and 7 higher once the ups and downs of a day are allowed "
                + "for. 3 answers so far."
        )
        #expect(says(9, 3).hasPrefix("6 lower than on 16 February; between 3 and 9 lower once"))
    }

    @Test func `is said to be nothing where there is none, and for one answer there is nothing to say`() {
        #expect(says(5, 5).hasPrefix("The same as on 16 February."))
        let item = MeasureSheet.ons4.items[0]
        #expect(item.change([(5, since)]) == "One answer only: there is nothing to compare it with yet.")
        #expect(item.change([]) == "No answer.")
    }

    @Test func `is not subtracted where answers are words`() {
        let item = MeasureSheet.loneliness.items[0]
        #expect(
            item.change([(3, since), (1, since.advanced(by: 60))])
                == "On 16 February it was “Often”. How much of that is the day cannot be told from so few answers."
        )
    }

    @Test func `is 1·96 times the root of two times the error of one answer`() {
        #expect(abs(MeasureChange.margin - 3.326) < 0.001)
    }
}
