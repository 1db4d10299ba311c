import Kernel
import Store
import Testing

@testable import Belong

@Suite("Whether somebody is the one that is meant")
struct MatchingTests {
    private static let number = NHSNumber("9990001235")

    private func certainty(
        _ name: String,
        born: String? = "1953-02-04",
        knownBorn: String? = "1953-02-04"
    ) async throws -> Match.Certainty? {
        let here = try await Neighbourhood()
        var jean = Neighbourhood.particulars("Jean Moss", bornOn: knownBorn.flatMap { Day($0) })
        jean.nhsNumber = Self.number
        try await here.refers(jean)
        var told = Neighbourhood.particulars(name, bornOn: born.flatMap { Day($0) })
        told.nhsNumber = Self.number
        let (asked, practice) = (told, here.elmStreet.id)
        return try await here.store.read { try $0.matches(asked, at: [practice]).first?.certainty }
    }

    @Test(arguments: ["Jean Moss", "JEAN  moss", "Jeannie Moss", "Jean Hall"])
    func `it is with the same number and two of the three, first name, family name and birthday`(
        _ name: String
    )
        async throws
    {
        #expect(try await certainty(name) == .same)
    }

    @Test func `it is with both names where nobody gave a birthday, or one was mistyped`() async throws {
        #expect(try await certainty("Jean Moss", born: nil) == .same)
        #expect(try await certainty("Jean Moss", born: "1953-04-02") == .same)
    }

    @Test func `it is not settled by a first name alone, a family name alone or a birthday alone`()
        async throws
    {
        #expect(try await certainty("Jean Hall", born: nil) == .mistaken)
        #expect(try await certainty("Jean Hall", born: "1980-01-01") == .mistaken)
        #expect(try await certainty("Ada Moss", born: nil, knownBorn: nil) == .mistaken)
        #expect(try await certainty("Ada Hall") == .mistaken)
    }

    @Test func `it is first of all who has the number, however many are alike and before in the alphabet`()
        async throws
    {
        let here = try await Neighbourhood()
        for place in 0..<11 {
            try await here.refers(Neighbourhood.particulars("A\(place) Moss"))
        }
        var zita = Neighbourhood.particulars("Zita Moss")
        zita.nhsNumber = Self.number
        try await here.refers(zita)
        let (told, practice) = (zita, here.elmStreet.id)

        let matches = try await here.store.read { try $0.matches(told, at: [practice]) }

        #expect(matches.count == 10)
        #expect(matches.first?.certainty == .same && matches.first?.particulars.givenName == "Zita")
    }
}
