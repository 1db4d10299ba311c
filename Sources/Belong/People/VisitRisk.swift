import Foundation
import Kernel
import Store

/// What a visitor should know before going to somebody's home. *Nothing known* is
/// an answer; not having been asked is not.
enum VisitRisk: Sendable, Equatable {
    case nothingKnown
    case known(String)

    var words: String? {
        switch self {
        case .nothingKnown: nil
        case .known(let words): words
        }
    }
}

extension VisitRisk {
    /// A risk that is known stays. *Nothing known* takes nothing away.
    func tightened(by told: VisitRisk) -> VisitRisk {
        switch (self, told) {
        case (_, .nothingKnown): self
        case (.nothingKnown, .known): told
        case (.known(let words), .known(let more)): .known(words.joined(to: more, by: "; also: "))
        }
    }
}

extension VisitRisk: Stored {
    init(_ row: Row) throws {
        let words: String? = try row("words")
        self = words.map(Self.known) ?? .nothingKnown
    }
}

extension Reader {
    /// There is none if nobody was ever asked.
    func visitRisk(of person: Person.ID) throws -> VisitRisk? {
        try first("SELECT words FROM visit_risk WHERE person = \(person) AND replaced_by IS NULL")
    }
}

extension Writer {
    func write(
        _ risk: VisitRisk,
        of person: Person.ID,
        as key: UUID? = nil,
        because reason: String? = nil,
        by member: Member.ID?,
        at now: Date
    ) throws {
        let person = try hold(person)
        let id = key.map { Key<VisitRisk>($0) } ?? Key(at: now)
        try run("UPDATE visit_risk SET replaced_by = \(id) WHERE person = \(person) AND replaced_by IS NULL")
        try run(
            """
            INSERT INTO visit_risk (id, person, words, recorded_at, recorded_by, reason)
            VALUES (\(id), \(person), \(risk.words), \(now), \(member), \(reason))
            """
        )
    }
}
