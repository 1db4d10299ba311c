/// Why our mail server has not taken a message, as an administrator reads it.
enum MailTrouble: String, CaseIterable, Error, Sendable {
    case silent = "the mail server did not answer"
    case busy = "the mail server asks us to come again later"
    case account = "the mail server did not take our name and password"
    case sender = "the mail server does not let us write from our address, or to that one"
    case open = "the mail server offers no TLS, and nothing is sent in the open"
    case certificate = "no safe connection to the mail server: is its certificate right?"
    case strange = "the mail server answered in a way we do not understand"
    case nobody = "the mail server says that there is no such address"
    case unsendable = "the mail server will not take these words"
    case address = "no e-mail can go to this address"

    /// Whether trying again changes nothing.
    var isFinal: Bool {
        switch self {
        case .nobody, .unsendable, .address: true
        case .silent, .busy, .account, .sender, .open, .certificate, .strange: false
        }
    }
}
