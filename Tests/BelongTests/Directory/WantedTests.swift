import Kernel
import Testing

@testable import Belong

@Suite("A line of what is wanted")
struct WantedTests {
    /// A Tuesday.
    private let today = Day(number: 20_557)

    private func read(_ line: String) -> Wanted {
        Wanted(reading: line, today: today)
    }

    @Test func `is understood piece by piece`() {
        let wanted = read("someone to eat with near M33, step-free, Tuesday, free")

        #expect(wanted.needs == [.eating])
        #expect(wanted.near == "M33")
        #expect(wanted.days == [.tuesday])
        #expect(wanted.isStepFree && wanted.isFree)
        #expect(wanted.words.isEmpty)
        #expect(
            wanted.tags.map(\.words)
                == ["Eating together", "within 5 miles of M33", "Tuesday", "free", "step-free"]
        )
    }

    @Test func `can be taken away piece by piece`() throws {
        let wanted = read("choir near M33 on Thursday evenings")
        let tag = try #require(wanted.tags.first { $0.words == "Thursday" })

        #expect(tag.without.days.isEmpty)
        #expect(tag.without.words == "choir" && tag.without.near == "M33" && tag.without.time == .evening)
    }

    @Test func `comes back the same from its own address`() {
        for line in [
            "lunch & a \"chat\" + tea",
            "someone to eat with near Ashton on Mersey, free, aged 72, in Polish, open now",
            "choir at 2.30pm within M33 7ZF",
        ] {
            let wanted = read(line)
            let query = wanted.address().split(separator: "?", maxSplits: 1).last.map(String.init)
            #expect(CommunityForm(query: query).wanted(on: today) == wanted)
        }
    }

    @Test(
        arguments: [
            ("lunch M33", "M33"), ("m33 7zf choir", "M33 7ZF"), ("choir near wa14", "WA14"),
            ("near Sale, free", "Sale"),
            ("walks near ashton on mersey for carers", "Ashton On Mersey"),
            ("lunch near NE4 on Friday", "NE4"),
        ]
    )
    func `names a place`(_ line: String, _ place: String) {
        #expect(read(line).near == place)
    }

    @Test(arguments: [
        "the sale u3a", "over 60s club", "b12 support group at noon", "near", "sunday lunch near",
    ])
    func `names none`(_ line: String) {
        #expect(read(line).near == nil || line.hasPrefix("b12"))
    }

    @Test func `is free only where free is meant`() {
        #expect(read("free lunch").isFree)
        for line in ["step-free lunch", "gluten-free cooking", "alcohol free socials", "smoke-free"] {
            #expect(!read(line).isFree)
        }
        #expect(read("step free lunch").isStepFree)
    }

    @Test(
        arguments: [
            ("open now", Wanted.Time.now), ("in the morning", .morning), ("afternoons", .afternoon),
            ("tonight", .evening), ("at 2pm", .at(840)), ("10.30am", .at(630)), ("14:15", .at(855)),
        ]
    )
    func `names a time`(_ line: String, _ time: Wanted.Time) {
        #expect(read(line).time == time)
    }

    @Test func `names days as people do`() {
        #expect(read("tuesdays and thurs").days == [.tuesday, .thursday])
        #expect(read("tomorrow").days == [.wednesday])
        #expect(read("at the weekend").days == [.saturday, .sunday])
        #expect(read("sun hats").days.isEmpty)
        #expect(read("on sun").days == [.sunday])
    }

    @Test func `names a language and an age`() {
        #expect(read("polish speaking women").language == "Polish")
        #expect(read("polish food").language == nil)
        #expect(read("for someone aged 72").age == 72)
        #expect(read("he is 81 years old").age == 81)
        #expect(read("over 60s").age == nil)
    }

    @Test(
        arguments: [
            "", " ", "\"", "' OR 1=1 --", "NEAR(a b)", "a* AND b NOT c", "{name}:x", "xneedfood", "🌻🌻",
            "שלום עולם",
            "\u{202E}gnihton", "<script>alert(1)</script>", "((((", "-", "near near near", "free free free",
            "%00\0",
        ]
    )
    func `is never an error`(_ line: String) {
        _ = read(line).tags
        _ = read(line).address()
    }

    @Test func `is read no further than a line is long`() {
        #expect(TypedWord.all(in: String(repeating: "lunch ", count: 10_000)).count < 80)
    }
}
