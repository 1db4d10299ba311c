import Foundation
import Kernel
import Store

/// What was told of somebody at one time, each of it kept in versions.
struct Told: Sendable {
    var particulars: Particulars?
    var reaching: Reaching?
    var risk: VisitRisk?
    var newsAgreed: Bool?
}

extension Told {
    /// What holds for one person of whom two things were told: who they are as in
    /// the first, with what it leaves open; for all else the safer of the two.
    func together(with other: Told) -> Told {
        Told(
            particulars: particulars.map { $0.filled(from: other.particulars) },
            reaching: reaching.map { known in other.reaching.map(known.agreed) ?? known } ?? other.reaching,
            risk: risk.map { known in other.risk.map(known.tightened) ?? known } ?? other.risk,
            newsAgreed: newsAgreed == false || other.newsAgreed == false
                ? false : newsAgreed ?? other.newsAgreed
        )
    }

    /// What was told before, made as careful as what has been learnt since. A
    /// way of reaching them that nobody ever asked about stays unasked.
    func asCareful(as since: Told) -> Told {
        Told(
            particulars: particulars,
            reaching: reaching.map { known in since.reaching.map(known.agreed) ?? known },
            risk: risk.map { known in since.risk.map(known.tightened) ?? known } ?? since.risk,
            newsAgreed: since.newsAgreed == false ? false : newsAgreed
        )
    }
}

extension Particulars {
    fileprivate func filled(from other: Particulars?) -> Particulars {
        var told = self
        told.nhsNumber = nhsNumber ?? other?.nhsNumber
        told.bornOn = bornOn ?? other?.bornOn
        told.postcode = postcode ?? other?.postcode
        told.address = address ?? other?.address
        told.phone = phone ?? other?.phone
        told.email = email ?? other?.email
        return told
    }
}

extension Reader {
    /// What those versions of theirs say.
    func told(of person: Person.ID, _ which: SQL) throws -> Told {
        try Told(
            particulars: first(
                """
                SELECT given_name, family_name, nhs_number, born_on, postcode, address, phone, email
                FROM particulars
                WHERE person = \(person) AND \(which)
                """
            ),
            reaching: first(
                """
                SELECT by_text, by_call, by_voicemail, by_email, by_letter, is_neutral, words
                FROM reaching
                WHERE person = \(person) AND \(which)
                """
            ),
            risk: first("SELECT words FROM visit_risk WHERE person = \(person) AND \(which)"),
            newsAgreed: value("SELECT agreed FROM agreement WHERE person = \(person) AND \(which)")
        )
    }
}

extension Writer {
    /// New versions of what is told, with the key that a merging gives them, if one does.
    func write(
        _ told: Told,
        of person: Person.ID,
        as key: UUID? = nil,
        because reason: String,
        by member: Member.ID,
        at now: Date
    ) throws {
        if let particulars = told.particulars {
            try write(particulars, of: person, as: key, because: reason, by: member, at: now)
        }
        if let reaching = told.reaching {
            try write(reaching, of: person, as: key, because: reason, by: member, at: now)
        }
        if let risk = told.risk {
            try write(risk, of: person, as: key, because: reason, by: member, at: now)
        }
        if let agreed = told.newsAgreed {
            try write(newsAgreed: agreed, of: person, as: key, by: member, at: now)
        }
    }

    /// Lets no version stand among these.
    func retire<Kind>(_ which: SQL, by key: Key<Kind>) throws {
        try run("UPDATE particulars SET replaced_by = \(key) WHERE \(which) AND replaced_by IS NULL")
        try run("UPDATE reaching SET replaced_by = \(key) WHERE \(which) AND replaced_by IS NULL")
        try run("UPDATE visit_risk SET replaced_by = \(key) WHERE \(which) AND replaced_by IS NULL")
        try run("UPDATE agreement SET replaced_by = \(key) WHERE \(which) AND replaced_by IS NULL")
    }
}
