import Kernel

/// Somebody was first: a row with this key is there already. The feature that
/// owns the table turns it into its own refusal.
public struct Conflict: Error, Equatable {
    public let table: String
}

/// The store cannot be used just now, and it is nobody's mistake at a desk. It is
/// safe to ask again: a form's work is done once, whatever became of it.
public enum Unavailable: Error, Equatable {
    /// PostgreSQL does not answer. Nothing was kept.
    case unreachable
    /// PostgreSQL went away while it was keeping something: it may be kept or not.
    case unsure
    /// The disk is full, or the file cannot be written. Nothing was kept.
    case unwritable

    public var title: String {
        switch self {
        case .unreachable, .unwritable: "We cannot save anything just now"
        case .unsure: "We cannot tell whether that was saved"
        }
    }

    public var sentence: String {
        switch self {
        case .unreachable:
            "Our records cannot be reached just now. Nothing was saved. Wait a minute and send it again: it will be done once."
        case .unsure:
            "Our records went away while this was being kept. We cannot tell whether it was kept. Send it again: it is done once."
        case .unwritable:
            "There is no room left to save anything. Nothing was saved. Tell whoever looks after Belong here, then send it again."
        }
    }
}
