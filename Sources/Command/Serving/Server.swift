import Belong
import Foundation
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Store
import UnixSignals

/// Everything that runs while Belong is served: the site, the postman's rounds,
/// and the numbers on a port of their own.
struct Server: Sendable {
    let settings: Settings
    let store: any Store
    let counts: Prometheus

    private let logger = Logger(label: "belong")

    init(settings: Settings, store: any Store, counts: Prometheus) {
        self.settings = settings
        self.store = store
        self.counts = counts
    }

    /// What whoever runs this must know before anybody relies on a message.
    static let noCarrier =
        "no text or mail service is set up, so nothing is sent; administrators see at /post what was kept here"

    /// Returns when a signal has asked for it and every request under way is answered.
    func run() async throws {
        if settings.post == nil, !settings.isDemo { logger.warning("\(Self.noCarrier)") }
        let metrics: [any Service] = settings.metrics.map { [page(of: counts, at: $0)] } ?? []
        var configuration = ServiceGroupConfiguration(
            services: metrics + [rounds, CalendarRounds(store: store, logger: logger), site()],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: Logger(label: "belong.services") { _ in SwiftLogNoOpLogHandler() }
        )
        configuration.maximumGracefulShutdownDuration = .seconds(30)
        do {
            try await ServiceGroup(configuration: configuration).run()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw Stop(
                "Something listens at \(places) already. Choose another place with --listen and --metrics."
            )
        } catch let error as IOError where error.errnoCode == EACCES || error.errnoCode == EADDRNOTAVAIL {
            throw Stop(
                "This account may not listen at \(places). Choose another place with --listen and --metrics."
            )
        }
        logger.notice("stopped")
    }

    private var rounds: Rounds {
        Rounds(
            store: store,
            address: settings.address,
            notify: settings.notify,
            carrier: settings.carrier(store),
            logger: logger
        )
    }

    private var places: String {
        [settings.listen, settings.metrics].compactMap(\.self).map { "\($0.host):\($0.port)" }
            .joined(separator: " or ")
    }

    private func site() -> some ApplicationProtocol {
        let site = Site(
            store: store,
            address: settings.address,
            isDemo: settings.isDemo,
            proxies: settings.trustedProxies,
            callbackToken: settings.callbackToken
        )
        return Application(
            router: site.router(),
            server: .http1(configuration: .init(idleTimeout: .seconds(60))),
            configuration: settings.listen.configuration,
            onServerRunning: { [settings, logger] channel in
                logger.notice("started")
                say("Belong is at \(settings.address), listening at \(channel.name).")
            },
            logger: logger
        )
    }

    private func page(of counts: Prometheus, at endpoint: Settings.Endpoint) -> some ApplicationProtocol {
        let router = Router()
        router.get("/metrics") { _, _ in
            Response(
                status: .ok,
                headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                body: .init(byteBuffer: ByteBuffer(string: counts.text + Footprint.text))
            )
        }
        return Application(
            router: router,
            configuration: endpoint.configuration,
            onServerRunning: { channel in say("Its metrics are at http://\(channel.name)/metrics.") },
            logger: logger
        )
    }
}

extension Settings.Endpoint {
    fileprivate var configuration: ApplicationConfiguration {
        ApplicationConfiguration(address: .hostname(host, port: port))
    }
}

extension Channel {
    /// Where it listens, with the port that was found if any would do.
    fileprivate var name: String {
        guard let address = localAddress, let host = address.ipAddress else { return "an unnamed place" }
        return "\(host.contains(":") ? "[\(host)]" : host):\(address.port ?? 0)"
    }
}
