import Foundation
import Kernel
import Store
import Testing

@testable import Belong

/// Groups of the neighbourhood, and people being introduced to them.
extension Neighbourhood {
    /// A group that runs, unless said otherwise.
    func group(
        _ name: String = "Tuesday lunch",
        email: String? = "lunch@example.org",
        phone: String? = nil,
        status: String = "active"
    ) async throws -> Activity.ID {
        let (feed, provider, id) = (Key<Listing>(), Key<Provider>(), Activity.ID())
        let now = Self.now
        try await store.write { work in
            let number: Int = try work.value("SELECT COALESCE(MAX(number), 0) + 1 FROM activity") ?? 1
            try work.run(
                "INSERT INTO feed (id, address, first_read_at) VALUES (\(feed), \("\(feed)"), \(now))"
            )
            try work.run(
                """
                INSERT INTO provider (id, source_key, name, read_at)
                VALUES (\(provider), \("\(provider)"), \("\(name) friends"), \(now))
                """
            )
            try work.run(
                """
                INSERT INTO activity (id, number, provider, feed, source_key, digest, name, description, email,
                    phone, status, first_read_at, changed_at)
                VALUES (\(id), \(number), \(provider), \(feed), \("\(id)"), '', \(name), '', \(email),
                    \(phone.flatMap { PhoneNumber($0) }), \(status), \(now), \(now))
                """
            )
        }
        return id
    }

    func says(_ state: Capacity.State, _ activity: Activity.ID) async throws {
        let said = CapacitySaid(state: state, wait: nil, by: nil)
        try await store.write { try $0.note(said, of: activity, from: nil, at: Self.now) }
    }

    /// St Mark's welcomes for this group, and so does Walter.
    func letWalterWelcome(_ activity: Activity.ID) async throws {
        let club = lunchClub.id
        try await store.write { work in
            let provider: Key<Provider>? = try work.value(
                "SELECT provider FROM activity WHERE id = \(activity)"
            )
            if let provider { try work.welcome(club, for: provider, at: Self.now) }
        }
    }

    func introducing(by member: Member? = nil) throws -> Introducing {
        try Introducing(
            store: store,
            member: member ?? amara,
            site: #require(WebAddress("http://localhost:8080"))
        )
    }

    func introductions(of member: Member? = nil) throws -> Introductions {
        try Introductions(
            store: store,
            member: member ?? amara,
            site: #require(WebAddress("http://localhost:8080"))
        )
    }

    static func form(_ activity: Activity.ID, _ parts: String...) -> IntroductionForm {
        IntroductionForm(
            activity: activity.description,
            part: parts,
            hope: "To eat with others again",
            reach: "text",
            companion: "",
            safety: "Her son must not hear of it",
            way: "message",
            agreed: "phone"
        )
    }

    /// Amara reads it out, Jean says yes, and it goes.
    @discardableResult
    func introduces(
        _ open: Case.ID,
        to activity: Activity.ID,
        by way: Introduction.Way = .message,
        at now: Date = .now
    ) async throws -> Introduction.ID {
        var form = Self.form(activity, "name", "hope")
        form.way = way.rawValue
        form.heard = try await introducing().word(form, of: open).wording.text
        return try await introducing().introduce(form, of: open, at: now)
    }

    /// The token of the link that was written last, or last under this subject.
    func lastToken(in subject: String? = nil) async throws -> String {
        let body: String? = try await store.read {
            try $0.value(
                """
                SELECT body FROM message
                WHERE subject = COALESCE(\(subject), subject)
                ORDER BY made_at DESC, id DESC LIMIT 1
                """
            )
        }
        let found = try #require(body?.firstMatch(of: /\/l\/([0-9a-f]{64})/))
        return String(found.output.1)
    }

    func lastMessage() async throws -> String {
        let body: String? = try await store.read {
            try $0.value("SELECT body FROM message ORDER BY made_at DESC, id DESC LIMIT 1")
        }
        return try #require(body)
    }
}
