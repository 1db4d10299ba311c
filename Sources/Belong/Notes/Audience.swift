import Kernel
import Store

/// Who reads a note, as its writer chose (peers, row 23). Choosing again is a new
/// fact; who has read it by then has read it.
enum Audience: String, CaseIterable, Sendable, Column {
    case mine
    case team
    case gp

    var name: String {
        switch self {
        case .mine: "Only me"
        case .team: "Whoever has the case"
        case .gp: "The practice’s clinicians too"
        }
    }

    /// Who that is, in plain words, as its writer reads it before choosing.
    func reads(_ name: String, practice: String) -> String {
        switch self {
        case .mine:
            "Nobody else here: not whoever covers for you, not your supervisor. If \(name) asks for a copy of all that "
                + "is kept, it is part of it, and you read it through first; once you no longer have the case, whoever "
                + "has it does that."
        case .team: "You, whoever covers for you or takes over, and a supervisor you show the page to."
        case .gp:
            "Whoever has the case, and the clinicians of \(practice), for as long as \(name) lets words go there."
        }
    }
}

extension Note {
    /// Those this member may read on a case they see. `note` and `note_audience` must be in the query.
    static func isRead(by member: Member.ID) -> SQL {
        "(note_audience.audience <> 'mine' OR note.author = \(member))"
    }
}
