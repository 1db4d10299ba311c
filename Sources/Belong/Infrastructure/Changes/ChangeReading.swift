import Foundation
import Kernel
import Store

extension Reader {
    /// Notices with all that was said to them, the latest to begin first.
    func changeNotices(_ which: SQL) throws -> [ChangeNotice] {
        let voices = try Dictionary(grouping: changeVoices(which), by: \.notice)
        return try rows(
            """
            SELECT change_notice.id, change_notice.network, change_notice.practice, change_notice.kind,
                change_notice.words, change_notice.starts_on, change_notice.is_material, why, written_at, written_by,
                place.name AS place_name, writer.name AS writer_name,
                change_dispute.words AS dispute, disputed_at, disputer.name AS disputer_name,
                change_settling.is_material AS settled_material, change_settling.words AS settling,
                change_settling.starts_on AS settled_starts, settled_at, settler.name AS settler_name,
                is_altered, change_answer.words AS answer, published_at, publisher.name AS publisher_name,
                change_withdrawal.words AS withdrawal, withdrawn_at, withdrawer.name AS withdrawer_name
            FROM change_notice
            JOIN organisation AS place ON place.id = COALESCE(change_notice.practice, change_notice.network)
            JOIN member AS writer ON writer.id = written_by
            LEFT JOIN change_dispute ON change_dispute.notice = change_notice.id
            LEFT JOIN member AS disputer ON disputer.id = disputed_by
            LEFT JOIN change_settling ON change_settling.notice = change_notice.id
            LEFT JOIN member AS settler ON settler.id = settled_by
            LEFT JOIN change_answer ON change_answer.notice = change_notice.id
            LEFT JOIN member AS publisher ON publisher.id = published_by
            LEFT JOIN change_withdrawal ON change_withdrawal.notice = change_notice.id
            LEFT JOIN member AS withdrawer ON withdrawer.id = withdrawn_by
            WHERE \(which)
            ORDER BY COALESCE(change_settling.starts_on, change_notice.starts_on) DESC, change_notice.id
            """
        ).map { row in
            var notice = try ChangeNotice(row)
            notice.voices = voices[notice.id]?.map(\.voice) ?? []
            return notice
        }
    }

    private func changeVoices(_ which: SQL) throws -> [(notice: ChangeNotice.ID, voice: ChangeNotice.Voice)] {
        try rows(
            """
            SELECT notice, change_voice.kind, said_as, is_own, change_voice.words, said_at, said_by, member.name
            FROM change_voice
            JOIN change_notice ON change_notice.id = notice
            JOIN member ON member.id = said_by
            WHERE \(which)
            ORDER BY said_at, change_voice.id
            """
        ).map { row in
            try (
                row("notice"),
                ChangeNotice.Voice(
                    kind: row("kind"),
                    role: row("said_as"),
                    isOwn: row("is_own"),
                    said: .init(words: row("words"), by: row("name"), at: row("said_at")),
                    by: row("said_by")
                )
            )
        }
    }

    /// The networks a coordinator's groups know: whose practices introduced somebody to them within a year.
    func groupReaches(of member: Member, at now: Date) throws -> [Reach] {
        let places = member.organisations(as: .coordinator)
        guard !places.isEmpty else { return [] }
        let found = try rows(
            """
            SELECT DISTINCT network.id AS network, network.name AS network_name, place.id AS practice,
                place.name AS practice_name
            \(Self.introduced(since: now))
            JOIN organisation AS network ON network.id = place.network
            WHERE welcoming.organisation IN (\(each: places))
            ORDER BY network.name, network.id, place.name, place.id
            """
        ).map { row -> (Organisation, Organisation) in
            try (
                Organisation(id: row("network"), kind: .network, name: row("network_name")),
                Organisation(id: row("practice"), kind: .practice, name: row("practice_name"))
            )
        }
        return Dictionary(grouping: found, by: \.0).map { network, pairs in
            Reach(
                id: network.id,
                name: network.name,
                practices: pairs.map(\.1),
                works: [],
                manages: [],
                leads: false
            )
        }
    }

    /// Whoever coordinates a group that people of a network, or of one practice, were introduced to within a year.
    func coordinators(
        of network: Organisation.ID,
        at practice: Organisation.ID?,
        now: Date
    ) throws -> [Member.ID] {
        let theirs: SQL = practice.map { "place.id = \($0)" } ?? "place.network = \(network)"
        return try values(
            """
            SELECT DISTINCT membership.member
            \(Self.introduced(since: now))
            JOIN membership ON membership.organisation = welcoming.organisation AND membership.role = 'coordinator'
                AND \(Member.Membership.current)
            WHERE \(theirs)
            """
        )
    }

    /// By name, everybody who is asked about a change.
    func asked(about notice: ChangeNotice, at now: Date) throws -> [String] {
        let linkWorkers = try linkWorkers(of: notice.network, at: notice.practice, on: Day(now))
        let groups = try coordinators(of: notice.network, at: notice.practice, now: now)
        return try values("SELECT name FROM member WHERE id IN (\(each: linkWorkers + groups)) ORDER BY name")
    }

    private static func introduced(since now: Date) -> SQL {
        """
        FROM introduction
        JOIN "case" ON "case".id = introduction."case"
        JOIN organisation AS place ON place.id = "case".practice
        JOIN activity ON activity.id = introduction.activity AND introduction.way <> 'signposting'
            AND introduction.made_at > \(now.addingTimeInterval(-365 * 86_400)) AND introduction.made_at <= \(now)
        JOIN welcoming ON welcoming.provider = activity.provider AND \(Welcomings.current)
        """
    }
}

extension ChangeNotice {
    fileprivate init(_ row: Row) throws {
        let isMaterial: Bool = try row("is_material")
        try self.init(
            id: row("id"),
            network: row("network"),
            practice: row("practice"),
            placeName: row("place_name"),
            kind: row("kind"),
            words: row("words"),
            startsOn: row("starts_on"),
            small: isMaterial ? nil : row("why"),
            written: (Worry.Named(id: row("written_by"), name: row("writer_name")), row("written_at"))
        )
        dispute = try Said(row, "dispute", "disputer_name", "disputed_at")
        withdrawal = try Said(row, "withdrawal", "withdrawer_name", "withdrawn_at")
        if let said = try Said(row, "settling", "settler_name", "settled_at") {
            settling = try Settling(
                isMaterial: row("settled_material"),
                startsOn: row("settled_starts"),
                said: said
            )
        }
        if let said = try Said(row, "answer", "publisher_name", "published_at") {
            answer = try Answer(isAltered: row("is_altered"), said: said)
        }
    }
}

extension ChangeNotice.Said {
    /// Nothing where nobody said it.
    fileprivate init?(_ row: Row, _ words: String, _ by: String, _ at: String) throws {
        guard let said: String = try row(words) else { return nil }
        try self.init(words: said, by: row(by), at: row(at))
    }
}
