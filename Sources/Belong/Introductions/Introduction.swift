import Foundation
import Kernel
import Store

/// Making somebody known to a group, with their agreement for this group and for
/// each thing that is told (governance, section 4.1). Word for word what went is
/// kept; what was not agreed never left.
struct Introduction: Identifiable, Sendable {
    let id: Key<Introduction>
    let caseID: Case.ID
    let activity: Activity.ID
    let way: Way
    /// What went, as it was read out. Nothing goes with signposting.
    let words: String?
    let agreedBy: Agreeing?
    /// Who goes with them the first time: a warm introduction (peers, row 58).
    let companion: String?
    let madeAt: Date

    /// How it reaches the group. What did not go electronically says so.
    enum Way: String, CaseIterable, Sendable, Column {
        case message
        case phone
        case paper
        case signposting

        var name: String {
            switch self {
            case .message: "By message, with a link to answer"
            case .phone: "On the phone: not sent electronically"
            case .paper: "On paper: not sent electronically"
            case .signposting: "Told them about it: nothing about them went anywhere"
            }
        }
    }

    /// How the person said yes.
    enum Agreeing: String, CaseIterable, Sendable, Column {
        case phone
        case faceToFace = "face_to_face"
        case reading

        var name: String {
            switch self {
            case .phone: "I read it out on the phone, and they said yes"
            case .faceToFace: "I read it out face to face, and they said yes"
            case .reading: "They read it themselves, and said yes"
            }
        }

        var said: String {
            switch self {
            case .phone: "they said yes on the phone"
            case .faceToFace: "they said yes face to face"
            case .reading: "they read it and said yes"
            }
        }
    }

    enum Refused: Refusal {
        case gone
        case pausing
        case objected
        case alreadyAsked
        case noAddress
        case changedSince
        case withdrawn

        var sentence: String {
            switch self {
            case .gone: "This group does not run any more. Nothing was sent: look for another one."
            case .pausing: "This group takes nobody new just now. Nothing was sent: look for another one."
            case .objected: "They said no to this group. Nothing was sent. Ask them again first."
            case .alreadyAsked: "This group has been asked already and has not answered yet."
            case .noAddress:
                "This group has no e-mail address or mobile number. Ring them, or give it to them on paper."
            case .changedSince: "What would go has changed since it was read out. Read it out again."
            case .withdrawn: "This introduction was taken back. Nothing more can be done with it."
            }
        }
    }
}

extension Introduction: Stored {
    static let columns: SQL = """
        introduction.id, introduction."case", introduction.activity, introduction.way, introduction.words,
        introduction.agreed_by, introduction.companion, introduction.made_at
        """

    init(_ row: Row) throws {
        try self.init(
            id: row("id"),
            caseID: row("case"),
            activity: row("activity"),
            way: row("way"),
            words: row("words"),
            agreedBy: row("agreed_by"),
            companion: row("companion"),
            madeAt: row("made_at")
        )
    }
}

extension Introduction {
    /// What went, line by line.
    var lines: [String] {
        (words ?? "").split(separator: "\n").map(String.init)
    }

    /// The first name, where it was agreed.
    var firstName: String? {
        let heading = "First name: "
        return lines.first { $0.hasPrefix(heading) }.map { String($0.dropFirst(heading.count)) }
    }
}

extension Activity {
    /// Why nobody is introduced to it now, if so (hazard H06).
    func mayBeJoined() throws(Introduction.Refused) {
        guard isOffered else { throw .gone }
        guard capacity?.state != .pausing else { throw .pausing }
    }

    /// Where a message reaches the group.
    fileprivate var messageAddress: (channel: Message.Channel, recipient: String)? {
        if let mail = email ?? provider.email { return (.email, mail.description) }
        let numbers = [phone, provider.phone].compactMap(\.self)
        return numbers.first(where: \.takesTexts).map { (.text, $0.description) }
    }
}

extension Reader {
    /// Where a message reaches a group: at its own address; or, where the directory has none, at that of whoever
    /// welcomes for it with an account here.
    func reach(_ activity: Activity) throws -> (channel: Message.Channel, recipient: String)? {
        if let own = activity.messageAddress { return own }
        let coordinator: String? = try value(
            """
            SELECT member.email
            FROM welcoming
            JOIN membership ON membership.organisation = welcoming.organisation AND membership.role = 'coordinator'
            JOIN member ON member.id = membership.member
            WHERE welcoming.provider = \(activity.provider.id) AND \(Welcomings.current)
                AND \(Member.Membership.current)
            ORDER BY membership.began_at, member.id
            LIMIT 1
            """
        )
        return coordinator.map { (.email, $0) }
    }
}
