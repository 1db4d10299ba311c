import Foundation
import Kernel
import Store

/// Asking and answering among the link workers of one's networks. Nobody else reads it.
struct Peers: Sendable {
    let store: any Store
    let member: Member

    /// What was asked, newest first, what was kept as know-how before the rest; or what
    /// has all of these words in it.
    func all(_ typed: String = "", at now: Date = .now) async throws -> PeersPage {
        guard member.isA(.linkWorker) else { throw Missing() }
        let (me, words) = (member.id, typed.folded.split(separator: " ").map(String.init))
        return try await store.read { view in
            let networks = try view.networks(of: me, on: Day(now))
            let found = try view.questions(
                "peer_question.network IN (\(each: networks.map(\.id)))",
                limit: words.isEmpty ? 60 : 500
            )
            let asked = found.filter { question in
                let said = ([question.words] + question.answers.map(\.words)).joined(separator: " ").folded
                return words.allSatisfy(said.contains)
            }
            return PeersPage(
                asked: asked.sorted { $0.isKnowHow && !$1.isKnowHow },
                networks: networks,
                sought: typed,
                me: me
            )
        }
    }

    @discardableResult
    func ask(
        _ typed: String,
        in network: Organisation.ID?,
        at now: Date = .now
    ) async throws -> PeerQuestion.ID {
        guard member.isA(.linkWorker) else { throw Missing() }
        let (me, words) = (member.id, try PeerQuestion.said(typed))
        return try await store.write { work in
            let networks = try work.networks(of: me, on: Day(now)).map(\.id)
            guard let there = network ?? networks.first, networks.contains(there) else { throw Missing() }
            try work.leavesOutNames(words, of: Cases(store: store, member: member), at: now)
            let id = PeerQuestion.ID(at: now)
            try work.run(
                """
                INSERT INTO peer_question (id, network, words, asked_at, asked_by)
                VALUES (\(id), \(there), \(words), \(now), \(me))
                """
            )
            return id
        }
    }

    /// One of them. That whoever asked has read the answers is noted.
    func open(_ id: PeerQuestion.ID, at now: Date = .now) async throws -> PeerQuestionPage {
        let me = member.id
        return try await store.write { work in
            let question = try find(id, in: work, at: now)
            try work.run(
                """
                INSERT INTO peer_reading (question, member, read_at) VALUES (\(id), \(me), \(now))
                ON CONFLICT (question, member) DO UPDATE SET read_at = excluded.read_at
                """
            )
            return PeerQuestionPage(question: question, me: me)
        }
    }

    func answer(_ id: PeerQuestion.ID, _ typed: String, at now: Date = .now) async throws {
        let (me, words) = (member.id, try PeerQuestion.said(typed))
        try await store.write { work in
            _ = try find(id, in: work, at: now)
            try work.leavesOutNames(words, of: Cases(store: store, member: member), at: now)
            try work.run(
                """
                INSERT INTO peer_answer (id, question, words, answered_at, answered_by)
                VALUES (\(PeerAnswer.ID(at: now)), \(id), \(words), \(now), \(me))
                """
            )
        }
    }

    /// *That helped*: whoever asked keeps an answer as know-how, once.
    func keep(_ answer: PeerAnswer.ID, of id: PeerQuestion.ID, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            let question = try find(id, in: work, at: now)
            guard question.askedBy.id == me, question.answers.contains(where: { $0.id == answer }) else {
                throw Missing()
            }
            try work.run(
                """
                INSERT INTO peer_kept (answer, kept_at, kept_by) VALUES (\(answer), \(now), \(me))
                ON CONFLICT (answer) DO NOTHING
                """
            )
        }
    }

    private func find(_ id: PeerQuestion.ID, in view: any Reader, at now: Date) throws -> PeerQuestion {
        guard member.isA(.linkWorker) else { throw Missing() }
        let networks = try view.networks(of: member.id, on: Day(now)).map(\.id)
        let found = try view.questions(
            "peer_question.id = \(id) AND peer_question.network IN (\(each: networks))",
            limit: 1
        ).first
        guard let found else { throw Missing() }
        return found
    }
}

extension PeerQuestion {
    var isKnowHow: Bool { answers.contains(where: \.isKept) }
}

extension Reader {
    /// The networks in which a link worker is placed.
    func networks(of linkWorker: Member.ID, on day: Day) throws -> [Organisation] {
        try all(
            """
            SELECT DISTINCT network.id, network.kind, network.name
            FROM placement
            JOIN organisation AS practice ON practice.id = placement.practice
            JOIN organisation AS network ON network.id = practice.network
            WHERE placement.link_worker = \(linkWorker) AND \(Placement.current(on: day))
            ORDER BY network.name, network.id
            """
        )
    }

    /// With their answers, in two queries however many they are.
    fileprivate func questions(_ which: SQL, limit: Int) throws -> [PeerQuestion] {
        var questions: [PeerQuestion] = try all(
            """
            SELECT peer_question.id, peer_question.words, asked_by, member.name, asked_at
            FROM peer_question
            JOIN member ON member.id = peer_question.asked_by
            WHERE \(which)
            ORDER BY asked_at DESC, peer_question.id DESC
            LIMIT \(limit)
            """
        )
        guard !questions.isEmpty else { return [] }
        let found: [(PeerQuestion.ID, PeerAnswer)] = try rows(
            """
            SELECT peer_answer.id, question, peer_answer.words, answered_by, member.name, answered_at, kept_at
            FROM peer_answer
            JOIN member ON member.id = peer_answer.answered_by
            LEFT JOIN peer_kept ON peer_kept.answer = peer_answer.id
            WHERE question IN (\(each: questions.map(\.id)))
            ORDER BY answered_at, peer_answer.id
            """
        ).map { row in
            let keptAt: Date? = try row("kept_at")
            let answer = try PeerAnswer(
                id: row("id"),
                words: row("words"),
                answeredBy: .init(id: row("answered_by"), name: row("name")),
                answeredAt: row("answered_at"),
                isKept: keptAt != nil
            )
            return try (row("question"), answer)
        }
        let answers = Dictionary(grouping: found, by: \.0)
        for index in questions.indices {
            questions[index].answers = (answers[questions[index].id] ?? []).map(\.1)
        }
        return questions
    }

    /// Nobody of one's own may be named: given and family name side by side.
    fileprivate func leavesOutNames(_ words: String, of cases: Cases, at now: Date) throws {
        let letters = String(words.folded.map { $0.isLetter ? $0 : " " })
        let said = " \(letters.split(separator: " ").joined(separator: " ")) "
        let held = cases.held(on: Day(now))
        let isNamed = try rows(
            """
            SELECT DISTINCT given_folded, family_folded
            FROM (\(held)) AS held
            JOIN "case" ON "case".id = held.id
            JOIN particulars ON particulars.person = "case".person AND particulars.replaced_by IS NULL
            """
        ).contains { row in
            let (given, family): (String, String) = try (row("given_folded"), row("family_folded"))
            return !given.isEmpty && !family.isEmpty && said.contains(" \(given) \(family) ")
        }
        if isNamed { throw PeerQuestion.Refused.names }
    }
}
