import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

/// Jean's case, and what she is asked about how things are.
struct Asked: Sendable {
    let story: CaseInHand
    var here: Neighbourhood { story.here }
    var now: Date { story.now }
    var path: String { "\(story.path)/answers" }

    /// Looks after Riverside Network's installation.
    let ada: Member

    init(reaching: Reaching = Neighbourhood.reaching) async throws {
        story = try await CaseInHand(reaching: reaching)
        let ada = Member(
            name: "Ada Min",
            memberships: [.init(role: .administrator, organisation: story.here.network)]
        )
        self.ada = ada
        try await story.here.store.write { work in
            try work.run(
                """
                INSERT INTO member (id, name, email, email_folded, made_at)
                VALUES (\(ada.id), \(ada.name), 'ada@example.org', 'ada@example.org', \(Neighbourhood.now))
                """
            )
        }
    }

    static func site() throws -> WebAddress { try #require(WebAddress("http://localhost:8080")) }

    func asks(_ measure: Measure = .ons4, goals: [String] = [], at now: Date? = nil) async throws {
        try await story.cases().ask(
            measure,
            goals: goals,
            of: story.id,
            at: Self.site(),
            now: now ?? self.now
        )
    }

    func says(_ values: [Int: Int], to measure: Measure = .ons4, at now: Date? = nil) async throws {
        try await story.cases()
            .write(AnswersGiven(values: values), to: measure, .together, of: story.id, at: now ?? self.now)
    }

    func answerings() async throws -> [MeasureAnswering] {
        let id = story.id
        return try await here.store.read { try $0.answerings(of: id) }
    }

    /// An instrument of Riverside's, licensed until that day and loaded.
    func licensed(until day: Day, loaded: Bool = true) async throws -> Instrument.ID {
        let door = Instruments(store: here.store, member: ada)
        let id = try await door.add("Somebody’s scale", for: here.network.id, at: now)
        try await door.record(LicenceTold(holder: "Riverside", number: "A-1", until: day), for: id, at: now)
        guard loaded else { return id }
        let items = try InstrumentFile(text: "How was your week?\n1 Good\n2 Bad").read()
        let loadedAt = min(now, London.instant(day, hour: 9))
        try await door.load(items, for: id, at: loadedAt)
        return id
    }

    func own() async throws -> String {
        let id = story.id
        return try await here.store.write { "/l/\(try $0.makeLink(to: .ownPage, id, at: .now).token)" }
    }
}
