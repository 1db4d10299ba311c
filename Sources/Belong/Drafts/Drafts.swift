import Foundation
import Kernel
import Store

/// One's own drafts. Several tabs keep several; nobody sees another's.
///
/// Keeping one leaves no line in the log: nothing is known of anybody until it
/// is sent, and the sending is logged.
struct Drafts: Sendable {
    let store: any Store
    let member: Member

    /// Keeps what has been typed so far. A save that arrives after the form was
    /// sent, or thrown away, is let fall.
    func keep<Subject>(
        _ id: Draft.ID,
        _ form: Draft.Form,
        about subject: Key<Subject>,
        _ body: String,
        at now: Date = .now
    ) async throws {
        let (me, content) = (member.id, Draft.content(of: body))
        try await store.write { work in
            let isOver = try work.has(
                "SELECT draft FROM draft_end WHERE draft = \(id) AND member = \(me)"
            )
            guard !isOver else { return }
            let kept = try work.run(
                """
                INSERT INTO draft (id, member, form, subject, content, began_at, saved_at)
                VALUES (\(id), \(me), \(form), \(subject), \(content), \(now), \(now))
                ON CONFLICT (id) DO UPDATE SET content = excluded.content, saved_at = excluded.saved_at
                WHERE draft.member = excluded.member AND draft.form = excluded.form
                    AND draft.subject = excluded.subject
                """
            )
            guard kept == 1 else { throw Missing() }
        }
    }

    /// A form about to be written: new, or going on with a draft.
    func begin<Subject>(
        _ form: Draft.Form,
        about subject: Key<Subject>,
        on page: String,
        goingOn id: Draft.ID? = nil
    ) async throws -> Drafting {
        let me = member.id
        return try await store.read { view in
            try view.drafting(form, about: subject, on: page, goingOn: id, by: me)
        }
    }

    /// What was typed into one of one's own.
    func content(of id: Draft.ID) async throws -> String? {
        let me = member.id
        return try await store.read { view in
            try view.value("SELECT content FROM draft WHERE id = \(id) AND member = \(me)")
        }
    }

    func throwAway(_ id: Draft.ID, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { try $0.endDraft(id, of: me, at: now) }
    }
}

extension Reader {
    /// The same as `Drafts.begin`, inside the one read of a page. A draft that is
    /// not there any more is begun anew.
    func drafting<Subject>(
        _ form: Draft.Form,
        about subject: Key<Subject>,
        on page: String,
        goingOn id: Draft.ID?,
        by member: Member.ID
    ) throws -> Drafting {
        let begun: [Draft] = try all(
            """
            SELECT id, content, began_at, saved_at
            FROM draft
            WHERE member = \(member) AND form = \(form) AND subject = \(subject)
            ORDER BY saved_at DESC, id
            LIMIT 20
            """
        )
        let found = begun.first { $0.id == id }
        return Drafting(
            id: found?.id ?? Draft.ID(),
            form: form,
            subject: subject.uuid,
            page: page,
            content: found?.content,
            begun: found == nil ? begun : []
        )
    }
}

extension Writer {
    /// Ends a draft: call it in the transaction that does what the form asks.
    func endDraft(_ id: Draft.ID?, of member: Member.ID, at now: Date) throws {
        guard let id else { return }
        try run("DELETE FROM draft WHERE id = \(id) AND member = \(member)")
        try run(
            """
            INSERT INTO draft_end (draft, member, ended_at)
            VALUES (\(id), \(member), \(now))
            ON CONFLICT (draft, member) DO NOTHING
            """
        )
    }
}
