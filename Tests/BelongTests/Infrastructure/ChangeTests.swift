import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("A change told before it begins")
struct ChangeTests {
    let here: Neighbourhood
    let now = Neighbourhood.now
    var today: Day { Day(now) }

    init() async throws { here = try await Neighbourhood() }

    private func door(_ member: Member) throws -> ChangeNotices {
        try ChangeNotices(store: here.store, member: member, site: Neighbourhood.site())
    }

    private func writes(
        _ member: Member,
        at practice: Organisation? = nil,
        small: String? = nil,
        in days: Int = 14
    ) async throws -> ChangeNotice.ID {
        let asked = ChangeNotices.Asked(
            place: .init(network: here.network.id, practice: practice?.id),
            kind: .slots,
            words: "Forty-five minutes instead of an hour",
            startsOn: today.advanced(by: days),
            small: small
        )
        return try await door(member).write(asked, at: now)
    }

    private func notice(_ id: ChangeNotice.ID, _ member: Member? = nil) async throws -> ChangeNotice {
        try await door(member ?? here.nadia).look(at: id, at: now).notice
    }

    private func hears(
        _ kind: ChangeNotice.Voice.Kind,
        _ id: ChangeNotice.ID,
        days: Double = 0,
        by member: Member? = nil
    ) async throws {
        try await door(member ?? here.nadia)
            .record(.init(kind: kind, role: "A role", words: "So"), on: id, at: now + days * 86_400)
    }

    @Test func `waits seven days, is asked about, and says what changed because of it`() async throws {
        await #expect(throws: ChangeNotice.Refused.tooSoon) { try await writes(here.nadia, in: 6) }
        let id = try await writes(here.nadia)
        #expect(try await here.mail(to: here.sam) == ["A change is planned: what do you say?"])
        #expect(try await notice(id).standing(on: today) == .waiting(today.advanced(by: 14)))
        await #expect(throws: ChangeNotice.Refused.unheard) {
            try await door(here.nadia).publish("So", isAltered: true, of: id, at: now)
        }
        try await door(here.sam).say("Too short with an interpreter", on: id, at: now)
        try await hears(.vcse, id, days: 1, by: here.peter)
        #expect(try await notice(id).heardWords == "Not heard in time yet: a patient.")
        try await hears(.patient, id, days: 7, by: here.amara)
        let found = try await notice(id)
        #expect(found.heardWords == "A link worker, a group and a patient were heard in time.")
        #expect(found.voices.map(\.isOwn) == [true, false, false])

