import Foundation
import Kernel
import Store

extension LoneVisits {
    /// What is in one's own diary, and is a visit.
    func ownEntry(
        _ first: DiaryEntry.ID,
        in view: any Reader,
        at now: Date
    ) throws -> DiaryEntry? {
        let id: DiaryEntry.ID? = try view.value(
            """
            SELECT id FROM diary_entry
            WHERE first = \(first) AND replaced_by IS NULL AND diary_entry.member = \(member.id)
                AND kind IN (\(each: LoneVisit.kinds))
            """
        )
        return try id.map { try diary.find($0, in: view, at: now) }
    }

    /// Colleagues of that practice and the supervisor: whoever is likely to be at work.
    func buddies(
        for own: DiaryEntry,
        in view: any Reader,
        at now: Date
    ) throws -> [Worry.Named] {
        guard let practice = own.plan.practice else { return [] }
        return try view.rows(
            """
            SELECT DISTINCT member.id, member.name
            FROM membership
            JOIN member ON member.id = membership.member
            WHERE \(Member.Membership.current) AND member.id <> \(member.id)
                AND (membership.organisation = \(practice) OR (role = 'supervisor' AND member.id IN (
                    SELECT supervisor FROM placement
                    WHERE link_worker = \(member.id) AND \(Placement.current(on: Day(now))))))
            ORDER BY member.name, member.id
            """
        ).map { try Worry.Named(id: $0("id"), name: $0("name")) }
    }
}

extension Reader {
    func home(of person: Person.ID) throws -> String? {
        let told = try particulars(of: person)
        return told.address ?? told.postcode?.description
    }
}
