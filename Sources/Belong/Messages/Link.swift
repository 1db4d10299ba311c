import Foundation
import Kernel
import Store

/// An address that lets somebody without an account do one thing: answer an
/// invitation, answer for their group, read their own plan. It cannot be
/// guessed, it expires, and it can be withdrawn. Kept by its digest only.
struct Link: Sendable {
    let token: String

    enum Opens: String, Sendable {
        /// The person: yes, no, another time.
        case invitation
        /// The group: can you welcome them?
        case introduction
        /// The group, four weeks on: how did it go?
        case outcome
        /// The person: their own plan, kept.
        case ownPage = "own_page"
        /// The person: a copy of all that is kept of them.
        case record
    }

    /// Links live ninety days (governance, section 4.4).
    static let life: TimeInterval = 90 * 86_400

    func address(at site: WebAddress) -> String {
        "\(site)/l/\(token)"
    }
}

extension Writer {
    /// A new link that opens this one thing.
    func makeLink<Subject>(to opens: Link.Opens, _ subject: Key<Subject>, at now: Date) throws -> Link {
        let link = Link(token: Sodium.token())
        try run(
            """
            INSERT INTO link (token_hash, opens, subject, made_at, expires_at)
            VALUES (\(Sodium.digest(link.token)), \(opens.rawValue), \(subject), \(now),
                \(now.addingTimeInterval(Link.life)))
            """
        )
        return link
    }

    /// Closes every link to this thing.
    func withdrawLinks<Subject>(to subject: Key<Subject>, at now: Date) throws {
        try run(
            """
            INSERT INTO link_withdrawal (link, withdrawn_at)
            SELECT token_hash, \(now) FROM link WHERE subject = \(subject)
            ON CONFLICT (link) DO NOTHING
            """
        )
    }
}

extension Reader {
    /// What a token opens, if it is one of ours, still young and not withdrawn.
    /// Forged, expired and withdrawn are not told apart.
    func opened<Subject>(_ token: String, _ opens: Link.Opens, at now: Date) throws -> Key<Subject> {
        let subject: Key<Subject>? = try value(
            """
            SELECT subject
            FROM link
            WHERE token_hash = \(Sodium.digest(token)) AND opens = \(opens.rawValue) AND expires_at > \(now)
                AND NOT EXISTS (SELECT 1 FROM link_withdrawal WHERE link_withdrawal.link = link.token_hash)
            """
        )
        guard let subject else { throw Missing() }
        return subject
    }

    /// Which of our pages a token leads to.
    func kind(of token: String, at now: Date) throws -> Link.Opens {
        let opens: Link.Opens? = try value(
            """
            SELECT opens
            FROM link
            WHERE token_hash = \(Sodium.digest(token)) AND expires_at > \(now)
                AND NOT EXISTS (SELECT 1 FROM link_withdrawal WHERE link_withdrawal.link = link.token_hash)
            """
        )
        guard let opens else { throw Missing() }
        return opens
    }
}

extension Link.Opens: Column {}
