import Foundation
import Kernel
import Store

extension Cases {
    /// Everything kept in a case, as whoever prepares a copy reads it. What a colleague who
    /// has the case as well keeps for themselves is theirs to read through and to give: the
    /// copy says so in its place. Once they do not have the case any more, whoever has it
    /// reads it, so that nothing is kept from the person.
    func passages(of found: Case, in view: any Reader, at now: Date) throws -> [Passage] {
        var isThere: [Member.ID: Bool] = [:]
        return try view.passages(of: found).map { passage in
            guard let keeper = passage.keeper else { return passage }
            var passage = passage
            let has = try isThere[keeper.id] ?? has(found, keeper.id, in: view, at: now)
            isThere[keeper.id] = has
            if keeper.id == member.id || !has {
                passage.keeper = nil
            } else {
                passage.words = """
                    \(keeper.name) keeps a note of this day for themselves. It is yours to have too: ask for it, and \
                    they give it to you.
                    """
            }
            return passage
        }
    }

    private func has(_ found: Case, _ keeper: Member.ID, in view: any Reader, at now: Date) throws -> Bool {
        guard let keeper = try view.member(keeper) else { return false }
        return try Cases(store: store, member: keeper).isMine(found, in: view, at: now)
    }
}
