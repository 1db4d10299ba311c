import Kernel
import Store

@testable import Belong

extension CaseInHand {
    func handOvers(of member: Member) -> HandOvers {
        HandOvers(store: here.store, member: member)
    }

    /// Jean, offered to a colleague: to Sam, unless it is said to whom.
    func asked(of colleague: Member? = nil) -> HandOverAsked {
        HandOverAsked(
            to: (colleague ?? here.sam).id,
            why: "I leave in April.",
            toKnow: "Ask about the roses first."
        )
    }
}
