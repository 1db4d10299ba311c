import Belong
import Kernel
import Store

extension Settings {
    /// Texts and e-mail by whatever is set up for each; what nothing is set up for is kept here.
    /// In a demonstration it is read at `/outbox`.
    func carrier(_ store: any Store) -> Carrier {
        let other = notify.map { Carrier.notify($0, store: store) } ?? (isDemo ? .outbox : .here)
        return mailServer.map { .mail($0, besides: other) } ?? other
    }

    /// What carries what, as whoever runs this reads it. There is none where nothing leaves.
    var post: String? {
        switch (notify != nil, mailServer != nil) {
        case (true, true): "texts go by GOV.UK Notify and e-mail by the mail server; letters are printed"
        case (true, false): "texts and e-mail go by GOV.UK Notify; letters are printed"
        case (false, true): "e-mail goes by the mail server; texts are kept here, letters are printed"
        case (false, false): nil
        }
    }

    /// A mail server is set up with the address that messages come from, or not at all.
    static func mailServer(_ choices: Choices) throws(Refused) -> MailServer? {
        let place = try choices.read(.smtpServer) { $0 }
        let from = try choices.read(.smtpFrom) { (text: String) -> EmailAddress?? in
            text.isEmpty ? .some(nil) : EmailAddress(text).map { .some($0) }
        }
        let (name, password) = (try choices.read(.smtpUser) { $0 }, try choices.read(.smtpPassword) { $0 })
        guard !place.isEmpty else {
            guard from == nil else { throw .incomplete(.smtpServer, beside: .smtpFrom) }
            guard name.isEmpty else { throw .incomplete(.smtpServer, beside: .smtpUser) }
            guard password.isEmpty else { throw .incomplete(.smtpServer, beside: .smtpPassword) }
            return nil
        }
        guard let from else { throw .incomplete(.smtpFrom, beside: .smtpServer) }
        guard name.isEmpty == password.isEmpty else {
            throw name.isEmpty
                ? .incomplete(.smtpUser, beside: .smtpPassword)
                : .incomplete(.smtpPassword, beside: .smtpUser)
        }
        let account = name.isEmpty ? nil : MailServer.Account(name: name, password: password)
        return try choices.read(.smtpServer) { MailServer($0, sender: from, account: account) }
    }
}
