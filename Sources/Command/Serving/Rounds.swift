import Belong
import CoreMetrics
import Kernel
import Logging
import ServiceLifecycle
import Store

/// The rounds that are made while Belong is served: worries that nobody has
/// acknowledged, introductions that nobody has answered, the weekly news, and
/// then the post; once a day what is stale is cleared away. A round that has begun
/// is finished before Belong stops, so that nothing is sent and not written down.
struct Rounds: Service {
    let store: any Store
    let address: WebAddress
    let notify: Notify?
    let carrier: Carrier
    let logger: Logger

    /// How long a message waits for the next round.
    static let pause = Duration.seconds(5)

    /// How many pauses there are from one round of a kind to the next: whoever is
    /// silent or worried about is looked at every quarter of a minute, the weekly
    /// digest is begun within a quarter of an hour.
    private static let watching = 3
    private static let telling = 180
    private static let keeping = 720

    private let waiting = Gauge(label: "belong.outbox.waiting")
    private let givenUp = Gauge(label: "belong.outbox.given_up")

    init(store: any Store, address: WebAddress, notify: Notify?, carrier: Carrier, logger: Logger) {
        self.store = store
        self.address = address
        self.notify = notify
        self.carrier = carrier
        self.logger = logger
    }

    func run() async throws {
        var number = 0
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            await round(number)
            number += 1
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: Self.pause) }
        }
    }

    private func round(_ number: Int) async {
        if number.isMultiple(of: Self.watching) {
            await make("lone visits") { try await LoneVisitWatch(store: store, site: address).round() }
            await make("worries") { try await WorryWatch(store: store, site: address).round() }
            if let notify {
                await make("arrivals") { try await NotifyReading(store: store, notify: notify).round() }
            }
            await make("introductions") { try await IntroductionWatch(store: store, site: address).round() }
        }
        if number.isMultiple(of: Self.telling) {
            await make("digests") { try await Digest(store: store, site: address).round() }
            await make("hand-overs") { try await HandOverWatch(store: store).round() }
            await make("rooms") { try await RoomWatch(store: store, site: address).round() }
        }
        if number.isMultiple(of: Self.keeping) {
            await make("clearing") { try await Clearing(store: store).round() }
            await make("heads") { try await tellHeads() }
        }
        await make("post") { try await Postman(store: store, carrier: carrier).round() }
        await make("standing") {
            let standing = try await OutboxStanding(of: store)
            waiting.record(standing.waiting)
            givenUp.record(standing.givenUp)
            return 0
        }
    }

    /// How far the log of looks and changes has come, to be found where this log is
    /// kept: whoever writes that log anew cannot write this one.
    private func tellHeads() async throws -> Int {
        let heads = try await LogHead.all(in: store)
        if !heads.isEmpty {
            logger.notice("how far the audit log has come", metadata: ["heads": "\(heads.line)"])
        }
        return heads.count
    }

    /// One that fails does not keep the others from being made.
    private func make(_ name: String, _ round: () async throws -> Int) async {
        do {
            _ = try await round()
        } catch {
            let kind = String(reflecting: type(of: error))
            logger.error("a round was not made", metadata: ["round": "\(name)", "kind": "\(kind)"])
        }
    }
}
