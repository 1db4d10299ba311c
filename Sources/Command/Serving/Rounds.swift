import Belong
import CoreMetrics
import Logging
import ServiceLifecycle
import Store

/// The postman's rounds while Belong is served. A round that has begun is
/// finished before Belong stops, so that nothing is sent and not written down.
struct Rounds: Service {
    let store: any Store
    let carrier: Carrier
    let logger: Logger

    /// How long a message waits for the next round.
    static let pause = Duration.seconds(5)

    private let waiting = Gauge(label: "belong.outbox.waiting")
    private let givenUp = Gauge(label: "belong.outbox.given_up")

    init(store: any Store, carrier: Carrier, logger: Logger) {
        self.store = store
        self.carrier = carrier
        self.logger = logger
    }

    func run() async throws {
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            await round()
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: Self.pause) }
        }
    }

    private func round() async {
        do {
            try await Postman(store: store, carrier: carrier).round()
            let standing = try await OutboxStanding(of: store)
            waiting.record(standing.waiting)
            givenUp.record(standing.givenUp)
        } catch {
            logger.error("no round was made", metadata: ["kind": "\(String(reflecting: type(of: error)))"])
        }
    }
}
