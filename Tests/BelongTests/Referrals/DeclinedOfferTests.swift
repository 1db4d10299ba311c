import Foundation
import Kernel
import Testing

@testable import Belong

@Suite("Offered, and said no today")
struct DeclinedOfferTests {
    @Test func `comes back on its day to whoever offered, and to nobody else`() async throws {
        let here = try await Neighbourhood()
        let day = Day(Neighbourhood.now).advanced(by: 28)
        try await DeclinedOffers(store: here.store, member: here.drPatel)
            .note("The lady with the tandem", at: here.elmStreet.id, remindOn: day, at: Neighbourhood.now)
        let due = { (member: Member, ahead: Int) in
            try await DeclinedOffers(store: here.store, member: member)
                .due(at: Neighbourhood.now.addingTimeInterval(Double(ahead) * 86_400)).map(\.words)
        }

        #expect(try await due(here.drPatel, 27).isEmpty)
        #expect(try await due(here.drPatel, 28) == ["The lady with the tandem"])
        #expect(try await due(here.drPatel, 80) == ["The lady with the tandem"])
        #expect(try await due(here.drLowe, 28).isEmpty)
    }

    @Test func `stays until they were asked again, which only whoever offered can say`() async throws {
        let here = try await Neighbourhood()
        let offers = DeclinedOffers(store: here.store, member: here.drPatel)
        let long = Neighbourhood.now.addingTimeInterval(-90 * 86_400)
        try await offers.note(
            "The tandem",
            at: here.elmStreet.id,
            remindOn: Day(long).advanced(by: 28),
            at: long
        )
        let offer = try #require(try await offers.due().first)
        let path = "/declined-offers/\(offer.id)/end"

        #expect(try await here.opens("/desk", as: here.drPatel).says("action=\"\(path)\""))
        #expect(try await here.sends(path, [:], as: here.drLowe).status == 404)
        #expect(try await here.sends(path, [:], as: here.drPatel).status == 303)
        #expect(try await here.sends(path, [:], as: here.drPatel).status == 303)
        #expect(try await offers.due().isEmpty)
    }
}
