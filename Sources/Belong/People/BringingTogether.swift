import Foundation
import Kernel
import Store

/// Bringing two records of one person together, and separating them again.
extension People {
    /// Makes one of two, whole or not at all. The record that is right about who
    /// they are is the one that is kept.
    func merge(
        _ right: Person.ID,
        _ other: Person.ID,
        because reason: String,
        at now: Date = .now
    ) async throws -> Merging.ID {
        let me = member.id
        return try await store.write { work in
            try work.lock(right, other)
            try findBoth(right, other, in: work, at: now)
            let id = try work.bringTogether(right, other, because: reason, by: me, at: now)
            try work.log(.changed, id, about: right, by: me, at: now)
            return id
        }
    }

    /// Gives back what was moved. What was written since stays where it is, and what
    /// has been learnt of safety meanwhile counts for both.
    func separate(_ id: Merging.ID, because reason: String, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            let merging = try work.merging(id)
            let (kept, merged) = (merging.kept, merging.merged)
            try work.lock(kept, merged)
            try findToChange(work.standing(kept), in: work, at: now)
            guard try work.merging(id).separation == nil else { throw Merging.Refused.separated }
            guard try work.standing(kept) == kept else { throw Merging.Refused.mergedSince }
            let moved: SQL = "(SELECT moved FROM merging_move WHERE merging = \(id))"
            let since = try work.told(of: kept, "replaced_by IS NULL AND id <> \(id)")
            let keptBefore = try work.told(of: kept, "replaced_by = \(id) AND id NOT IN \(moved)")
            let mergedBefore = try work.told(of: kept, "replaced_by = \(id) AND id IN \(moved)")
            try work.end(id, because: reason, by: me, at: now)
            try work.retire("id = \(id)", by: Merging.ID(at: now))
            let keptAfter = keptBefore.whereNothing(isIn: since, butTheNumberOf: mergedBefore)
            try work.write(keptAfter, of: kept, because: reason, by: me, at: now)
            try work.moveBack(by: id, from: kept, to: merged)
            var mergedAfter = mergedBefore.asCareful(as: since)
            if try work.isTaken(mergedAfter.particulars?.nhsNumber, besides: merged) {
                mergedAfter.particulars?.nhsNumber = nil
            }
            try work.write(mergedAfter, of: merged, because: reason, by: me, at: now)
            try work.log(.changed, id, about: kept, by: me, at: now)
        }
    }

    /// Both stand on their own; one is this member's to change, the other in sight.
    private func findBoth(
        _ one: Person.ID,
        _ other: Person.ID,
        in view: any Reader,
        at now: Date
    ) throws {
        let (first, second) = try (view.standing(one), view.standing(other))
        let mine = try [first, second].first { try isMine($0, in: view, at: now) }
        guard let mine else { throw Missing() }
        try findToChange(mine, in: view, at: now)
        guard try isInSight(first, in: view, at: now), try isInSight(second, in: view, at: now) else {
            throw Missing()
        }
        guard one != other else { throw Merging.Refused.oneAlready }
        guard first != second else { throw Merging.Refused.alreadyMerged }
        guard (first, second) == (one, other) else { throw Merging.Refused.movedOn }
    }
}

extension Told {
    /// What stood before, except where something newer stands. An NHS number goes
    /// back with whoever brought it, even out of what is newer.
    fileprivate func whereNothing(isIn since: Told, butTheNumberOf other: Told) -> Told {
        var newer = since.particulars
        let isTheirs = newer?.nhsNumber != nil && newer?.nhsNumber == other.particulars?.nhsNumber
        newer?.nhsNumber = nil
        return Told(
            particulars: since.particulars == nil ? particulars : isTheirs ? newer : nil,
            reaching: since.reaching == nil ? reaching : nil,
            risk: since.risk == nil ? risk : nil,
            newsAgreed: since.newsAgreed == nil ? newsAgreed : nil
        )
    }
}

extension Writer {
    /// Everything of the other goes to the one that is right. The log is the caller's.
    func bringTogether(
        _ right: Person.ID,
        _ other: Person.ID,
        because reason: String,
        by member: Member.ID,
        at now: Date
    ) throws -> Merging.ID {
        try lock(right, other)
        let kept = try told(of: right, "replaced_by IS NULL")
        let merged = try told(of: other, "replaced_by IS NULL")
        guard let one = kept.particulars, let two = merged.particulars else { throw Missing() }
        guard one.mayBe(two) else { throw Merging.Refused.twoNumbers }
        let id = Merging.ID(at: now)
        try begin(id, keeping: right, merging: other, because: reason, by: member, at: now)
        try retire("person IN (\(right), \(other))", by: id)
        try moveAll(by: id, from: other, to: right)
        let together = kept.together(with: merged)
        try write(together, of: right, as: id.uuid, because: reason, by: member, at: now)
        return id
    }

    /// Both, always in one order, so that two at once never wait for each other.
    fileprivate func lock(_ one: Person.ID, _ other: Person.ID) throws {
        for id in Set([one, other]).sorted(by: { $0.description < $1.description }) { try lock(id) }
    }

    fileprivate func begin(
        _ id: Merging.ID,
        keeping kept: Person.ID,
        merging merged: Person.ID,
        because reason: String,
        by member: Member.ID,
        at now: Date
    ) throws {
        try run(
            """
            INSERT INTO merging (id, kept, merged, reason, merged_by, merged_at)
            VALUES (\(id), \(kept), \(merged), \(reason), \(member), \(now))
            """
        )
    }

    fileprivate func end(_ id: Merging.ID, because reason: String, by member: Member.ID, at now: Date) throws
    {
        try run(
            """
            UPDATE merging SET separated_because = \(reason), separated_by = \(member), separated_at = \(now)
            WHERE id = \(id)
            """
        )
    }
}
