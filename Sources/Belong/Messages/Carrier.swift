import Kernel

/// What takes a message out of the building: a text or mail service, or a person
/// with a printer.
package struct Carrier: Sendable {
    let deliver: @Sendable (Message) async throws -> Outcome

    /// What became of a message.
    enum Outcome: Sendable, Equatable {
        case sent
        /// Kept here: no channel is set up.
        case withheld
        case failed(reason: String)
        /// Nobody will ever take it as it is.
        case refused(reason: String)

        var word: String {
            switch self {
            case .sent: "sent"
            case .withheld: "withheld"
            case .failed: "failed"
            case .refused: "given_up"
            }
        }

        var reason: String {
            switch self {
            case .sent, .withheld: ""
            case .failed(let reason), .refused(let reason): reason
            }
        }

        var isFailure: Bool { word == "failed" }
    }

    /// Without a text or mail service nothing leaves; an administrator gives out what was kept, to be printed.
    package static let here = Carrier { _ in .withheld }

    /// In a demonstration everyone reads at `/outbox` what was sent to them: it has arrived there.
    package static let outbox = Carrier { _ in .sent }

    func outcome(of message: Message) async -> Outcome {
        do {
            return try await deliver(message)
        } catch {
            return .failed(reason: "\(type(of: error))")
        }
    }
}
