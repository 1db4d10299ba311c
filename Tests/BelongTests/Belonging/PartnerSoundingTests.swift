import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("How a network treats groups")
struct PartnerSoundingTests {
    let facts: Facts
    let lunch: Activity.ID
    var here: Neighbourhood { facts.here }

    init() async throws {
        facts = try await Facts()
        lunch = try await facts.here.group()
    }

    private func meets(
        _ days: Double,
        voice: String = "",
        at practice: Organisation? = nil,
        in network: Organisation? = nil,
        noted: Double? = nil,
        over: Double? = nil
    ) async throws {
        let (id, who, network) = (PlanningMeeting.ID(), here.nadia.id, (network ?? here.network).id)
        let (held, noted) = (Day(Facts.day(days)), Facts.day(noted ?? days))
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO planning_meeting (id, network, practice, held_on, words, voice, noted_at, noted_by)
                VALUES (\(id), \(network), \(practice?.id), \(held), 'Plans', \(voice), \(noted), \(who))
                """
            )
            guard let over else { return }
            try work.run(
                """
                INSERT INTO planning_meeting_end (meeting, ended_at, ended_by)
                VALUES (\(id), \(Facts.day(over)), \(who))
                """
            )
        }
    }

    /// Somebody is introduced, and the group says yes at once unless said otherwise.
    private func welcomes(
        _ days: Double,
        _ group: Activity.ID? = nil,
        at practice: Organisation? = nil,
        answer: String? = "yes"
    ) async throws {
        let made = try await facts.refers(days + 1, at: practice)
        let (id, group, at) = (Introduction.ID(), group ?? lunch, Facts.day(days))
        try await here.store.write { work in
            let message = Message.ID()
            try work.run(
                """
                INSERT INTO message (id, channel, recipient, subject, body, made_at, due_at)
                VALUES (\(message), 'email', 'lunch@example.org', '', '', \(at), \(at))
                """
            )
            try work.run(
                """
                INSERT INTO introduction (id, "case", activity, way, words, agreed_by, message, made_by, made_at)
                VALUES (\(id), \(made.id), \(group), 'message', 'Jean would like to come', 'phone', \(message),
                    \(made.linkWorker), \(at))
                """
            )
            guard let answer else { return }
            try work.run(
                """
                INSERT INTO introduction_answer (id, introduction, answer, words, said_at)
                VALUES (\(Key<GroupAnswer>()), \(id), \(answer), '', \(at + 3600))
                """
            )
        }
    }

    @discardableResult
    private func flows(
        _ from: Double,
        until: Double? = nil,
        to group: Activity.ID? = nil,
        from network: Organisation? = nil,
        noted: Double? = nil
    ) async throws -> ResourceFlow.ID {
        let (id, who, network) = (ResourceFlow.ID(), here.nadia.id, (network ?? here.network).id)
        let (first, last) = (Day(Facts.day(from)), Day(Facts.day(until ?? from)))
        let (group, noted) = (group ?? lunch, Facts.day(noted ?? from))
        try await here.store.write { work in
            let provider: Key<Provider>? = try work.value("SELECT provider FROM activity WHERE id = \(group)")
            try work.run(
                """
                INSERT INTO resource_flow (id, network, provider, kind, from_day, until_day, source, noted_at, noted_by)
                VALUES (\(id), \(network), \(provider), 'room', \(first), \(last), 'The practice', \(noted), \(who))
                """
            )
        }
        return id
    }

    @Test func `C03.c1 counts meetings that planned with somebody of the groups there`() async throws {
        #expect(try await facts.evidence("C03.c1") == nil)
        try await meets(30, voice: "The treasurer")
        #expect(try !facts.isKnown("C03.c1", await facts.evidence("C03.c1")))
        try await meets(20)
        try await meets(10, voice: "The choir", at: here.elmStreet)
        try await meets(10, voice: "The choir", at: here.harbour)
        try await meets(10, voice: "The choir", in: here.moorNetwork)
        try await meets(180, voice: "Too long ago")
        try await meets(-1, voice: "To come")
        try await meets(15, voice: "Noted wrongly", over: 5)

        #expect(try await facts.evidence("C03.c1") == .share(Proportion(2, of: 3)))
        #expect(try facts.isKnown("C03.c1", await facts.evidence("C03.c1")))
        #expect(try await facts.evidence("C03.c1", at: Facts.day(6)) == .share(Proportion(4, of: 5)))
        #expect(try await facts.evidence("C03.c1", at: Facts.day(25)) == .share(Proportion(2, of: 2)))
    }

    @Test func `C03.c1 does not know of a meeting before it was noted`() async throws {
        try await meets(30, noted: 3)
        #expect(try await facts.evidence("C03.c1", at: Facts.day(4)) == nil)
        #expect(try await facts.evidence("C03.c1") == .share(Proportion(0, of: 1)))
    }

    @Test func `C03.c2 counts groups that welcomed five of the network's people, and got something`()
        async throws
    {
        #expect(try await facts.evidence("C03.c2") == nil)
        for days in [100.0, 90, 80, 70] { try await welcomes(days) }
        #expect(try await facts.evidence("C03.c2") == nil)
        try await welcomes(60, answer: "full")
        try await welcomes(60, answer: nil)
        try await welcomes(181)
        #expect(try await facts.evidence("C03.c2") == nil)
        let before = try await facts.evidence("C03.c2", at: Facts.day(51))
        try await welcomes(50, at: here.harbour)
        #expect(try await facts.evidence("C03.c2") == .share(Proportion(0, of: 1)))
        #expect(try await facts.evidence("C03.c2", at: Facts.day(51)) == before)

        try await flows(220)
        try await flows(10, from: here.moorNetwork)
        let choir = try await here.group("Choir", email: "choir@example.org")
        try await flows(10, to: choir)
        #expect(try await facts.evidence("C03.c2") == .share(Proportion(0, of: 1)))
        try await flows(300, until: 100, noted: 20)
        #expect(try await facts.evidence("C03.c2") == .share(Proportion(1, of: 1)))
        #expect(try await facts.evidence("C03.c2", at: Facts.day(21)) == .share(Proportion(0, of: 1)))
        #expect(try !facts.isKnown("C03.c2", await facts.evidence("C03.c2")))
        let jo = try await here.placement(of: here.jo, at: here.moorLane)
        #expect(try await facts.evidence("C03.c2") != nil)
        let far = try await here.store.read { view in
            let sounding = Sounding.all.first { $0.signal == "C03.c2" }
            return try sounding?.ask(view, .placement(jo), Span(days: 180, until: Facts.now)) ?? [:]
        }
        #expect(far.isEmpty)
    }

    @Test func `C03.c2 does not count what was taken back, or did not arrive`() async throws {
        for days in [100.0, 90, 80, 70, 60] { try await welcomes(days) }
        let (first, second, who) = (try await flows(50), try await flows(40), here.nadia.id)
        #expect(try await facts.evidence("C03.c2") == .share(Proportion(1, of: 1)))
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO resource_flow_end (flow, ended_at, ended_by) VALUES (\(first), \(Facts.day(10)), \(who))
                """
            )
            try work.run(
                """
                INSERT INTO resource_flow_denial (flow, denied_at, denied_by)
                VALUES (\(second), \(Facts.day(5)), \(who))
                """
            )
        }
        #expect(try await facts.evidence("C03.c2") == .share(Proportion(0, of: 1)))
        #expect(try await facts.evidence("C03.c2", at: Facts.day(6)) == .share(Proportion(1, of: 1)))
    }
}
