import Foundation
import Kernel
import Store

/// The talks one member takes part in: whoever wished for something, the link workers of
/// that practice, and whoever manages it.
struct MeasureTalks: Sendable {
    let store: any Store
    let member: Member

    /// Who may wish that a measure were mandatory.
    static let wishers: [Role] = [.practiceManager, .clinician]

    /// Where they could wish it.
    var practices: [Organisation] {
        var seen: Set<Organisation.ID> = []
        return member.memberships
            .filter { Self.wishers.contains($0.role) && $0.organisation.kind == .practice }
            .map(\.organisation).filter { seen.insert($0.id).inserted }
    }

    /// Those not answered first, then the latest.
    func all() async throws -> [MeasureTalk] {
        let theirs = theirs
        return try await store.read { try $0.talks(theirs) }
    }

    func find(_ id: MeasureTalk.ID) async throws -> MeasureTalk {
        try await store.read { try find(id, in: $0) }
    }

    private func find(_ id: MeasureTalk.ID, in view: any Reader) throws -> MeasureTalk {
        guard let found = try view.talks("measure_talk.id = \(id) AND \(theirs)").first else {
            throw Missing()
        }
        return found
    }

    func mayAnswer(_ talk: MeasureTalk) -> Bool {
        member.organisations(as: .linkWorker).contains(talk.practice.id)
    }

    func open(
        _ wish: MeasureWish,
        for measure: Measure,
        at practice: Organisation.ID,
        now: Date = .now
    ) async throws -> MeasureTalk.ID {
        guard practices.contains(where: { $0.id == practice }) else { throw Missing() }
        _ = try await Measures(store: store, member: member).find(measure, at: now)
        let me = member.id
        return try await store.write { work in
            let id = MeasureTalk.ID(at: now)
            try work.run(
                """
                INSERT INTO measure_talk (id, practice, measure, instrument, why, use_of, opened_at, opened_by)
                VALUES (\(id), \(practice), \(measure.kind), \(measure.instrument), \(wish.why), \(wish.use), \(now),
                    \(me))
                """
            )
            try work.log(.changed, id, by: me, at: now)
            return id
        }
    }

    func say(_ words: String, in id: MeasureTalk.ID, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            _ = try find(id, in: work)
            let turn = Key<MeasureTalk.Turn>(at: now)
            try work.run(
                """
                INSERT INTO measure_talk_turn (id, talk, words, said_at, said_by)
                VALUES (\(turn), \(id), \(words), \(now), \(me))
                """
            )
            try work.log(.changed, turn, by: me, at: now)
        }
    }

    /// The link workers' answer. The first that is given stands.
    func answer(
        _ answer: MeasureTalk.Answer,
        _ words: String,
        to id: MeasureTalk.ID,
        at now: Date = .now
    ) async throws {
        let me = member.id
        do {
            try await store.write { work in
                let talk = try find(id, in: work)
                guard mayAnswer(talk) else { throw MeasureTalk.Refused.notYours }
                guard talk.answer == nil else { throw MeasureTalk.Refused.answered }
                try work.run(
                    """
                    INSERT INTO measure_talk_answer (talk, answer, words, said_at, said_by)
                    VALUES (\(id), \(answer), \(words), \(now), \(me))
                    """
                )
                try work.log(.changed, id, by: me, at: now)
            }
        } catch is Conflict {
            throw MeasureTalk.Refused.answered
        }
    }

    private var theirs: SQL {
        let places = member.organisations(as: .linkWorker, .practiceManager, .clinician)
        return "measure_talk.practice IN (\(each: places))"
    }
}
