import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("The check of a story")
struct StoryCheckTests {
    private static let known: KnownOfThem = {
        var known = KnownOfThem()
        known.names = ["jean", "moss"]
        known.people = ["patel", "amara"]
        known.places = ["harbour"]
        known.phrases = ["Tuesday lunch"]
        known.capitals = ["bill"]
        return known
    }()

    private func kinds(_ words: String) -> [String] {
        StoryCheck(known: Self.known).points(in: words).map { "\($0.kind.rawValue): \($0.words)" }
    }

    @Test(arguments: [
        ("They call Jean often.", ["name: Jean"]),
        ("It was JEAN’S idea.", ["name: JEAN’S"]),
        ("Mrs moss said so.", ["name: moss"]),
        ("Dr Patel asked us.", ["people: Patel"]),
        ("Bill came along.", ["people: Bill"]),
        ("We met at tuesday LUNCH.", ["place: tuesday LUNCH"]),
        ("She lives by the Harbour.", ["place: Harbour"]),
        ("At 12 Elm Street it was cold.", ["place: 12 Elm Street"]),
        ("It rained in Whitby that day.", ["capital: Whitby"]),
        ("Her number is 943 476 5919.", ["nhs_number: 943 476 5919"]),
        ("Ring 07700 900112 first.", ["phone: 07700 900112"]),
        ("Or +44 7700 900112 then.", ["phone: +44 7700 900112"]),
        ("Write to jean@example.org at once.", ["email: jean@example.org"]),
        ("The postcode is M33 7ZF here.", ["postcode: M33 7ZF"]),
        ("Or m337zf without a space.", ["postcode: m337zf"]),
        ("On 14 April it changed.", ["date: 14 April"]),
        ("On the 3rd of May 2026 it changed.", ["date: 3rd of May 2026"]),
        ("On 14/04/2026 it changed.", ["date: 14/04/2026"]),
        ("Since 1998 nobody came.", ["date: 1998"]),
        ("He is 67 years old now.", ["age: 67 years old"]),
        ("A sixty-seven-year-old came.", ["age: sixty-seven-year-old"]),
        ("She was aged 67 then.", ["age: aged 67"]),
        ("A widower of 82 came.", ["age: widower of 82"]),
        ("He is 73 and lives alone.", ["age: He is 73"]),
        ("Somebody turned 81 with us.", ["age: Somebody turned 81"]),
        ("A neighbour, 73, opened the door.", ["age: , 73,"]),
        ("He kept a parrot at home.", ["rare: parrot"]),
    ])
    func `points to what could give somebody away`(_ words: String, _ expected: [String]) {
        let found = kinds(words).filter { $0 != "capital: A" }
        #expect(found.contains(expected[0]), "\(words): \(found)")
    }

    @Test(arguments: [
        "Somebody in their seventies ate alone since the spring.",
        "We talked for an hour. Then they asked about the GP and the NHS.",
        "On Tuesday it was better. “I can do this,” they said.",
        "They may march on, and they will.",
        "It took 12 weeks and 3 tries, on 4 evenings.",
        "It was 45 minutes on the bus. He was 10 minutes late.",
    ])
    func `lets ordinary words stand`(_ words: String) {
        #expect(kinds(words).isEmpty, "\(kinds(words))")
    }

    @Test func `points to each word once, however often it is there`() {
        let found = StoryForm.points("Bill", "Bill and Bill’s dog. Bill!", Self.known)
        #expect(found.map(\.key) == ["people bill", "people bills"])
    }

    @Test func `knows from the record who and where they are, in every version of it`() async throws {
        let it = try await StoryInHand()
        var told = CaseInHand.told()
        told.more = "Her sister Agnes lives in Whitby. She sings with Walter."
        try await it.story.talks(told)
        let known = try await it.story.cases().knownOfThem(it.story.id)
        #expect(known.names.isSuperset(of: ["jean", "moss"]))
        #expect(known.people.isSuperset(of: ["patel", "amara", "okafor"]))
        #expect(known.capitals.isSuperset(of: ["agnes", "whitby", "walter"]))
        let found = StoryCheck(known: known).points(in: "Agnes rang. Jean went along to Elm Street Surgery.")
        #expect(found.map(\.kind) == [.people, .name, .place])
    }

    @Test(arguments: ["", "\u{301}", "🌻🌻", String(repeating: "A B ", count: 700), "0000000000", "\n\n"])
    func `takes anything that is typed`(_ words: String) {
        for pointed in StoryCheck(known: Self.known).points(in: words) {
            #expect(String(words[pointed.range]) == pointed.words)
        }
    }
}
