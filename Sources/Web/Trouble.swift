import Hummingbird
import Kernel
import Logging
import Store

/// Why something could not be done, as a person reads it.
struct Trouble {
    let title: String
    let status: HTTPResponse.Status
    /// What more there is to say of why.
    var reasons: [String] = []
    /// What to do, where nothing was typed.
    var advice = ""
    /// Whether it is of use to send the same form again, put right or later.
    var mayGoAgain = true

    init(_ error: any Error, _ context: Context) {
        switch error {
        case let refusal as any Refusal:
            title = refusal.sentence
            status = .conflict
            advice = "Nothing was lost. Go back to see how things stand now."
            mayGoAgain = !refusal.isFinal
        case let problems as Problems:
            title = "\(problems.list.count.counted("thing")) to put right"
            status = .unprocessableContent
            reasons = problems.list.map { "\($0.sentence)." }
            advice = "Go back and send it again."
        case is Conflict:
            title = "Somebody changed this in the same moment"
            status = .conflict
            reasons = ["Theirs was kept, and nothing of yours."]
            advice = "Go back, see how it stands, and send it again if it is still needed."
        case is Missing:
            title = Notice.sample.title
            status = .notFound
            advice = Notice.sample.advice
            mayGoAgain = false
        case let trouble as Unavailable:
            context.logger.error("Unavailable", metadata: ["kind": "\(trouble)"])
            title = trouble.title
            status = .serviceUnavailable
            reasons = [trouble.sentence]
        default:
            context.logger.error("Fault", metadata: ["kind": "\(String(reflecting: type(of: error)))"])
            title = "Something of ours has broken"
            status = .internalServerError
            reasons = [
                "We are sorry. It is written down. If you tell someone, give them this number: \(context.id)"
            ]
        }
    }
}
