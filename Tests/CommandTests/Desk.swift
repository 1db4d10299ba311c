import AsyncHTTPClient
import Foundation
import Kernel
import NIOCore
import NIOHTTP1
import Store

/// Somebody who has signed in and writes about themselves.
struct Desk: Sendable {
    let client: HTTPClient
    let origin: String
    private let cookie: String
    private let formToken: String

    static let client = HTTPClient(
        configuration: {
            var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
            configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
            configuration.connectionPool.retryConnectionEstablishment = false
            return configuration
        }()
    )

    init(_ origin: String, as email: String, client: HTTPClient = Desk.client) async throws {
        self.client = client
        self.origin = origin
        let entered = try await Self.send(
            client,
            "\(origin)/signing-in",
            form: ["email": email, "password": Served.password]
        )
        guard let cookie = entered.headers["Set-Cookie"].first?.split(separator: ";").first else {
            throw NeverCame()
        }
        self.cookie = String(cookie)
        let page = try await Self.send(client, "\(origin)/me", cookie: self.cookie).body.collect(
            upTo: 1 << 20
        )
        guard let token = String(buffer: page).firstMatch(of: /name="formToken" value="([^"]+)"/) else {
            throw NeverCame()
        }
        formToken = String(token.1)
    }

    /// Sends what they bring; gives back how it was answered.
    func writes(
        _ words: String,
        once submission: Submission.ID = Submission.ID()
    ) async throws -> (status: UInt, page: String) {
        let answer = try await Self.send(
            client,
            "\(origin)/me/profile",
            cookie: cookie,
            form: [
                "formToken": formToken, "nonce": submission.description, "brings": words, "languages": "",
                "phone": "",
            ]
        )
        return try await (answer.status.code, String(buffer: answer.body.collect(upTo: 1 << 20)))
    }

    static func send(
        _ client: HTTPClient = Desk.client,
        _ address: String,
        cookie: String? = nil,
        form: [String: String]? = nil
    ) async throws -> HTTPClientResponse {
        var request = HTTPClientRequest(url: address)
        if let cookie { request.headers.add(name: "Cookie", value: cookie) }
        if let form {
            request.method = .POST
            request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
            request.body = .bytes(ByteBuffer(string: encoded(form)))
        }
        return try await client.execute(request, timeout: .seconds(60))
    }

    static func read(_ address: String) async throws -> (status: UInt, text: String) {
        let answer = try await send(client, address)
        return try await (answer.status.code, String(buffer: answer.body.collect(upTo: 1 << 20)))
    }

    private static func encoded(_ form: [String: String]) -> String {
        let plain = CharacterSet.alphanumerics
        return form.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: plain) ?? "")"
        }
        .joined(separator: "&")
    }
}
