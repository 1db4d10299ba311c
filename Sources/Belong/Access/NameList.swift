import Foundation
import Kernel
import Store

/// A page that lists people by name: those who wait, those one works with. A look
/// at it is one line of the log, naming the member whose list it is and nobody on
/// it: a line for each of forty people, forty times a day, would hide the looks
/// that matter. Who stood on it then can be worked out from what had happened.
enum NameList {
    enum Waiting {}
    enum People {}
    enum Introductions {}
    enum Welcome {}
    enum Post {}
    /// Texts that nobody could be given to read.
    enum Texts {}
    /// Those a member referred, and the last news of them.
    enum Desk {}
    /// What link workers show a supervisor.
    enum Shown {}
    enum Worries {}
    /// The news for a referrer.
    enum Inbox {}
    /// What came back to a link worker's news.
    enum Replies {}
    /// For whom a group might be something.
    enum Shortlisting {}
    /// Whom a link worker meets when.
    enum Diary {}
    /// The morning page.
    enum Today {}
    /// Where link workers are, for the front desk.
    enum FrontDesk {}
    /// What link workers wrote for a practice's clinicians.
    enum PracticeNotes {}
    /// Those in today's diary, by initials, for a device to keep.
    enum Away {}
}

extension Writer {
    /// Notes that a member looks at a list of theirs.
    func look<List>(at _: List.Type, of member: Member.ID, at now: Date) throws {
        try log(.looked, Key<List>(member.uuid), by: member, at: now)
    }
}

extension Store {
    func look<List: Sendable>(at list: List.Type, of member: Member.ID, at now: Date) async throws {
        try await write { try $0.look(at: list, of: member, at: now) }
    }
}
