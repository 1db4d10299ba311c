import Store

/// Why a link worker is asked for. The list is that of the service's own reasons
/// for referral, most frequent first; free text is always possible beside it
/// (paper, line 2; share of each in the facts of the field, 3.7).
enum Reason: String, CaseIterable, Sendable, Column {
    case mood
    case isolation
    case money
    case condition
    case housing
    case caring
    case bereavement
    case work
    case other

    var name: String {
        switch self {
        case .mood: "Low mood or worry"
        case .isolation: "Lonely or isolated"
        case .money: "Money and benefits"
        case .condition: "Living with a condition"
        case .housing: "Housing"
        case .caring: "Caring for someone"
        case .bereavement: "Bereavement"
        case .work: "Work"
        case .other: "Something else"
        }
    }
}
