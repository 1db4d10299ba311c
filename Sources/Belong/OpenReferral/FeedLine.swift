import AsyncHTTPClient
import Foundation
import Kernel
import NIOCore
import NIOHTTP1

/// Fetches pages from outside, carefully: only from public addresses unless told
/// otherwise, only so long, only so much, and only where it was sent.
actor FeedLine {
    private let allowPrivate: Bool
    private let onlySecure: Bool
    private let mostBytes: Int
    private let kind: String
    private var clients: [String: HTTPClient] = [:]
    private let mostRedirects = 3

    enum Answer: Sendable {
        case found(Data)
        case missing
    }

    /// - Parameters:
    ///   - onlySecure: whether nothing but https is followed.
    ///   - kind: what is asked for, by its media type.
    init(
        allowPrivate: Bool,
        onlySecure: Bool = false,
        mostBytes: Int = 32 * 1024 * 1024,
        kind: String = "application/json"
    ) {
        self.allowPrivate = allowPrivate
        self.onlySecure = onlySecure
        self.mostBytes = mostBytes
        self.kind = kind
    }

    /// - Parameter what: what is being asked for, to say if it does not come.
    func get(_ address: URL, for what: String) async throws -> Answer {
        var address = address
        for _ in 0...mostRedirects {
            let response = try await send(address, what)
            switch response.status.code {
            case 200: return .found(try await body(of: response, what))
            case 404, 410: return .missing
            case 301, 302, 303, 307, 308:
                guard
                    let next = response.headers.first(name: "Location").flatMap({
                        URL(string: $0, relativeTo: address)
                    })
                else { throw UnreadableSource("The feed sent us on from \(what), and did not say where to.") }
                address = next.absoluteURL
            case let code: throw UnreadableSource("The feed stopped at \(what): it answered \(code).")
            }
        }
        throw UnreadableSource("The feed sent us on from \(what) more than \(mostRedirects) times.")
    }

    func hangUp() async {
        for client in clients.values { try? await client.shutdown() }
        clients = [:]
    }

    private func send(_ address: URL, _ what: String) async throws -> HTTPClientResponse {
        let schemes = onlySecure ? ["https"] : ["http", "https"]
        guard schemes.contains(address.scheme?.lowercased() ?? ""), let host = address.host() else {
            throw UnreadableSource("The feed sent us on from \(what) to an address we do not follow.")
        }
        let client = try await client(for: host, port: address.port)
        var request = HTTPClientRequest(url: address.absoluteString)
        request.headers = ["Accept": kind, "User-Agent": "Belong"]
        do {
            return try await client.execute(request, timeout: .seconds(60))
        } catch {
            throw UnreadableSource("The feed stopped at \(what): it did not answer.")
        }
    }

    private func body(of response: HTTPClientResponse, _ what: String) async throws -> Data {
        do {
            return try await Data(response.body.collect(upTo: mostBytes).readableBytesView)
        } catch is NIOTooManyBytesError {
            throw UnreadableSource("The feed gave more than \(mostBytes / 1_048_576) megabytes for \(what).")
        } catch {
            throw UnreadableSource("The feed stopped in the middle of \(what).")
        }
    }

    /// One client for each host, tied to the address that was looked at, so that a
    /// name cannot lead somewhere else the second time.
    private func client(for host: String, port: Int?) async throws -> HTTPClient {
        if let client = clients[host] { return client }
        let (found, isPublic) = try await PublicAddress.look(up: host, port: port ?? 443)
        guard isPublic || allowPrivate else {
            throw UnreadableSource(
                "\(host) lies inside this network. If that is meant, allow private addresses."
            )
        }
        if let client = clients[host] { return client }
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(10), read: .seconds(30))
        )
        configuration.dnsOverride = [host: found]
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        clients[host] = client
        return client
    }
}
