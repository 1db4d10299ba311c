import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Two hands on one referral")
struct AtOnceTests {
    /// What was done about a referral, or the sentence that was read instead.
    private enum Outcome: Sendable {
        case done
        case read(String)
    }

    private typealias Act = @Sendable () async throws -> Void

    /// All of them at the same instant.
    private func atOnce(_ acts: [Act]) async throws -> [Outcome] {
        try await withThrowingTaskGroup(of: Outcome.self) { group in
            for act in acts {
                group.addTask {
                    do {
                        try await act()
                        return .done
                    } catch let refused as any Refusal {
                        return .read(refused.sentence)
                    } catch is Missing {
                        return .read("")
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    private func token(to referral: Referral.ID, in here: Neighbourhood) async throws -> String {
        try await here.store.write { try $0.makeLink(to: .invitation, referral, at: Neighbourhood.now).token }
    }

    private func no(_ token: String, in here: Neighbourhood) -> Act {
        let wish = Wish(answer: .no, place: nil, manner: nil, words: "")
        return { try await Invitations(store: here.store).answer(token, wish, at: Neighbourhood.now) }
    }

    @Test(arguments: 0..<6)
    func `is settled one way: accepted, declined or the person's no`(_ round: Int) async throws {
        let here = try await Neighbourhood()
        let referral = try await here.refers()
        let no = try await no(token(to: referral, in: here), in: here)
        let (amaras, sams) = (here.referrals(seenBy: here.amara), here.referrals(seenBy: here.sam))
        let accept: Act = { _ = try await amaras.accept(referral, at: Neighbourhood.now) }
        let decline: Act = {
            try await sams.decline(referral, Decline(reason: .noRoom, words: "Full."), at: Neighbourhood.now)
        }
        let orders: [[Act]] = [
            [accept, decline, no], [decline, accept, no], [no, accept, decline],
            [accept, accept, decline, decline], [decline, no, no], [accept, no, decline, accept],
        ]

        let outcomes = try await atOnce(orders[round])

        let settled = try await here.count("acceptance") + here.count("decline") + here.count("withdrawal")
        #expect(settled == 1)
        for case .read(let sentence) in outcomes where !sentence.isEmpty {
            #expect(
                [
                    Acceptance.Refused.alreadyAccepted.sentence, Acceptance.Refused.noLongerWaiting.sentence,
                    Decline.Refused.noLongerWaiting.sentence, Invitation.Refused.over.sentence,
                ].contains(sentence)
            )
        }
    }

    @Test(arguments: 0..<3)
    func `is never passed on after it was settled`(_ round: Int) async throws {
        let here = try await Neighbourhood()
        let referral = try await here.refers()
        let (amaras, sams) = (here.referrals(seenBy: here.amara), here.referrals(seenBy: here.sam))

        let outcomes = try await atOnce([
            { try await amaras.pass(referral, to: here.sam.id, "", at: Neighbourhood.now) },
            { _ = try await sams.accept(referral, at: Neighbourhood.now) },
            { try await amaras.pass(referral, to: here.sam.id, "", at: Neighbourhood.now) },
        ])

        #expect(try await here.count("acceptance") == 1)
        for case .read(let sentence) in outcomes {
            #expect(sentence == Passing.Refused.noLongerWaiting.sentence)
        }
    }

    @Test func `keeps one last word of two that are given at once`() async throws {
        let here = try await Neighbourhood()
        let referral = try await here.refers()
        let token = try await token(to: referral, in: here)
        let yes = Wish(answer: .yes, place: nil, manner: nil, words: "")

        _ = try await atOnce(
            (0..<6).map { _ in
                { try await Invitations(store: here.store).answer(token, yes, at: Neighbourhood.now) }
            }
        )

        #expect(try await here.count("wish WHERE replaced_by IS NULL") == 1)
        #expect(try await here.count("wish") == 6)
    }

    private var numbered: Particulars {
        var jean = Neighbourhood.particulars()
        jean.nhsNumber = NHSNumber("9990001235")
        return jean
    }

    @Test func `two about one new NHS number are about one person`() async throws {
        let here = try await Neighbourhood()
        let jean = numbered
        let places = [
            (here.drPatel, here.elmStreet), (here.drOsei, here.harbour), (here.mina, here.elmStreet),
        ]

        let outcomes = try await atOnce(
            (places + places).map { who, practice in
                { try await here.refers(jean, by: who, from: practice) }
            }
        )

        for case .read(let sentence) in outcomes { Issue.record("\(sentence)") }
        #expect(try await here.count("person") == 1)
        #expect(try await here.count("referral") == 6)
    }

    @Test func `two about somebody without a number: the second is asked who is meant`() async throws {
        let here = try await Neighbourhood()
        let fields: KeyValuePairs = [
            "givenName": "Jean", "familyName": "Moss", "born": "4 2 1953", "postcode": "M33 3AA",
            "practice": here.elmStreet.id.description, "reasons[]": "money", "words": "The heating bill.",
            "channels[]": "call", "phone": "07700 900112", "risk": "nothing",
        ]

        let answers = try await withThrowingTaskGroup(of: Int.self) { group in
            for who in [here.drPatel, here.drLowe, here.mina] {
                group.addTask { try await here.sends("/referrals", fields, as: who).status }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }

        #expect(answers.sorted() == [303, 422, 422])
        #expect(try await here.count("person") == 1)
    }

    @Test func `two at two practices, each sent twice, are two referrals`() async throws {
        let here = try await Neighbourhood()
        func sends(_ who: Member, _ practice: Organisation, _ nonce: Submission.ID) async throws -> Seen {
            try await here.sends(
                "/referrals",
                [
                    "givenName": "Jean", "familyName": "Moss", "nhsNumber": "9990001235",
                    "practice": practice.id.description, "reasons[]": "money", "words": "Bills.",
                    "channels[]": "call", "phone": "07700 900112", "risk": "nothing",
                ],
                as: who,
                nonce: nonce
            )
        }
        let (one, other) = (Submission.ID(), Submission.ID())

        async let first = sends(here.drPatel, here.elmStreet, one)
        async let second = sends(here.drOsei, here.harbour, other)
        let answers = try await [first, second]
        let again = try await [
            sends(here.drPatel, here.elmStreet, one), sends(here.drOsei, here.harbour, other),
        ]

        #expect(answers.map(\.status) == [303, 303])
        #expect(answers.map(\.location) == again.map(\.location))
        #expect(try await here.count("referral") == 2)
        #expect(try await here.count("person") == 1)
    }
}
