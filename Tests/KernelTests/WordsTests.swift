import Kernel
import Testing

@Suite("What people type")
struct WordsTests {
    @Test(arguments: [("m337zf", "M33 7ZF"), ("EC1A 1BB", "EC1A 1BB"), (" wa15  7ab ", "WA15 7AB")])
    func `is a postcode however it is spaced`(_ typed: String, _ meant: String) {
        #expect(Postcode(typed)?.description == meant)
    }

    @Test(arguments: ["", "M33", "M33 7Z", "12345", "M33 7CI", "ＭＭ33 7ZF"])
    func `is not a postcode when it has not the shape of one`(_ typed: String) {
        #expect(Postcode(typed) == nil)
    }

    @Test(arguments: [("+44 7700 900112", "07700 900112"), ("(0161) 496-0000", "0161 496 0000")])
    func `is a telephone number however it is written`(_ typed: String, _ meant: String) {
        #expect(PhoneNumber(typed)?.description == meant)
    }

    @Test(arguments: [
        "javascript:alert(1)", "data:text/html,x", "//example.org", "http://a b", "ftp://example.org",
    ])
    func `is no link unless it is a page, a mailbox or a telephone`(_ typed: String) {
        #expect(WebAddress(typed) == nil)
    }

    @Test(arguments: [("Zoë O’Brien-Łukasz", "zoe obrien lukasz"), ("  MÜLLER  ", "muller"), ("ＡＢＣ", "abc")])
    func `is folded so that it is found however it is spelt`(_ typed: String, _ folded: String) {
        #expect(typed.folded == folded)
    }

    @Test(arguments: ["a@b", "a b@example.org", "a@example..", "<a@example.org>", "@example.org"])
    func `is not an e-mail address when it has not the shape of one`(_ typed: String) {
        #expect(EmailAddress(typed) == nil)
    }

    @Test(arguments: ["O'Brien-Lukasz", " J. R.  Hartley!", "A--B", "it's", "", " - ", "MEN in Sheds 2"])
    func `is folded alike whether its letters are plain or not`(_ typed: String) {
        #expect(typed.folded == String("\(typed) é".folded.dropLast(1)).trimmingSpaces())
    }

    @Test(arguments: ["https://example.org/a?b=c#d", "mailto:info@example.org", "tel:01614960000"])
    func `is a link if a browser may follow it`(_ typed: String) {
        #expect(WebAddress(typed)?.description == typed)
    }

    @Test(arguments: ["+44+7700900112", "07700 90011x", "123456", "٠٧٧٠٠٩٠٠١١٢"])
    func `is not a telephone number when it cannot be rung`(_ typed: String) {
        #expect(PhoneNumber(typed) == nil)
    }

    @Test(arguments: ["9:00": 540, "09:00": 540, "14:30": 870, "14:30:59": 870, "0:00": 0, "23:59": 1439])
    func `is a time where a clock shows it`(_ typed: String, _ minute: Int) {
        #expect(TimeOfDay.minute(typed) == minute)
        #expect(TimeOfDay.minute(TimeOfDay.clock(minute)) == minute)
    }

    @Test(arguments: [
        "", "9", "24:00", "12:60", "9:5", "-1:00", "+9:00", "9:00:00:00", " 9:00", "٩:٠٠", ":30", "9:",
    ])
    func `is no time where no clock shows it`(_ typed: String) {
        #expect(TimeOfDay.minute(typed) == nil)
    }

    @Test func `is counted as it is said`() {
        #expect(1.counted("day") == "1 day")
        #expect(
            [7, 999, 1_000, 50_001, 1_234_567].map(\.written) == ["7", "999", "1,000", "50,001", "1,234,567"]
        )
        #expect(0.counted("person", "people") == "0 people")
    }

    @Test(arguments: [
        ("I eat alone", "“I eat alone”"), ("“I eat alone.” His words", "“I eat alone.” His words"),
        ("\"I eat alone\"", "\"I eat alone\""),
    ])
    func `is quoted once, whoever put the marks`(_ typed: String, _ shown: String) {
        #expect(typed.quoted == shown)
    }
}
