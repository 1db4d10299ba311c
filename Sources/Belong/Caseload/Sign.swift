import Foundation
import Kernel
import Store

/// A sign of change that somebody noticed, the link worker or the person: small
/// things no form asks about, dated when they were seen.
struct Sign: Sendable {
    let kind: Kind
    let words: String
    let noticedOn: Day
    let isByPerson: Bool

    enum Kind: String, CaseIterable, Sendable, Column {
        case confidence
        case leftHouse = "left_house"
        case triedNew = "tried_new"
        case metPeople = "met_people"
        case sleptBetter = "slept_better"
        case spokeOfFuture = "spoke_of_future"
        case askedForHelp = "asked_for_help"
        case own

        var name: String {
            switch self {
            case .confidence: "more confident"
            case .leftHouse: "left the house"
            case .triedNew: "tried something new"
            case .metPeople: "met people"
            case .sleptBetter: "slept better"
            case .spokeOfFuture: "spoke of the future"
            case .askedForHelp: "asked for help"
            case .own: "in your own words"
            }
        }
    }

    enum Refused: Refusal {
        case noWords
        case tooLong
        case notYet

        var sentence: String {
            switch self {
            case .noWords: "Say in your own words what changed."
            case .tooLong: "Keep it to 500 characters."
            case .notYet: "That day is still to come."
            }
        }
    }

    /// As it is shown: *left the house*, or the words if it has its own.
    var name: String {
        kind == .own ? words : kind.name
    }

    fileprivate func checked(at now: Date) throws(Refused) -> Sign {
        let words = words.asWritten
        guard kind != .own || !words.isEmpty else { throw .noWords }
        guard words.count <= 500 else { throw .tooLong }
        guard noticedOn <= Day(now) else { throw .notYet }
        return Sign(kind: kind, words: words, noticedOn: noticedOn, isByPerson: isByPerson)
    }
}

extension Cases {
    /// Notes a sign of change. The same sign at the same contact is noted once.
    func notice(
        _ sign: Sign,
        on id: Case.ID,
        during contact: Contact.ID? = nil,
        at now: Date = .now
    ) async throws {
        let (me, sign) = (member.id, try sign.checked(at: now))
        try await store.write { work in
            let found = try findOpen(id, in: work, at: now)
            let first = try contact.map { try work.firstOf($0, on: id) }
            try work.add(sign, on: id, at: first, by: me, at: now)
            try work.log(.changed, id, about: found.person, by: me, at: now)
        }
    }
}

extension Sign: Stored {
    init(_ row: Row) throws {
        try self.init(
            kind: row("kind"),
            words: row("words"),
            noticedOn: row("noticed_on"),
            isByPerson: row("by_person")
        )
    }
}

extension Writer {
    func add(
        _ sign: Sign,
        on id: Case.ID,
        at contact: Contact.ID?,
        by member: Member.ID,
        at now: Date
    ) throws {
        try run(
            """
            INSERT INTO sign (id, "case", contact, kind, words, noticed_on, by_person, recorded_at, recorded_by)
            VALUES (\(Key<Sign>(at: now)), \(id), \(contact), \(sign.kind), \(sign.words), \(sign.noticedOn),
                \(sign.isByPerson), \(now), \(member))
            ON CONFLICT DO NOTHING
            """
        )
    }
}
