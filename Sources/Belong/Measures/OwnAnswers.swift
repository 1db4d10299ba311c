import Foundation
import Kernel
import Store

/// The person's own side, behind their own link.
struct OwnAnswers: Sendable {
    let store: any Store

    func page(_ token: String, at now: Date = .now) async throws -> OwnAnswersPage {
        try await store.write { work in
            let id: Case.ID = try work.opened(token, .ownPage, at: now)
            let person: Person.ID? = try work.value("SELECT person FROM \"case\" WHERE id = \(id)")
            try work.log(.looked, id, about: person, by: .person, at: now)
            return try OwnAnswersPage(
                address: "/l/\(token)",
                askings: work.askable(id, at: now),
                histories: AnswerHistory.all(work.answerings(of: id))
            )
        }
    }

    /// Whether there is something to answer or to see again.
    func card(_ token: String, at now: Date = .now) async throws -> OwnAnswersCard {
        try await store.read { view in
            let id: Case.ID = try view.opened(token, .ownPage, at: now)
            return try OwnAnswersCard(
                waiting: view.askable(id, at: now).count,
                hasAnswers: view.has("SELECT id FROM answering WHERE answering.\"case\" = \(id)"),
                address: "/l/\(token)"
            )
        }
    }

    func say(
        _ given: AnswersGiven,
        to asking: MeasureAsking.ID,
        _ token: String,
        at now: Date = .now
    ) async throws {
        try await store.write { work in
            let id: Case.ID = try work.opened(token, .ownPage, at: now)
            let found = try work.askings(of: id, at: now).first { $0.id == asking }
            guard let found else { throw MeasureAsking.Refused.over }
            guard let licence = try work.licence(of: found, at: now) else {
                throw MeasureAsking.Refused.noLicenceNow
            }
            let made = AnsweringMade(
                caseID: id,
                measure: found.measure,
                sheet: found.sheet,
                asking: asking,
                text: found.text,
                licence: licence.key,
                way: .link
            )
            let answering = try work.keep(made, given.marks(on: found.sheet), at: now)
            let person: Person.ID? = try work.value("SELECT person FROM \"case\" WHERE id = \(id)")
            try work.log(.changed, answering, about: person, by: .person, at: now)
        }
    }

    func takeAway(
        _ item: Int?,
        of answering: MeasureAnswering.ID,
        _ token: String,
        at now: Date = .now
    ) async throws {
        try await store.write { work in
            let id: Case.ID = try work.opened(token, .ownPage, at: now)
            try work.mustBe(answering, of: id)
            try work.takeAway(item, of: answering, by: nil, at: now)
            let person: Person.ID? = try work.value("SELECT person FROM \"case\" WHERE id = \(id)")
            try work.log(.cleared, answering, about: person, by: .person, at: now)
        }
    }
}

/// Under which licence something may be asked: none is needed, or this one.
private enum Allowed {
    case free
    case under(Key<Instrument.Licence>)

    var key: Key<Instrument.Licence>? {
        switch self {
        case .free: nil
        case .under(let key): key
        }
    }
}

extension Reader {
    /// What may still be asked: not an instrument whose licence has ended meanwhile.
    fileprivate func askable(_ id: Case.ID, at now: Date) throws -> [MeasureAsking] {
        try askings(of: id, at: now).filter { try licence(of: $0, at: now) != nil }
    }

    fileprivate func licence(of asking: MeasureAsking, at now: Date) throws -> Allowed? {
        guard let instrument = asking.measure.instrument else { return .free }
        let found = try instruments("instrument.id = \(instrument)").first
        guard let licence = found?.licence, Day(now) <= licence.until else { return nil }
        return .under(licence.id)
    }
}
