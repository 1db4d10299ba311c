import Kernel
import Store

extension Member.Membership {
    /// Whether it has not ended. `membership` must be in the query.
    static let current: SQL = """
        NOT EXISTS (SELECT 1 FROM membership_end WHERE membership_end.membership = membership.id)
        """
}
