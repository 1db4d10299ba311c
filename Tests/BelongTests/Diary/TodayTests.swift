import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("The morning page")
struct TodayTests {
    let here: Neighbourhood

    init() async throws {
        here = try await Neighbourhood()
    }

    private func today(of member: Member? = nil, days: Int = 0) async throws -> Today {
        try await here.diary(of: member ?? here.amara)
            .today(at: Neighbourhood.now + Double(days) * 86_400)
    }

    private func talks(_ caseID: Case.ID, at now: Date = Neighbourhood.now) async throws {
        try await Cases(store: here.store, member: here.amara)
            .write(CaseInHand.told("Cooking again."), on: caseID, at: now)
    }

    @Test func `shows the day with what one must know of each`() async throws {
        let need = AccessNeed(kind: .stepFree, words: "")
        let jean = try await here.accepts(here.refers(needs: [need], risk: .known("A dog")))
        try await here.diary(of: here.amara)
            .plan(Neighbourhood.plan(.home, with: jean, ownPlace: "12 Acacia Road"), at: Neighbourhood.now)

        let page = try await TodayPage(today(), at: Neighbourhood.now).main.description

        #expect(page.contains("Good morning, Amara"))
        #expect(page.contains("1 person to see or call."))
        for words in [
            "Jean M.", "12 Acacia Road", "07700 900112", "no voicemail", "Step-free places", "A dog",
        ] {
            #expect(page.contains(words), "\(words)")
        }
    }

    @Test func `gives no number to ring where a call is not safe`() async throws {
        let careful = Reaching(channels: [.text], mayLeaveVoicemail: false, isNeutral: true, words: "")
        let jean = try await here.accepts(here.refers(reaching: careful))
        try await here.diary(of: here.amara)
            .plan(Neighbourhood.plan(.practice, with: jean), at: Neighbourhood.now)

        let page = try await TodayPage(today(), at: Neighbourhood.now).main.description
        let sheet = try await DaySheet(today(), at: Neighbourhood.now).main.description

        #expect(page.contains("not by phone") && !page.contains("07700 900112"))
        #expect(!sheet.contains("07700 900112"))
    }

    @Test func `puts who waits longest first, each with one next act, across all practices`() async throws {
        let jean = try await here.accepts(here.refers(at: Neighbourhood.now - 9 * 86_400))
        try await here.refers(
            Neighbourhood.particulars("Alan Brooks", phone: "07700 900555"),
            by: here.drOsei,
            from: here.harbour,
            at: Neighbourhood.now - 3 * 86_400
        )

        let waits = try await today().waits

        #expect(waits.map(\.who) == ["Alan B.", "Jean M."])
        #expect(waits.map(\.act) == ["Open", "Before you ring"])
        #expect(waits.last?.path == "/cases/\(jean)/call")
    }

    @Test func `names whoever has been quiet for more than 21 days, and nobody sooner`() async throws {
        let jean = try await here.accepts(here.refers())
        try await talks(jean)

        #expect(try await today(days: 21).quiet.isEmpty)
        #expect(try await today(days: 22).quiet.map(\.name) == ["Jean M."])
        try await Cases(store: here.store, member: here.amara)
            .hold(jean, "A card at Easter", at: Neighbourhood.now)
        #expect(try await today(days: 22).quiet.isEmpty)
    }

    @Test func `shows eight of those who wait, longest first, and says how many more`() async throws {
        for (number, name) in ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"]
            .enumerated()
        {
            let at = Neighbourhood.now - Double(10 - number) * 86_400
            let named = Neighbourhood.particulars("Ann \(name)", phone: "07700 9005\(10 + number)")
            try await here.accepts(here.refers(named, at: at), at: at)
        }

        let page = try await TodayPage(today(), at: Neighbourhood.now).main.description

        #expect(page.components(separatedBy: "First conversation").count - 1 == 8)
        #expect(page.contains("Ann O.") && page.contains("10 days ago") && page.contains("And 2 more"))
        #expect(!page.contains("Ann N.") && !page.contains("1 day ago"))
    }

    @Test func `is nobody else's: not even a colleague's of the same practice`() async throws {
        let jean = try await here.accepts(here.refers())
        try await here.goesAlong(jean)

        #expect(try await today(of: here.sam).day.isEmpty)
        for somebody in here.everyone where !somebody.isA(.linkWorker) {
            await #expect(throws: Missing.self, "\(somebody.name)") { try await today(of: somebody) }
        }
    }

    @Test func `shows whoever covers what is planned with the people they look after, and no more`()
        async throws
    {
        let jean = try await here.accepts(here.refers())
        try await here.goesAlong(jean)
        try await here.diary(of: here.amara)
            .plan(Neighbourhood.plan(.supervision, from: "09:00", until: "10:00"), at: Neighbourhood.now)
        let day = Day(Neighbourhood.now)
        let asked = CoverAsked(
            linkWorker: here.amara.id,
            practice: here.elmStreet.id,
            coveredBy: here.sam.id,
            from: day,
            until: day
        )
        try await Covers(store: here.store, member: here.amara).arrange(asked, at: Neighbourhood.now)

        #expect(try await today(of: here.sam).day.map(\.entry.person) == ["Jean M."])
        #expect(try await today(of: here.sam).hours.planned.values.allSatisfy { $0 == 0 })
    }

    @Test func `has a card for each practice that its colleagues keep`() async throws {
        let words = "Meeting on Tuesdays at 12:30."
        try await PracticeCards(store: here.store, member: here.mina)
            .write(words, of: here.elmStreet.id, at: Neighbourhood.now)

        let cards = try await today().cards

        #expect(cards.map(\.name) == ["Elm Street Surgery", "Harbour Practice"])
        #expect(cards.map(\.words) == [words, ""])
        for somebody in [here.jo, here.drOsei, here.walter, here.stranger] {
            await #expect(throws: Missing.self, "\(somebody.name)") {
                try await PracticeCards(store: here.store, member: somebody)
                    .write("Mine", of: here.elmStreet.id, at: Neighbourhood.now)
            }
        }
    }

    @Test func `notes each person on the sheet that is printed`() async throws {
        let referral = try await here.refers()
        let person = try await here.person(of: referral)
        try await here.goesAlong(try await here.accepts(referral))

        _ = try await here.diary(of: here.amara).sheet(at: Neighbourhood.now)

        #expect(try await here.count("log_entry WHERE person = \(person) AND act = 'printed'") == 1)
    }
}
