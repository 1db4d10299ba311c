import Foundation
import Kernel
import Store
import Web

/// What those who are asked say: for themselves, or written down by a colleague for a group or a patient.
extension ChangeNotices {
    struct Heard: Sendable {
        let kind: ChangeNotice.Voice.Kind
        /// As what they speak, and of a patient no name.
        let role: String
        let words: String
    }

    /// One's own word.
    func say(_ words: String, on id: ChangeNotice.ID, at now: Date = .now) async throws {
        try await change(id, at: now) { work, look, member, _ in
            try look.notice.admitsVoice()
            guard let kind = look.voice else { throw Missing() }
            let places = member.memberships.filter { $0.role == .coordinator }.map(\.organisation.name)
            let role = kind == .linkWorker ? "Link worker" : places.first ?? "A group"
            try work.hear(.init(kind: kind, role: role, words: words), isOwn: true, on: id, member, at: now)
        }
    }

    /// What somebody said elsewhere, at a meeting or on the telephone.
    func record(_ heard: Heard, on id: ChangeNotice.ID, at now: Date = .now) async throws {
        try await change(id, at: now) { work, look, member, _ in
            try look.notice.admitsVoice()
            guard look.mayRecord, heard.kind != .linkWorker else { throw Missing() }
            try work.hear(heard, isOwn: false, on: id, member, at: now)
        }
    }

    /// That it is not small: it is held, and whoever leads the network hears.
    func dispute(_ id: ChangeNotice.ID, _ words: String, at now: Date = .now) async throws {
        try await change(id, at: now) { work, look, member, site in
            guard look.isLinkWorker else { throw Missing() }
            try look.notice.admitsDispute()
            try work.run(
                """
                INSERT INTO change_dispute (notice, words, disputed_at, disputed_by)
                VALUES (\(id), \(words), \(now), \(member.id))
                """
            )
            try work.tell(
                work.leads(of: look.notice.network) + [look.notice.written.by.id],
                "A link worker says that a change matters",
                "It is held until the network lead has said something to it: \(site)/changes/\(id)",
                at: now
            )
        }
    }

    /// Whether it matters after all, and when it begins then. If it does, people are asked.
    func settle(_ id: ChangeNotice.ID, _ settled: Settled, at now: Date = .now) async throws {
        try await change(id, at: now) { work, look, member, site in
            guard look.isLead else { throw Missing() }
            try look.notice.admitsSettling()
            try ChangeNotice.admits(settled.startsOn, isMaterial: settled.isMaterial, on: Day(now))
            try work.run(
                """
                INSERT INTO change_settling (notice, is_material, words, starts_on, settled_at, settled_by)
                VALUES (\(id), \(settled.isMaterial), \(settled.words), \(settled.startsOn), \(now), \(member.id))
                """
            )
            let (network, practice) = (look.notice.network, look.notice.practice)
            let linkWorkers = try work.linkWorkers(of: network, at: practice, on: Day(now))
            let groups = settled.isMaterial ? try work.coordinators(of: network, at: practice, now: now) : []
            try work.tell(
                (linkWorkers + groups).filter { $0 != member.id },
                settled.isMaterial ? "A change is planned: what do you say?" : "A change goes on as it was",
                "It stands here: \(site)/changes/\(id)",
                at: now
            )
        }
    }

    struct Settled: Sendable {
        let isMaterial: Bool
        let words: String
        let startsOn: Day
    }
}

extension Writer {
    fileprivate func hear(
        _ heard: ChangeNotices.Heard,
        isOwn: Bool,
        on id: ChangeNotice.ID,
        _ member: Member,
        at now: Date
    ) throws {
        try run(
            """
            INSERT INTO change_voice (id, notice, kind, said_as, is_own, words, said_at, said_by)
            VALUES (\(Key<ChangeNotice.Voice>(at: now)), \(id), \(heard.kind), \(heard.role), \(isOwn),
                \(heard.words), \(now), \(member.id))
            """
        )
    }
}

extension ChangeNotices {
    /// What waits on the first page of whoever is asked, and of whoever wrote.
    struct Waiting: Sendable, Equatable {
        var toSay = 0
        var held = 0
        var unheard = 0
        var toAnswer = 0
        /// The one to be answered, if it is only one.
        var answering: ChangeNotice.ID?
    }

    func waiting(at now: Date) async throws -> Waiting {
        guard Self.isFor(member) else { return Waiting() }
        let today = Day(now)
        return try await all(at: now).reduce(into: Waiting()) { waiting, look in
            let notice = look.notice
            if look.isLead, notice.isHeld { waiting.held += 1 }
            switch notice.standing(on: today) {
            case .waiting:
                let hasSaid = notice.voices.contains { $0.by == look.me && $0.isOwn }
                if look.voice != nil, !hasSaid { waiting.toSay += 1 }
                if look.isOwner, notice.isMaterial, notice.hearing >= today, !notice.unheard.isEmpty {
                    waiting.unheard += 1
                }
                if notice.hearing < today, look.isOwner, notice.awaitsAnswer { waiting.answer(notice.id) }
            case .begun: if look.isOwner, notice.awaitsAnswer { waiting.answer(notice.id) }
            case .held, .withdrawn: break
            }
        }
    }
}

extension ChangeNotices.Waiting {
    fileprivate mutating func answer(_ id: ChangeNotice.ID) {
        toAnswer += 1
        answering = toAnswer == 1 ? id : nil
    }
}

extension ChangeNotice {
    fileprivate var awaitsAnswer: Bool { isMaterial && answer == nil && !voices.isEmpty }
}

extension Writer {
    /// Tells everybody who said something to it, and whoever wrote it.
    func tell(
        _ notice: ChangeNotice,
        besides member: Member,
        _ subject: String,
        _ site: WebAddress,
        at now: Date
    ) throws {
        let concerned = notice.voices.map(\.by) + [notice.written.by.id]
        try tell(
            concerned.filter { $0 != member.id },
            subject,
            "It stands here: \(site)/changes/\(notice.id)",
            at: now
        )
    }
}
