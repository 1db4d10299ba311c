import Foundation
import Kernel

/// GOV.UK Notify, which carries texts and e-mail for public services. What is said here
/// of a message is what Notify says of it; what becomes of it then is for `NotifyPost`.
package struct Notify: Sendable {
    let key: NotifyKey
    let templates: Templates
    let line: NotifyLine

    /// The two templates, each nothing but the words we give it (docs/notify).
    package struct Templates: Sendable {
        let text: UUID
        let email: UUID

        package init(text: UUID, email: UUID) {
            (self.text, self.email) = (text, email)
        }
    }

    package init(key: NotifyKey, templates: Templates, address: WebAddress) {
        self.init(key: key, templates: templates, line: .live(to: address))
    }

    init(key: NotifyKey, templates: Templates, line: NotifyLine) {
        (self.key, self.templates, self.line) = (key, templates, line)
    }

    /// What Notify answers to a message.
    enum Answer: Sendable, Equatable {
        case taken(Key<Notify>)
        /// It may be taken later. Whether it was taken now, nobody can tell if it is in doubt.
        case again(NotifyTrouble, isInDoubt: Bool)
        case never(NotifyTrouble)
    }

    func send(_ message: Message, at now: Date) async -> Answer {
        do {
            let (kind, body) = try ask(message)
            return try await Answer(line.send("POST", "/v2/notifications/\(kind)", key.token(at: now), body))
        } catch {
            return .again(.silent, isInDoubt: true)
        }
    }

    /// What Notify has of a message of ours, by our name for it. There is nothing if it cannot say.
    func found(_ message: Message.ID, at now: Date) async -> [Key<Notify>]? {
        let path = "/v2/notifications?reference=\(message)"
        let answer = try? await line.send("GET", path, key.token(at: now), nil)
        guard let answer, answer.status == 200 else { return nil }
        return try? JSONDecoder().decode(Found.self, from: answer.body).notifications.map { Key($0.id) }
    }

    /// How one stands that Notify has taken, in Notify's own word.
    func status(of id: Key<Notify>, at now: Date) async -> String? {
        let path = "/v2/notifications/\(id.description)"
        let answer = try? await line.send("GET", path, key.token(at: now), nil)
        guard let answer, answer.status == 200 else { return nil }
        return try? JSONDecoder().decode(Standing.self, from: answer.body).status
    }

    private func ask(_ message: Message) throws -> (kind: String, body: Data) {
        let isText = message.channel == .text
        let asked = Asked(
            phone_number: isText ? message.recipient : nil,
            email_address: isText ? nil : message.recipient,
            template_id: (isText ? templates.text : templates.email).uuidString.lowercased(),
            personalisation: isText
                ? ["words": message.body] : ["subject": message.subject, "words": message.body],
            reference: message.id.description
        )
        return try (isText ? "sms" : "email", JSONEncoder().encode(asked))
    }
}

extension Notify {
    // The names are Notify's.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    private struct Asked: Encodable {
        let phone_number: String?
        let email_address: String?
        let template_id: String
        let personalisation: [String: String]
        let reference: String
    }

    private struct Found: Decodable {
        let notifications: [Taken]
    }

    private struct Standing: Decodable {
        let status: String
    }

    fileprivate struct Taken: Decodable {
        let id: UUID
    }

    fileprivate struct Errors: Decodable {
        let errors: [Named]

        struct Named: Decodable {
            let error: String
            let message: String
        }
    }
}

extension Notify.Answer {
    /// What the status and the words with it mean for us. Notify's own words are not kept:
    /// they may repeat a number.
    fileprivate init(_ answer: NotifyLine.Answer) {
        switch answer.status {
        case 201:
            let taken = try? JSONDecoder().decode(Notify.Taken.self, from: answer.body)
            self = taken.map { .taken(Key($0.id)) } ?? .again(.silent, isInDoubt: true)
        case 400:
            let errors = try? JSONDecoder().decode(Notify.Errors.self, from: answer.body).errors
            let words = (errors ?? []).map(\.message).joined(separator: " ").lowercased()
            switch true {
            case words.contains("template"), words.contains("personalisation"):
                self = .again(.template, isInDoubt: false)
            case words.contains("team"), words.contains("trial"): self = .never(.team)
            default: self = .never(.unsendable)
            }
        case 401, 403: self = .again(.key, isInDoubt: false)
        case 404: self = .again(.template, isInDoubt: false)
        case 429: self = .again(.busy, isInDoubt: false)
        case 500...: self = .again(.unwell, isInDoubt: true)
        default: self = .never(.unsendable)
        }
    }
}
