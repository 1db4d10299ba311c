import AsyncHTTPClient
import Foundation
import Kernel
import NIOCore
import NIOHTTP1

/// The line to Notify: one question, one answer.
struct NotifyLine: Sendable {
    let send:
        @Sendable (_ method: String, _ path: String, _ token: String, _ body: Data?) async throws -> Answer

    struct Answer: Sendable {
        let status: Int
        let body: Data
    }

    static func live(to address: WebAddress) -> NotifyLine {
        NotifyLine { method, path, token, body in
            var request = HTTPClientRequest(url: "\(address)\(path)")
            request.method = HTTPMethod(rawValue: method)
            request.headers = [
                "Authorization": "Bearer \(token)", "Content-Type": "application/json",
                "User-Agent": "Belong",
            ]
            if let body { request.body = .bytes(ByteBuffer(bytes: body)) }
            let response = try await HTTPClient.shared.execute(request, timeout: .seconds(20))
            let bytes = try await response.body.collect(upTo: 1_048_576)
            return Answer(status: Int(response.status.code), body: Data(bytes.readableBytesView))
        }
    }
}
