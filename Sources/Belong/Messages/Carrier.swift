import Kernel

/// What takes a message out of the building: a text or mail service, or a person
/// with a printer.
package struct Carrier: Sendable {
    let deliver: @Sendable (Message) async throws -> Outcome

    /// What became of a message.
    enum Outcome: Sendable, Equatable {
        case sent
        /// Kept here to be read at `/outbox`: no channel is set up.
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

    /// Without a text or mail service every message waits at `/outbox`, so that
    /// the whole loop can be played on one machine.
    package static let here = Carrier { _ in .withheld }

    func outcome(of message: Message) async -> Outcome {
        do {
            return try await deliver(message)
        } catch {
            return .failed(reason: "\(type(of: error))")
        }
    }
}
