import Foundation
import Kernel
import Store
import Web

/// How two records came to be one: who found it out, what was moved, and the way back.
struct MergingPage: FormPage {
    let title: String
    let place: String? = "/people"
    let merging: Merging
    let name: String
    /// As the record that was brought in named them.
    let otherName: String
    /// *2 referrals*, *1 case*.
    let moved: [String]
    var form = SeparationForm()
    var problems = Problems()
}

/// Why they are two people after all, as it was typed.
struct SeparationForm: Decodable, Sendable {
    var reason: String?

    func read() throws(Problems) -> String {
        var problems = Problems()
        let reason = problems.text(reason, "reason", "Say how you know that they are two", upTo: 300)
        guard let reason else { throw problems }
        return reason
    }
}

extension People {
    func merging(_ id: Merging.ID, at now: Date = .now) async throws -> MergingPage {
        let me = member.id
        return try await store.write { work in
            let merging = try work.merging(id)
            let records = try Set([merging.kept, merging.merged].map { try work.standing($0) })
            guard try records.contains(where: { try isMine($0, in: work, at: now) }) else { throw Missing() }
            let page = try MergingPage(merging, in: work)
            try work.log(.looked, id, about: merging.kept, by: me, at: now)
            return page
        }
    }
}

extension MergingPage {
    fileprivate init(_ merging: Merging, in view: any Reader) throws {
        self.merging = merging
        let standing = try view.standing(merging.kept)
        name = try view.particulars(of: standing).fullName
        let other = try view.rows(
            """
            SELECT given_name, family_name
            FROM particulars
            WHERE replaced_by = \(merging.id)
                AND id IN (SELECT moved FROM merging_move WHERE merging = \(merging.id))
            """
        ).first
        otherName = try other.map { try Particulars(naming: $0).fullName } ?? ""
        title = merging.separation == nil ? "Two records of one person" : "Two people after all"
        moved = try Features.following.compactMap { following in
            let count: Int? = try view.value(
                """
                SELECT COUNT(*) FROM merging_move
                WHERE merging = \(merging.id) AND place = \(following.table)
                """
            )
            guard let count, count > 0 else { return nil }
            return count.counted(following.noun.one, following.noun.many)
        }
    }
}

extension Merging {
    /// *Brought together with another record on 14 April 2026*.
    var said: String {
        separation == nil
            ? "Brought together with another record on \(Day(at).full)"
            : "Was one with another record from \(Day(at).full), and is no longer"
    }

    static var sample: Merging {
        Merging(
            id: ID(),
            kept: Person.ID(),
            merged: Person.ID(),
            reason: "She told me that she was with us in the spring",
            by: "Amara Okafor",
            at: .now,
            separation: nil
        )
    }
}

extension MergingPage {
    var main: HTML {
        """
        <div class="reading"><p class="small muted"><a href="/people">People</a> › <a href="/people/\(merging.kept)">\(name)</a></p>
        <h1>\(title)</h1>
        <p class="lead">\(merging.by) brought \(otherName) together with \(name) on \(Day(merging.at).full) at \
        \(London.time(merging.at)): \(merging.reason)</p>
        <section class="card"><h2>What was moved</h2><ul>\(each: moved, { "<li>\($0)</li>" })</ul>
        <p class="small muted">Links that were sent still open, and both stories are told. Who looked at either is in one \
        list.</p></section>
        \(problems.summary)
        \(merging.separation.map(separated) ?? separating)</div>
        """
    }

    private func separated(_ separation: Merging.Separation) -> HTML {
        """
        <div class="notice"><p>Separated by \(separation.by) on \(Day(separation.at).full): \(separation.reason)</p>
        <p>What was moved has gone back to <a href="/people/\(merging.merged)">\(otherName)</a>. What was written about \
        them while they were one stays with <a href="/people/\(merging.kept)">\(name)</a>: look through it together.</p></div>
        """
    }

    private var separating: HTML {
        """
        <section class="card"><h2>These are two people after all</h2>
        <p>What was moved goes back, each case with all that was written on it. What was written about \(name) since \
        stays where it is; what has been learnt of their safety counts for both.</p>
        \(HTML.form("/mergings/\(merging.id)/separation", fields))</section>
        """
    }

    private var fields: HTML {
        """
        \(Field("reason", "How do you know that they are two?", problems).line(form.reason))
        <button class="btn clay">Separate them</button>
        """
    }

    static var sample: MergingPage {
        MergingPage(
            title: "Two records of one person",
            merging: .sample,
            name: "Jean Moss",
            otherName: "Jeannie Moss",
            moved: ["1 referral", "1 case"]
        )
    }
}
