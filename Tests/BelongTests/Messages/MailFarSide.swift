import Kernel
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

@testable import Belong

/// A mail server that answers what a test says, and keeps what it heard.
final class MailFarSide: Sendable {
    private let state = Mutex(State())

    private struct State {
        var answers: [String: [String]] = [:]
        var heard: [String] = []
        var mails: [String] = []
    }

    /// Hangs up instead of answering.
    static let hangsUp = "hang up"

    /// What it says to a word the next times, before it says what such servers say.
    func says(_ answers: String..., to word: String) {
        state.withLock { $0.answers[word, default: []] += answers }
    }

    var heard: [String] { state.withLock(\.heard) }
    var mails: [String] { state.withLock(\.mails) }

    func begin() async throws -> Int {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(ChannelOptions.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(MailEar(self))
                }
            }
            .bind(host: "127.0.0.1", port: 0)
            .get()
        return channel.localAddress?.port ?? 0
    }

    /// What such a server says to a line, and whether a letter follows.
    fileprivate func answer(_ line: String) -> String {
        state.withLock { state in
            let word = line == "." ? "." : String(line.prefix { $0 != " " && $0 != ":" })
            if word != "" { state.heard.append(line) }
            if let next = state.answers[word]?.first {
                state.answers[word]?.removeFirst()
                return next
            }
            return switch word {
            case "": "220 far.example.org"
            case "EHLO": "250-far.example.org\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN"
            case "STARTTLS": "220 Go on"
            case "AUTH": "235 Welcome"
            case "DATA": "354 Go on"
            case "QUIT": "221 Goodbye"
            default: "250 OK"
            }
        }
    }

    fileprivate func keep(_ mail: String) {
        state.withLock { $0.mails.append(mail) }
    }
}

/// One connection of it.
private final class MailEar: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let side: MailFarSide
    private var bytes = ByteBuffer()
    private var mail: String?

    init(_ side: MailFarSide) { self.side = side }

    func channelActive(context: ChannelHandlerContext) {
        tell(side.answer(""), context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var more = unwrapInboundIn(data)
        bytes.writeBuffer(&more)
        while let end = bytes.readableBytesView.firstIndex(of: UInt8(ascii: "\n")) {
            let text = bytes.readString(length: end - bytes.readerIndex) ?? ""
            bytes.moveReaderIndex(forwardBy: 1)
            hear(String(text.filter { $0 != "\r" }), context)
        }
    }

    private func hear(_ line: String, _ context: ChannelHandlerContext) {
        if let begun = mail, line != "." {
            mail = "\(begun)\(line)\n"
            return
        }
        if let mail { side.keep(mail) }
        mail = nil
        let answer = side.answer(line)
        tell(answer, context)
        if line == "DATA", answer.hasPrefix("354") { mail = "" }
        if line == "STARTTLS", answer.hasPrefix("220"), let tls = try? MailCertificate.server,
            let sheltered = try? NIOSSLContext(configuration: tls)
        {
            let handler = NIOSSLServerHandler(context: sheltered)
            try? context.pipeline.syncOperations.addHandler(handler, position: .first)
        }
    }

    private func tell(_ answer: String, _ context: ChannelHandlerContext) {
        guard answer != MailFarSide.hangsUp else { return context.close(promise: nil) }
        let buffer = ByteBuffer(string: "\(answer)\r\n")
        context.writeAndFlush(NIOAny(buffer), promise: nil)
    }
}
