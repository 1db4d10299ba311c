/// Why Notify has not carried a message, as an administrator reads it.
enum NotifyTrouble: String, CaseIterable, Sendable {
    case silent = "GOV.UK Notify did not answer"
    case unwell = "GOV.UK Notify is not well just now"
    case busy = "GOV.UK Notify asks us to wait: too many at once, or today"
    case key = "GOV.UK Notify did not take our key: is it the right one, and is this machine’s clock right?"
    case template = "GOV.UK Notify does not know our template, or it has other gaps than ours"
    case team = "GOV.UK Notify is on trial: it sends to its own team only"
    case unsendable = "GOV.UK Notify will not take this number or address, or words as long as these"
    case nowhere = "it did not arrive: there is no such number or address"
    case away = "it did not arrive in three days: the phone was off, or the inbox full"
    case broken = "it did not arrive: GOV.UK Notify could not pass it on"

    /// What Notify says at the end of a message that did not arrive.
    init?(status: String) {
        switch status {
        case "permanent-failure": self = .nowhere
        case "temporary-failure": self = .away
        case "technical-failure": self = .broken
        default: return nil
        }
    }
}
