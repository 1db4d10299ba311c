import Belong
import Logging
import ServiceLifecycle
import Store

/// Reading calendars elsewhere again while Belong is served. They are on rounds of their
/// own, so that a slow one holds up neither a worry nor the post.
struct CalendarRounds: Service {
    let store: any Store
    let logger: Logger

    static let pause = Duration.seconds(60)

    func run() async throws {
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            do {
                let watch = BusyWatch(store: store)
                _ = try await cancelWhenGracefulShutdown { try await watch.round() }
            } catch is CancellationError {
                return
            } catch {
                let kind = String(reflecting: type(of: error))
                logger.error("a round was not made", metadata: ["round": "calendars", "kind": "\(kind)"])
            }
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: Self.pause) }
        }
    }
}
