import NIOCore
import NIOPosix
import NIOSSL

/// The line to a mail server: lines out, replies in, and TLS drawn over it when it is asked for.
struct MailWire: Sendable {
    private let channel: any Channel
    private let replies: NIOLoopBound<MailReplies>
    private let deadline: Scheduled<Void>

    /// For one message in all: twenty of them are done before another node may take them on.
    static let longest = TimeAmount.seconds(28)

    static func open(to server: MailServer) async throws -> MailWire {
        // Whoever hears the replies is known from the beginning: a line that is refused at once is gone
        // before one could look for them.
        let (channel, replies) = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(.seconds(10))
            .connect(host: server.host, port: server.port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    if server.safety == .tls {
                        try channel.pipeline.syncOperations.addHandler(NIOSSLClientHandler(to: server))
                    }
                    let replies = MailReplies()
                    try channel.pipeline.syncOperations.addHandler(replies)
                    return (channel, NIOLoopBound(replies, eventLoop: channel.eventLoop))
                }
            }
        let deadline = channel.eventLoop.scheduleTask(in: longest) { channel.close(promise: nil) }
        return MailWire(channel: channel, replies: replies, deadline: deadline)
    }

    func say(_ line: String) async throws {
        try await say(whole: "\(line)\r\n")
    }

    /// Where the line is gone by now, the first reason it went is the one that is told.
    func say(whole text: String) async throws {
        do {
            try await channel.writeAndFlush(ByteBuffer(string: text)).get()
        } catch {
            let trouble = try await channel.eventLoop.submit { [replies] in replies.value.trouble }.get()
            throw trouble ?? error
        }
    }

    func hear() async throws -> MailReply {
        try await channel.eventLoop.flatSubmit { [channel, replies] in
            replies.value.next(on: channel.eventLoop)
        }.get()
    }

    /// Whatever came in the open after the server agreed was slipped in by somebody else.
    func shelter(for server: MailServer) async throws {
        try await channel.eventLoop.submit { [channel, replies] in
            guard replies.value.isQuiet else { throw MailTrouble.strange }
            try channel.pipeline.syncOperations.addHandler(
                NIOSSLClientHandler(to: server),
                position: .first
            )
        }.get()
    }

    func end() async {
        deadline.cancel()
        try? await channel.close()
    }
}

extension NIOSSLClientHandler {
    fileprivate convenience init(to server: MailServer) throws {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        configuration.trustRoots = server.trust
        let isNumber = (try? SocketAddress(ipAddress: server.host, port: server.port)) != nil
        try self.init(
            context: NIOSSLContext(configuration: configuration),
            serverHostname: isNumber ? nil : server.host
        )
    }
}

/// Puts what comes in together to replies, each given to whoever waits for it. Lives on its
/// channel's loop.
final class MailReplies: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private var bytes = ByteBuffer()
    private var lines: [MailReply.Line] = []
    private var heard: [MailReply] = []
    private var waiting: EventLoopPromise<MailReply>?
    private(set) var trouble: MailTrouble?

    /// No server needs more for one line, or more lines for one reply.
    private static let longestLine = 4_096
    private static let mostLines = 100

    var isQuiet: Bool { bytes.readableBytes == 0 && lines.isEmpty && heard.isEmpty }

    func next(on loop: any EventLoop) -> EventLoopFuture<MailReply> {
        if !heard.isEmpty { return loop.makeSucceededFuture(heard.removeFirst()) }
        if let trouble { return loop.makeFailedFuture(trouble) }
        let promise = loop.makePromise(of: MailReply.self)
        waiting = promise
        return promise.futureResult
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var more = unwrapInboundIn(data)
        bytes.writeBuffer(&more)
        while let end = bytes.readableBytesView.firstIndex(of: UInt8(ascii: "\n")) {
            let text = bytes.readString(length: end - bytes.readerIndex) ?? ""
            bytes.moveReaderIndex(forwardBy: 1)
            guard let line = MailReply.Line(text.filter { $0 != "\r" }), lines.count < Self.mostLines else {
                return stop(.strange, context)
            }
            lines.append(line)
            if line.isLast { take(line.code) }
        }
        bytes.discardReadBytes()
        if bytes.readableBytes > Self.longestLine { stop(.strange, context) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        stop(.silent, context)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        let isAboutTLS =
            error is NIOSSLError && error as? NIOSSLError != .uncleanShutdown
            || error is NIOSSLExtraError || error is BoringSSLError
        stop(isAboutTLS ? .certificate : .silent, context)
    }

    private func take(_ code: Int) {
        let reply = MailReply(code: code, lines: lines.map(\.words))
        lines = []
        guard let waiting else { return heard.append(reply) }
        self.waiting = nil
        waiting.succeed(reply)
    }

    private func stop(_ trouble: MailTrouble, _ context: ChannelHandlerContext) {
        if self.trouble == nil { self.trouble = trouble }
        waiting?.fail(trouble)
        waiting = nil
        context.close(promise: nil)
    }
}
