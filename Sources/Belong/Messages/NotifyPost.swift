import Foundation
import Kernel
import Store

/// Gives our messages to Notify, each once. Before one is given a line is kept that it may
/// be on its way; if we hear nothing, or stop just then, Notify is asked by our own name for
/// the message, before it is given again.
struct NotifyPost: Sendable {
    let notify: Notify
    let store: any Store

    func carry(_ message: Message, at now: Date) async throws -> Carrier.Outcome {
        // Letters are printed here.
        guard message.channel != .letter else { return .withheld }
        if try await isInDoubt(message.id) {
            guard let found = await notify.found(message.id, at: now) else {
                return .failed(reason: NotifyTrouble.silent.rawValue)
            }
            if let taken = try await new(among: found) {
                try await take(message.id, as: taken, at: now)
                return .sent
            }
        }
        try await store.write { work in
            try work.run(
                """
                INSERT INTO notify_doubt (message, since)
                VALUES (\(message.id), \(now))
                ON CONFLICT (message) DO NOTHING
                """
            )
        }
        switch await notify.send(message, at: now) {
        case .taken(let id):
            try await take(message.id, as: id, at: now)
            return .sent
        case .again(let trouble, let isInDoubt):
            if !isInDoubt { try await settle(message.id) }
            return .failed(reason: trouble.rawValue)
        case .never(let trouble):
            try await settle(message.id)
            return .refused(reason: trouble.rawValue)
        }
    }

    private func isInDoubt(_ message: Message.ID) async throws -> Bool {
        try await store.read { try $0.has("SELECT message FROM notify_doubt WHERE message = \(message)") }
    }

    /// One that we have not heard of: an earlier try that somebody asked to be made again is none.
    private func new(among found: [Key<Notify>]) async throws -> Key<Notify>? {
        try await store.read { view in
            try found.first { try !view.has("SELECT 1 FROM notify_taken WHERE notification = \($0)") }
        }
    }

    private func take(_ message: Message.ID, as id: Key<Notify>, at now: Date) async throws {
        try await store.write { work in
            try work.run(
                """
                INSERT INTO notify_taken (notification, message, taken_at, asked_at)
                VALUES (\(id), \(message), \(now), \(now))
                ON CONFLICT (notification) DO NOTHING
                """
            )
            try work.run("DELETE FROM notify_doubt WHERE message = \(message)")
        }
    }

    private func settle(_ message: Message.ID) async throws {
        try await store.write { try $0.run("DELETE FROM notify_doubt WHERE message = \(message)") }
    }
}

extension Carrier {
    /// Texts and e-mail by GOV.UK Notify.
    package static func notify(_ notify: Notify, store: any Store) -> Carrier {
        Carrier { try await NotifyPost(notify: notify, store: store).carry($0, at: .now) }
    }
}
