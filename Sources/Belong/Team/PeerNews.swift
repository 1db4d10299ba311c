import Foundation
import Kernel
import Store

extension Reader {
    /// What peers answered since one last looked, and what they ask that nobody has answered.
    func peerNews(of linkWorker: Member.ID, on day: Day) throws -> [Today.News] {
        let networks: SQL = """
            SELECT practice.network FROM placement
            JOIN organisation AS practice ON practice.id = placement.practice
            WHERE placement.link_worker = \(linkWorker) AND \(Placement.current(on: day))
            """
        return try rows(
            """
            SELECT peer_question.id, asked_by, asker.name AS asker_name, MAX(answerer.name) AS answerer_name,
                MAX(peer_answer.answered_at) AS answered_at
            FROM peer_question
            JOIN member AS asker ON asker.id = peer_question.asked_by
            LEFT JOIN peer_answer ON peer_answer.question = peer_question.id
                AND peer_answer.answered_by <> peer_question.asked_by
            LEFT JOIN member AS answerer ON answerer.id = peer_answer.answered_by
            LEFT JOIN peer_reading ON peer_reading.question = peer_question.id
                AND peer_reading.member = \(linkWorker)
            WHERE (peer_question.asked_by = \(linkWorker) AND peer_answer.id IS NOT NULL
                    AND (peer_reading.read_at IS NULL OR peer_reading.read_at < peer_answer.answered_at))
                OR (peer_question.asked_by <> \(linkWorker) AND peer_answer.id IS NULL
                    AND peer_reading.read_at IS NULL AND peer_question.network IN (\(networks)))
            GROUP BY peer_question.id, asked_by, asker.name, asked_at
            ORDER BY asked_at DESC, peer_question.id
            LIMIT 3
            """
        ).map { row in
            let (id, asker): (PeerQuestion.ID, Member.ID) = try (row("id"), row("asked_by"))
            let (name, answerer): (String, String?) = try (row("asker_name"), row("answerer_name"))
            let isMine = asker == linkWorker
            return Today.News(
                who: isMine ? answerer ?? "A peer" : name,
                words: isMine
                    ? "answered what you asked your peers" : "asks peers something nobody has answered yet",
                path: "/peers/\(id)"
            )
        }
    }
}
