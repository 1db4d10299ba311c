import Foundation
import Kernel
import Store

/// Whom a link worker may write about without signal: those in today's diary, by their
/// initials and the time, and no more of them than that.
struct AwayDay: Encodable, Sendable {
    let people: [Person]

    struct Person: Encodable, Sendable, Equatable {
        let id: String
        /// *J.M., 14:00*
        let who: String
    }
}

extension AwayDevices {
    /// Given to a device that may keep it.
    func day(for device: AwayDevice.ID, at now: Date = .now) async throws -> AwayDay {
        guard member.isA(.linkWorker) else { throw Missing() }
        let (me, diary, today) = (member.id, Diary(store: store, member: member), Day(now))
        return try await store.write { work in
            try see(device, in: work, at: now)
            try work.look(at: NameList.Away.self, of: me, at: now)
            var people: [AwayDay.Person] = []
            for entry in try diary.entries(from: today, through: today, in: work, at: now) {
                guard let id = entry.plan.caseID, let person = entry.personID,
                    !people.contains(where: { $0.id == id.description })
                else { continue }
                let initials = try work.particulars(of: person).initials
                people.append(.init(id: "\(id)", who: "\(initials), \(London.time(entry.plan.beginsAt))"))
            }
            return AwayDay(people: people)
        }
    }
}

extension Particulars {
    /// *J.M.*
    fileprivate var initials: String {
        [givenName, familyName].compactMap(\.first).map { "\($0)." }.joined()
    }
}
