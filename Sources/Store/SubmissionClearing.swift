import Foundation
import Kernel

extension Submission {
    /// Clears keys of forms that were not shown between two moments; when it was
    /// stands in the key. One that claims a time to come was made up.
    package static func clearing(outside shown: ClosedRange<Date>, batch: Int) -> SQL {
        """
        DELETE FROM submission WHERE nonce IN (
            SELECT nonce FROM submission
            WHERE nonce < \(ID(at: shown.lowerBound)) OR nonce > \(ID(at: shown.upperBound))
            LIMIT \(batch))
        """
    }
}