        try await door(here.nadia)
            .publish("An hour stays, with an interpreter", isAltered: true, of: id, at: now + 8 * 86_400)
        for member in [here.sam, here.amara, here.peter] {
            #expect(try await here.mail(to: member).contains("What changed because of what you said"))
            let page = try await here.opens("/changes/\(id)", as: member)
            #expect(page.says("An hour stays, with an interpreter"), "\(member.name)")
        }
        await #expect(throws: ChangeNotice.Refused.answered) {
            try await door(here.sam).say("Late", on: id, at: now)
        }
    }

    @Test func `counts who was heard a week before it begins, and not a day later`() async throws {
        let id = try await writes(here.nadia, in: 8)
        try await hears(.patient, id, days: 1)
        try await hears(.vcse, id, days: 2)
        #expect(try await notice(id).unheard == [.linkWorker, .vcse])
        let page = try await here.opens("/changes/\(id)", as: here.sam)
        #expect(page.says("after the week before it begins"))
        #expect(page.says("Asked: Amara Okafor, Sam Reed."))
    }

    @Test func `that is small waits for nobody, until a link worker says that it matters`() async throws {
        let id = try await writes(here.peter, at: here.elmStreet, small: "A spelling", in: 0)
        #expect(try await notice(id).standing(on: today) == .begun(today))
        await #expect(throws: Missing.self) { try await door(here.peter).dispute(id, "Not small", at: now) }
        try await door(here.sam).dispute(id, "It is the form patients sign", at: now)
        #expect(try await notice(id).standing(on: today) == .held)
        #expect(try await here.mail(to: here.nadia) == ["A link worker says that a change matters"])
        #expect(try await door(here.nadia).waiting(at: now).held == 1)
        await #expect(throws: ChangeNotice.Refused.notSmall) {
            try await door(here.amara).dispute(id, "I too", at: now)
        }
        let soon = ChangeNotices.Settled(isMaterial: true, words: "It is", startsOn: today)
        await #expect(throws: ChangeNotice.Refused.tooSoon) {
            try await door(here.nadia).settle(id, soon, at: now)
        }
        let later = ChangeNotices.Settled(isMaterial: true, words: "It is", startsOn: today.advanced(by: 14))
        for member in [here.peter, here.sam, here.ruth] {
            await #expect(throws: Missing.self, "\(member.name)") {
                try await door(member).settle(id, later, at: now)
            }
        }
        try await door(here.nadia).settle(id, later, at: now)
        let found = try await notice(id)
        #expect(found.isMaterial && found.standing(on: today) == .waiting(today.advanced(by: 14)))
        #expect(try await here.mail(to: here.amara).contains("A change is planned: what do you say?"))
        await #expect(throws: ChangeNotice.Refused.notHeld) {
            try await door(here.nadia).settle(id, later, at: now)
        }
    }

    @Test func `that is small after all goes on`() async throws {
        let id = try await writes(here.nadia, small: "A telephone number", in: 3)
        try await door(here.amara).dispute(id, "It is on every letter", at: now)
        let settled = ChangeNotices.Settled(isMaterial: false, words: "The old one rings", startsOn: today)
        try await door(here.nadia).settle(id, settled, at: now)
        #expect(try await notice(id).standing(on: today) == .begun(today))
        #expect(try await here.mail(to: here.amara).contains("A change goes on as it was"))
    }

    @Test func `is taken back before it begins, and those who spoke hear it`() async throws {
        let id = try await writes(here.nadia)
        try await door(here.sam).say("Please not", on: id, at: now)
        await #expect(throws: Missing.self) { try await door(here.peter).withdraw(id, "No", at: now) }
        try await door(here.nadia).withdraw(id, "You are right", at: now)
        #expect(try await here.mail(to: here.sam).contains("A change was taken back"))
        await #expect(throws: ChangeNotice.Refused.withdrawn) { try await hears(.vcse, id) }
        let other = try await writes(here.nadia)
        await #expect(throws: ChangeNotice.Refused.begun) {
            try await door(here.nadia).withdraw(other, "Late", at: now + 14 * 86_400)
        }
    }

    @Test func `is written by who runs it, and read by whom it concerns`() async throws {
        for member in [here.sam, here.ruth, here.jo, here.walter, here.drPatel, here.peter] {
            await #expect(throws: Missing.self, "\(member.name)") { try await writes(member) }
        }
        await #expect(throws: Missing.self) { try await writes(here.peter, at: here.harbour) }
        let harbour = try await writes(here.nadia, at: here.harbour)
        for member in [here.nadia, here.amara, here.ruth] {
            #expect(try await here.opens("/changes/\(harbour)", as: member).status == 200, "\(member.name)")
        }
        for member in here.everyone
        where ![here.nadia.id, here.amara.id, here.ruth.id].contains(member.id) {
            #expect(try await here.opens("/changes/\(harbour)", as: member).status == 404, "\(member.name)")
            await #expect(throws: Missing.self, "\(member.name)") {
                try await door(member).say("So", on: harbour, at: now)
            }
        }
        await #expect(throws: Missing.self) { try await door(here.ruth).say("So", on: harbour, at: now) }
        await #expect(throws: Missing.self) { try await hears(.vcse, harbour, by: here.ruth) }
    }

    @Test func `refuses in sentences`() {
        let all: [(ChangeNotice.Refused, String)] = [
            (.tooSoon, "A change that matters waits at least seven days. Choose a later day."),
            (.past, "Choose today or a later day."),
            (.notSmall, "People are asked about this already, or somebody has said that it matters."),
            (.notHeld, "Nobody has said that this matters, or it has been settled."),
            (.begun, "It has begun already. Write down another change to undo it."),
            (.unheard, "Nobody has said anything to it yet."),
            (.answered, "What changed because of it has been told already."),
            (.withdrawn, "This change was taken back."),
        ]
        for (refused, sentence) in all { #expect(refused.sentence == sentence) }
    }
}
