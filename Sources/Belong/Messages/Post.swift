import Foundation
import Kernel
import Store

/// What did not leave the building, for administrators of a practice or of its
/// network: to whom, by what, why not. Never the words, and nobody's whole name.
struct Post: Sendable {
    let store: any Store
    let member: Member

    /// One message that waits, was withheld or was given up.
    struct Unsent: Sendable {
        let id: Message.ID
        let channel: Message.Channel
        let to: String
        let madeAt: Date
        let standing: Standing
        /// Whether it is for the person themselves, so that it can be printed for them.
        let isForPerson: Bool
        let isToBePrinted: Bool
    }

    enum Standing: Sendable, Equatable {
        case waiting
        case tried
        case withheld
        case unsafe
        case givenUp
        /// A letter, which nobody but a person with a printer carries.
        case letter
        /// It cannot go as it is, or did not arrive.
        case refused(because: String)

        var sentence: String {
            switch self {
            case .waiting: "on its way"
            case .tried: "not taken yet, will be tried again"
            case .withheld: "kept here: no text or mail service is set up"
            case .unsafe: "stopped: nowhere is safe for them any more"
            case .givenUp: "given up: nobody took it in a day"
            case .letter: "a letter: to be printed"
            case .refused(let because): because
            }
        }

        /// Whether a person must act.
        var isStuck: Bool { self != .waiting && self != .tried }
    }

    enum Refused: Refusal {
        case onItsWay
        case notForAPerson
        case toBePrinted

        var sentence: String {
            switch self {
            case .onItsWay: "This is on its way, or has gone. See how it stands now."
            case .notForAPerson:
                "Only words for the person themselves can be printed. Ring the group or the colleague."
            case .toBePrinted: "The link worker has this to print already."
            }
        }
    }

    func unsent(at now: Date = .now) async throws -> [Unsent] {
        try mustBeAdministrator()
        let mine = mine
        try await store.look(at: NameList.Post.self, of: member.id, at: now)
        return try await store.read { try $0.all(Unsent.all(mine, at: now)) }
    }

    /// How many cannot go by themselves.
    func stuck(at now: Date = .now) async throws -> Int {
        let mine = mine
        let unsent: [Unsent] = try await store.read { try $0.all(Unsent.all(mine, at: now)) }
        return unsent.count { $0.standing.isStuck && !$0.isToBePrinted }
    }

    /// Puts it into the outbox again. Where it is safe is asked anew when it is carried.
    func retry(_ id: Message.ID, at now: Date = .now) async throws {
        let me = member.id
        try await change(id, at: now) { work, message in
            guard !message.isToBePrinted else { throw Refused.toBePrinted }
            try work.run(
                "INSERT INTO message_retry (message, asked_at, asked_by) VALUES (\(id), \(now), \(me))"
            )
            try work.run("INSERT INTO outbox (message, due_at) VALUES (\(id), \(now))")
        }
    }

    /// Gives it to the link worker to print.
    func print(_ id: Message.ID, at now: Date = .now) async throws {
        let me = member.id
        try await change(id, at: now) { work, message in
            guard message.isForPerson else { throw Refused.notForAPerson }
            guard !message.isToBePrinted else { throw Refused.toBePrinted }
            try work.run(
                "INSERT INTO message_printing (message, asked_at, asked_by) VALUES (\(id), \(now), \(me))"
            )
        }
    }

    private func change(
        _ id: Message.ID,
        at now: Date,
        _ body: @escaping @Sendable (any Writer, Unsent) throws -> Void
    ) async throws {
        try mustBeAdministrator()
        let (me, mine) = (member.id, mine)
        try await store.write { work in
            _ = try work.rows("SELECT id FROM message WHERE id = \(id) \(work.dialect.forUpdate)")
            guard try work.has("SELECT message.id FROM \(Unsent.tables) WHERE message.id = \(id) AND \(mine)")
            else { throw Missing() }
            let found: Unsent? = try work.first(Unsent.all("message.id = \(id)", at: now))
            guard let found, found.standing.isStuck else { throw Refused.onItsWay }
            try body(work, found)
            let person: Person.ID?? = try work.value("SELECT person FROM message WHERE id = \(id)")
            try work.log(.changed, id, about: person.flatMap(\.self), by: me, at: now)
        }
    }

    private func mustBeAdministrator() throws {
        guard member.isA(.administrator) else { throw Missing() }
    }

    /// About a person of theirs, or to a colleague of theirs.
    private var mine: SQL {
        let places = member.organisations(as: .administrator)
        let ours: SQL = """
            SELECT id FROM organisation AS ours
            WHERE ours.id IN (\(each: places)) OR ours.network IN (\(each: places))
            """
        return """
            (person.practice IN (\(ours)) OR (message.person IS NULL AND EXISTS (
                SELECT 1 FROM membership
                WHERE membership.member = addressee.id AND membership.organisation IN (\(ours)))))
            """
    }
}
