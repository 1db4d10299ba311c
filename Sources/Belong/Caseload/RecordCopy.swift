import Foundation
import Kernel
import Store
import Web

/// A copy of what is kept of somebody, theirs to have (governance, section 4.2). What
/// was given is kept as it was given; what was written since is in the next.
struct RecordCopy: Identifiable, Sendable {
    let id: Key<RecordCopy>

    enum Way: String, CaseIterable, Sendable, Column {
        case paper
        case link

        var name: String {
            switch self {
            case .paper: "On paper: I print it"
            case .link: "By a link, the way that is safe"
            }
        }
    }

    enum Refused: Refusal {
        case changedSince
        case hidden

        var sentence: String {
            switch self {
            case .changedSince: "What is kept has changed since you read it. Read it again."
            case .hidden: "This has been left out already."
            }
        }
    }

    /// Says whether two readings were of the same.
    static func seal(_ passages: [Passage]) -> String {
        Sodium.digest(
            passages.map { "\($0.key)\n\($0.words)\n\($0.hiding == nil ? "" : "hidden")" }
                .joined(separator: "\n\n")
        )
    }
}

extension Cases {
    /// All of it, to be read before it is given.
    func record(_ id: Case.ID, at now: Date = .now) async throws -> RecordPage {
        try await open(id, at: now) { view, found in
            _ = try findToChange(id, in: view, at: now)
            return try RecordPage(
                id: id,
                name: view.particulars(of: found.person).fullName,
                passages: passages(of: found, in: view, at: now),
                given: view.copies(of: id),
                others: view.otherCases(besides: found)
            )
        }
    }

    /// Leaves a passage out, for a reason that is kept.
    func hide(
        _ passage: String,
        _ cause: Passage.Hiding.Cause,
        because reason: String,
        of id: Case.ID,
        at now: Date = .now
    ) async throws {
        let me = member.id
        do {
            try await store.write { work in
                let found = try findToChange(id, in: work, at: now)
                guard
                    try passages(of: found, in: work, at: now)
                        .contains(where: { $0.key == passage && $0.keeper == nil })
                else {
                    throw Missing()
                }
                try work.run(
                    """
                    INSERT INTO passage_hiding (id, "case", passage, cause, words, hidden_at, hidden_by)
                    VALUES (\(Key<Passage.Hiding>(at: now)), \(id), \(passage), \(cause), \(reason), \(now), \(me))
                    """
                )
                try work.log(.changed, id, about: found.person, by: me, at: now)
            }
        } catch is Conflict {
            throw RecordCopy.Refused.hidden
        }
    }

    /// Shows it after all. That it was left out, and why, stays readable.
    func show(_ hiding: Key<Passage.Hiding>, of id: Case.ID, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            let found = try findToChange(id, in: work, at: now)
            try work.run(
                """
                UPDATE passage_hiding SET shown_at = \(now), shown_by = \(me)
                WHERE id = \(hiding) AND passage_hiding."case" = \(id) AND shown_at IS NULL
                """
            )
            try work.log(.changed, id, about: found.person, by: me, at: now)
        }
    }

    /// Gives them what was read, if it is still that.
    func give(
        _ way: RecordCopy.Way,
        _ seal: String,
        of id: Case.ID,
        at site: WebAddress,
        now: Date = .now
    ) async throws -> RecordCopy.ID {
        let me = member.id
        return try await store.write { work in
            let found = try findToChange(id, in: work, at: now)
            let passages = try passages(of: found, in: work, at: now)
            guard RecordCopy.seal(passages) == seal else { throw RecordCopy.Refused.changedSince }
            let copy = RecordCopy.ID(at: now)
            let message = try way == .link ? work.write(copy, to: found, site, by: me, at: now) : nil
            try work.keep(copy, of: id, way, message, passages, by: me, at: now)
            try work.log(way == .link ? .sent : .printed, copy, about: found.person, by: me, at: now)
            return copy
        }
    }

    /// One that was given, to print again.
    func copy(_ copy: RecordCopy.ID, of id: Case.ID, at now: Date = .now) async throws -> RecordCopyPage {
        let me = member.id
        return try await store.write { work in
            let found = try find(id, in: work, at: now)
            guard try isMine(found, in: work, at: now), try work.caseID(of: copy) == id else {
                throw Missing()
            }
            try work.log(.printed, copy, about: found.person, by: me, at: now)
            return try work.recordCopy(copy)
        }
    }
}

/// The copy behind its link. The link is the whole permission.
struct RecordCopies: Sendable {
    let store: any Store

    func open(_ token: String, at now: Date = .now) async throws -> RecordCopyPage {
        try await store.write { work in
            let copy: RecordCopy.ID = try work.opened(token, .record, at: now)
            let id = try work.caseID(of: copy)
            let person: Person.ID? = try work.value("SELECT person FROM \"case\" WHERE id = \(id)")
            try work.log(.looked, copy, about: person, by: .person, at: now)
            return try work.recordCopy(copy)
        }
    }
}
