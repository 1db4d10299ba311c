import Foundation
import Kernel

/// Somebody the service is for. Who they are is in `Particulars`, which may be
/// put right; what they are to us never changes.
struct Person: Identifiable, Sendable {
    let id: Key<Person>
    /// The practice where they are registered.
    let practice: Organisation.ID
}
