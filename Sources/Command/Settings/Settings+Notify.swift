import Belong
import Foundation
import Kernel

extension Settings {
    /// Notify is set up whole, or not at all.
    static func notify(_ choices: Choices) throws(Refused) -> Notify? {
        let key = try choices.read(.notifyKey) { unlessEmpty($0, NotifyKey.init) }
        let text = try choices.read(.notifyTextTemplate) { unlessEmpty($0) { UUID(uuidString: $0) } }
        let email = try choices.read(.notifyEmailTemplate) { unlessEmpty($0) { UUID(uuidString: $0) } }
        let address = try choices.read(.notifyAddress, sheltered)
        guard let key else {
            guard text == nil else { throw .incomplete(.notifyKey, beside: .notifyTextTemplate) }
            guard email == nil else { throw .incomplete(.notifyKey, beside: .notifyEmailTemplate) }
            return nil
        }
        guard let text else { throw .incomplete(.notifyTextTemplate, beside: .notifyKey) }
        guard let email else { throw .incomplete(.notifyEmailTemplate, beside: .notifyKey) }
        return Notify(key: key, templates: Notify.Templates(text: text, email: email), address: address)
    }

    /// Nothing where nothing was written; and no answer at all where it cannot be read.
    private static func unlessEmpty<Value>(_ text: String, _ parse: (String) -> Value?) -> Value?? {
        text.isEmpty ? .some(nil) : parse(text).map { .some($0) }
    }

    /// People's words go there: over TLS, or no further than this machine.
    private static func sheltered(_ text: String) -> WebAddress? {
        guard text.hasPrefix("https://") || text.hasPrefix("http://127.0.0.1:") else { return nil }
        return origin(text)
    }
}
