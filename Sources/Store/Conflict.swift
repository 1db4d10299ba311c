import Kernel

/// Somebody was first: a row with this key is there already. The feature that
/// owns the table turns it into its own refusal.
package struct Conflict: Error, Equatable {
    package let table: String
}

/// The store cannot be used just now, and it is nobody's mistake at a desk.
/// Nothing of what was asked for has been kept, so it is safe to ask again.
package enum Unavailable: Error, Equatable {
    /// PostgreSQL does not answer.
    case unreachable
    /// The disk is full, or the file cannot be written.
    case unwritable

    package var sentence: String {
        switch self {
        case .unreachable:
            "Our records cannot be reached just now. Nothing was saved. Wait a minute and send it again: it will be done once."
        case .unwritable:
            "There is no room left to save anything. Nothing was saved. Tell whoever looks after Belong here, then send it again."
        }
    }
}
