import Foundation
import Kernel
import Store
import Web

/// The changes one member is told of, may say something to, and writes. To anybody else
/// they do not exist.
struct ChangeNotices: Sendable {
    let store: any Store
    let member: Member
    let site: WebAddress

    /// One notice, and what this member is to it.
    struct Look: Sendable {
        let notice: ChangeNotice
        /// As whom they are asked, if they are.
        let voice: ChangeNotice.Voice.Kind?
        let mayRecord: Bool
        let isLinkWorker: Bool
        let isLead: Bool
        let isOwner: Bool
        let me: Member.ID
        /// Whoever is asked by name: link workers, and coordinators of groups that people from here go to.
        var asked: [String] = []
    }

    struct Asked: Sendable {
        let place: Reach.Place
        let kind: ChangeNotice.Kind
        let words: String
        let startsOn: Day
        /// Why nobody is asked, if nobody is.
        let small: String?
    }

    static func isFor(_ member: Member) -> Bool { Owing.isFor(member) || member.isA(.coordinator) }

    /// Where this member may write a change down.
    func places(at now: Date = .now) async throws -> [(place: Reach.Place, name: String)] {
        let member = member
        return try await store.read { view in
            try view.reaches(of: member, at: now).flatMap { reach in
                reach.places.filter { reach.settles($0.practice) }.map { ($0, reach.name(of: $0.practice)) }
            }
        }
    }

    /// All this member is told of.
    func all(at now: Date = .now) async throws -> [Look] {
        let member = member
        return try await store.read { try $0.changeLooks(of: member, "TRUE", at: now) }
    }

    func look(at id: ChangeNotice.ID, at now: Date = .now) async throws -> Look {
        let member = member
        return try await store.read { view in
            var look = try view.changeLook(id, member, at: now)
            if look.notice.isMaterial { look.asked = try view.asked(about: look.notice, at: now) }
            return look
        }
    }

    @discardableResult
    func write(_ asked: Asked, at now: Date = .now) async throws -> ChangeNotice.ID {
        let (member, site) = (member, site)
        try ChangeNotice.admits(asked.startsOn, isMaterial: asked.small == nil, on: Day(now))
        return try await store.write { work in
            let reach = try work.reaches(of: member, at: now).first { $0.id == asked.place.network }
            let practice = asked.place.practice
            guard let reach, reach.includes(practice), reach.settles(practice) else { throw Missing() }
            let id = ChangeNotice.ID(at: now)
            try work.run(
                """
                INSERT INTO change_notice (id, network, practice, kind, words, starts_on, is_material, why, written_at,
                    written_by)
                VALUES (\(id), \(reach.id), \(practice), \(asked.kind), \(asked.words), \(asked.startsOn),
                    \(asked.small == nil), \(asked.small ?? ""), \(now), \(member.id))
                """
            )
            let linkWorkers = try work.linkWorkers(of: reach.id, at: practice, on: Day(now))
            let groups = try work.coordinators(of: reach.id, at: practice, now: now)
            let told = asked.small == nil ? linkWorkers + groups : linkWorkers
            try work.tell(
                told.filter { $0 != member.id },
                asked.small == nil ? "A change is planned: what do you say?" : "Something small is changed",
                "It stands here: \(site)/changes/\(id)",
                at: now
            )
            try work.log(.changed, id, by: member.id, at: now)
            return id
        }
    }

    /// Taken back before it begins. Those who said something hear that.
    func withdraw(_ id: ChangeNotice.ID, _ words: String, at now: Date = .now) async throws {
        try await change(id, at: now) { work, look, member, site in
            guard look.isOwner else { throw Missing() }
            try look.notice.admitsWithdrawal(on: Day(now))
            try work.run(
                """
                INSERT INTO change_withdrawal (notice, words, withdrawn_at, withdrawn_by)
                VALUES (\(id), \(words), \(now), \(member.id))
                """
            )
            try work.tell(look.notice, besides: member, "A change was taken back", site, at: now)
        }
    }

    /// *What changed because of what you said*, told to everybody who said something.
    func publish(_ words: String, isAltered: Bool, of id: ChangeNotice.ID, at now: Date = .now) async throws {
        try await change(id, at: now) { work, look, member, site in
            guard look.isOwner else { throw Missing() }
            try look.notice.admitsAnswer()
            try work.run(
                """
                INSERT INTO change_answer (notice, is_altered, words, published_at, published_by)
                VALUES (\(id), \(isAltered), \(words), \(now), \(member.id))
                """
            )
            let subject = "What changed because of what you said"
            try work.tell(look.notice, besides: member, subject, site, at: now)
        }
    }

    /// One act on a notice that this member is told of, kept and logged together.
    func change(
        _ id: ChangeNotice.ID,
        at now: Date,
        _ act: @escaping @Sendable (any Writer, Look, Member, WebAddress) throws -> Void
    ) async throws {
        let (member, site) = (member, site)
        try await store.write { work in
            _ = try work.rows("SELECT id FROM change_notice WHERE id = \(id) \(work.dialect.forUpdate)")
            try act(work, work.changeLook(id, member, at: now), member, site)
            try work.log(.changed, id, by: member.id, at: now)
        }
    }
}

extension Reader {
    fileprivate func changeLook(
        _ id: ChangeNotice.ID,
        _ member: Member,
        at now: Date
    ) throws -> ChangeNotices.Look {
        let found = try changeLooks(of: member, "change_notice.id = \(id)", at: now).first
        guard let found else { throw Missing() }
        return found
    }

    fileprivate func changeLooks(
        of member: Member,
        _ which: SQL,
        at now: Date
    ) throws -> [ChangeNotices.Look] {
        let (working, asked) = try (reaches(of: member, at: now), groupReaches(of: member, at: now))
        return try changeNotices(which).compactMap { notice in
            func isTold(_ reach: Reach) -> Bool {
                reach.id == notice.network && reach.includes(notice.practice)
            }
            let reach = working.first(where: isTold)
            let isGroup = asked.contains(where: isTold)
            let hasSaid = !member.memberships.isEmpty && notice.voices.contains { $0.by == member.id }
            guard reach != nil || isGroup && notice.isMaterial || hasSaid else { return nil }
            return ChangeNotices.Look(notice, reach, isGroup: isGroup, member)
        }
    }
}

extension ChangeNotices.Look {
    fileprivate init(_ notice: ChangeNotice, _ reach: Reach?, isGroup: Bool, _ member: Member) {
        let isLinkWorker = reach?.isLinkWorker ?? false
        let isOpen = notice.withdrawal == nil && notice.answer == nil
        let isOwner = reach?.settles(notice.practice) ?? false
        self.init(
            notice: notice,
            voice: !isOpen || !notice.isMaterial ? nil : isLinkWorker ? .linkWorker : isGroup ? .vcse : nil,
            mayRecord: isOpen && notice.isMaterial && (isOwner || isLinkWorker || reach?.isManager ?? false),
            isLinkWorker: isLinkWorker,
            isLead: reach?.leads ?? false,
            isOwner: isOwner,
            me: member.id
        )
    }
}
