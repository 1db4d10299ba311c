import Foundation
import Kernel
import Synchronization
import Testing

@testable import Belong

/// Notify as these tests have it answer.
final class FarSide: Sendable {
    static let text = "A1B2C3D4-0000-4000-8000-000000000001"

    struct Asked: Sendable {
        let path: String
        let body: String
    }

    private struct State {
        var asked: [Asked] = []
        var answers: [NotifyLine.Answer?] = []
        var has = false
        var status = "sending"
    }

    private let state = Mutex(State())

    var asked: [Asked] { state.withLock { $0.asked } }

    /// What it answers to what it is given, in turn; nothing is no answer at all. Then it takes all.
    var answers: [NotifyLine.Answer?] {
        get { state.withLock { $0.answers } }
        set { state.withLock { $0.answers = newValue } }
    }

    /// Whether it has what it was given and did not answer to.
    var has: Bool {
        get { state.withLock { $0.has } }
        set { state.withLock { $0.has = newValue } }
    }

    var status: String {
        get { state.withLock { $0.status } }
        set { state.withLock { $0.status = newValue } }
    }

    private struct Silence: Error {}

    var notify: Notify {
        get throws {
            let key = try #require(
                NotifyKey("local-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0")
            )
            let templates = try Notify.Templates(
                text: #require(UUID(uuidString: Self.text)),
                email: UUID()
            )
            let line = NotifyLine { method, path, _, body in
                let words = String(decoding: body ?? Data(), as: UTF8.self)
                return try self.answer(method, path, words)
            }
            return Notify(key: key, templates: templates, line: line)
        }
    }

    private func answer(_ method: String, _ path: String, _ body: String) throws -> NotifyLine.Answer {
        try state.withLock { state in
            state.asked.append(Asked(path: "\(method) \(path)", body: body))
            guard method == "POST" else {
                let had = state.has ? #"{"id":"\#(UUID().uuidString)"}"# : ""
                let words =
                    path.contains("reference")
                    ? #"{"notifications":[\#(had)]}"# : #"{"status":"\#(state.status)"}"#
                return NotifyLine.Answer(status: 200, body: Data(words.utf8))
            }
            let taken = NotifyLine.Answer(status: 201, body: Data(#"{"id":"\#(UUID().uuidString)"}"#.utf8))
            guard !state.answers.isEmpty else { return taken }
            guard let answer = state.answers.removeFirst() else { throw Silence() }
            return answer
        }
    }
}

extension NotifyLine.Answer {
    init(status: Int, saying words: String) {
        let errors = #"{"status_code":\#(status),"errors":[{"error":"Error","message":"\#(words)"}]}"#
        self.init(status: status, body: Data(errors.utf8))
    }
}
