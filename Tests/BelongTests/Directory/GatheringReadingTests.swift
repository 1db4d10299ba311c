import Testing

@testable import Belong

@Suite("Reading when a group meets")
struct GatheringReadingTests {
    @Test(
        arguments: [
            ("Tuesdays, 12:00 to 14:00", ["Tuesdays, 12:00 to 14:00"]),
            ("Tue 2-4pm", ["Tuesdays, 14:00 to 16:00"]),
            ("Saturday 10-12pm", ["Saturdays, 10:00 to 12:00"]),
            ("Mondays and Fridays from 10am", ["Mondays, from 10:00", "Fridays, from 10:00"]),
            ("every other Thursday 10.30am - noon", ["Every other Thursday, 10:30 to 12:00"]),
            ("Whenever it is dry", ["Whenever it is dry"]),
            ("Sundays", ["Sundays"]),
        ]
    )
    func `takes a line as people write it`(_ line: String, _ read: [String]) {
        #expect(Gathering.read(line).lines == read)
    }

    @Test func `keeps the words of what is once a month`() {
        let read = Gathering.read("First Wednesday of the month, 7pm")
        #expect(read.map(\.every) == [.month] && read.first?.weekday == 3 && read.first?.opens == 1140)
        #expect(read.lines.last == "First Wednesday of the month, 7pm")
    }
}
