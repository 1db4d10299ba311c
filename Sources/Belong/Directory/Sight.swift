import Foundation
import Kernel
import Store

/// What one member may see and say of a group (governance, section 4.2): how much
/// room it has is for those who send people there and for the group's own
/// coordinator; whether it still runs is decided by those who speak with it.
struct Sight: Sendable {
    let member: Member
    /// Those whom this member welcomes for as a coordinator.
    let own: Set<Key<Provider>>

    /// The front desk sees telephone numbers and times, and so does the coordinator of another group.
    private static let whoSendPeople: [Role] = [
        .linkWorker, .clinician, .practiceManager, .supervisor, .networkLead,
    ]

    /// Whether their word on whether it runs and has room takes effect.
    func speaksFor(_ provider: Key<Provider>) -> Bool {
        member.isA(.linkWorker) || own.contains(provider)
    }

    /// Whether they welcome for it: it is their own group.
    func isOwn(_ provider: Key<Provider>) -> Bool { own.contains(provider) }

    /// What link workers know of a place stays among them and those who supervise
    /// them, and from whoever welcomes for the group, whatever else they do.
    func seesKnowHow(of provider: Key<Provider>) -> Bool {
        KnowHow.isFor(member) && !own.contains(provider)
    }

    /// How long it can go on is between the group and link workers, until the
    /// group lets everybody know.
    func sees(_ outlook: Outlook, of provider: Key<Provider>) -> Bool {
        outlook.isPublic || member.isA(.linkWorker) || own.contains(provider)
    }

    func seesRoom(of provider: Key<Provider>) -> Bool {
        Self.whoSendPeople.contains(where: member.isA) || own.contains(provider)
    }

    /// Whether they may say that it runs, or report that it does not.
    var maySay: Bool { !member.memberships.isEmpty }

    /// The activity without what is not for them.
    func seen(_ activity: Activity) -> Activity {
        var seen = activity
        if !seesRoom(of: activity.provider.id) { seen.capacity = nil }
        if !speaksFor(activity.provider.id) {
            seen.report = nil
            seen.confirmations.removeAll { !$0.isRunning }
        }
        if let outlook = activity.outlook, !sees(outlook, of: activity.provider.id) { seen.outlook = nil }
        return seen
    }
}

extension Reader {
    func sight(of member: Member) throws -> Sight {
        let places = member.organisations(as: .coordinator)
        guard !places.isEmpty else { return Sight(member: member, own: []) }
        let own: [Key<Provider>] = try values(
            """
            SELECT provider
            FROM welcoming
            WHERE organisation IN (\(each: places)) AND \(Welcomings.current)
            """
        )
        return Sight(member: member, own: Set(own))
    }

    /// Whether what somebody says would close it for everyone, or open it again.
    func wouldTurn(_ activity: Activity.ID, _ answer: Check.Answer) throws -> Bool {
        if answer == .closed { return true }
        return try has(
            """
            SELECT 1 FROM activity_check
            WHERE activity = \(activity) AND replaced_by IS NULL AND answer = 'closed'
            """
        )
    }
}

extension Writer {
    /// Keeps what somebody heard of a group they do not speak for, for link workers to find out.
    func report(
        _ answer: Check.Answer,
        of activity: Activity.ID,
        by means: Check.Means,
        words: String?,
        from member: Member.ID,
        at now: Date
    ) throws {
        try run(
            """
            INSERT INTO activity_report (id, activity, answer, means, words, reported_by, reported_at)
            VALUES (\(Check.ID(at: now)), \(activity), \(answer.rawValue), \(means.rawValue), \(words), \(member),
                \(now))
            """
        )
    }
}
