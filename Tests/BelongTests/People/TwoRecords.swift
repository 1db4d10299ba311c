import Foundation
import Kernel
import Store
import Testing

@testable import Belong

/// Jean, with Amara since March; and Jeannie, whom another doctor referred and Sam
/// took on. They are one person, and nobody knows yet.
struct TwoRecords: Sendable {
    let here: Neighbourhood
    let jean: Person.ID
    let jeannie: Person.ID
    let jeansReferral: Referral.ID
    let jeanniesReferral: Referral.ID
    let jeansCase: Case.ID
    let jeanniesCase: Case.ID

    var now: Date { Neighbourhood.now }
    var people: People { People(store: here.store, member: here.amara) }

    init() async throws {
        let story = try await CaseInHand()
        here = story.here
        (jean, jeansReferral, jeansCase) = (story.person, story.referral, story.id)
        var told = Neighbourhood.particulars("Jeannie Moss", phone: "07700 900345")
        told.email = EmailAddress("jeannie@example.org")
        jeanniesReferral = try await here.refers(
            told,
            by: here.drLowe,
            reaching: Reaching(
                channels: [.text, .email],
                mayLeaveVoicemail: true,
                isNeutral: true,
                words: "Her son reads her texts"
            ),
            needs: [AccessNeed(kind: .interpreter, words: "Polish")],
            risk: .known("A large dog"),
            at: Neighbourhood.now - 86_400
        )
        jeannie = try await here.person(of: jeanniesReferral)
        jeanniesCase = try await here.accepts(jeanniesReferral, by: here.sam)
    }

    /// Amara finds out; Jean's record is right unless said otherwise.
    @discardableResult
    func merges(by member: Member? = nil, keeping right: Person.ID? = nil) async throws -> Merging.ID {
        let right = right ?? jean
        return try await People(store: here.store, member: member ?? here.amara)
            .merge(right, right == jean ? jeannie : jean, because: "She told me", at: now)
    }

    func known(_ person: Person.ID) async throws -> Known {
        try await here.store.read { try $0.known(of: person) }
    }

    func given(_ number: String, to person: Person.ID) async throws {
        let now = now
        try await here.store.write { work in
            var told = try work.particulars(of: person)
            told.nhsNumber = NHSNumber(number)
            try work.write(told, of: person, because: "Read from a letter", by: nil, at: now)
        }
    }

    /// How many rows of each table name a person, as its room declares it.
    func rows(of person: Person.ID) async throws -> [String: Int] {
        try await here.store.read { view in
            let counts = try Features.following.map { following in
                let table = SQL(trusted: "\"\(following.table)\"")
                let count: Int? = try view.value("SELECT COUNT(*) FROM \(table) WHERE person = \(person)")
                return (following.table, count ?? 0)
            }
            return Dictionary(uniqueKeysWithValues: counts)
        }
    }
}
