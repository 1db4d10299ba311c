import Foundation
import Kernel
import Store
import Testing

@testable import Belong

/// What people of the neighbourhood do, so that a test can begin in the middle.
extension Neighbourhood {
    /// Someone whom a practice has told us about.
    static func particulars(
        _ name: String = "Jean Moss",
        phone: String? = "07700 900112",
        bornOn: Day? = Day("1953-02-04")
    ) -> Particulars {
        let names = name.split(separator: " ", maxSplits: 1).map(String.init)
        return Particulars(
            givenName: names[0],
            familyName: names.count > 1 ? names[1] : "",
            bornOn: bornOn,
            postcode: Postcode("M33 7ZF"),
            phone: phone.flatMap { PhoneNumber($0) }
        )
    }

    static let reaching = Reaching(
        channels: [.text, .call],
        mayLeaveVoicemail: false,
        isNeutral: false,
        words: ""
    )

    /// Dr Patel refers somebody new to Elm Street's link workers, unless said otherwise.
    @discardableResult
    func refers(
        _ particulars: Particulars = Self.particulars(),
        by referrer: Member? = nil,
        from practice: Organisation? = nil,
        reasons: [Reason] = [.isolation],
        words: String = "Lost her husband in the spring and eats alone.",
        told: Set<ReferralRequest.Told> = [.role, .contact],
        reaching: Reaching = Self.reaching,
        needs: [AccessNeed] = [],
        risk: VisitRisk = .nothingKnown,
        askedFor: Member? = nil,
        question: Question.ID? = nil,
        at now: Date = Self.now
    ) async throws -> Referral.ID {
        let request = ReferralRequest(
            practice: (practice ?? elmStreet).id,
            about: .new,
            particulars: particulars,
            reasons: reasons,
            otherReason: "",
            words: words,
            told: told,
            reaching: reaching,
            needs: needs,
            risk: risk,
            question: question,
            askedFor: askedFor?.id
        )
        let site = try #require(WebAddress("http://localhost:8080"))
        let referring = Referring(store: store, member: referrer ?? drPatel, site: site)
        guard case .sent(let referral) = try await referring.refer(request, at: now) else {
            throw Missing()
        }
        return referral
    }

    func referrals(seenBy member: Member) -> Referrals {
        Referrals(store: store, member: member)
    }

    /// Amara takes a referral on, unless said otherwise.
    @discardableResult
    func accepts(
        _ referral: Referral.ID,
        by linkWorker: Member? = nil,
        at now: Date = Self.now
    ) async throws -> Case.ID {
        try await referrals(seenBy: linkWorker ?? amara).accept(referral, at: now)
    }

    func person(of referral: Referral.ID) async throws -> Person.ID {
        let found: Person.ID? = try await store.read {
            try $0.value("SELECT person FROM referral WHERE id = \(referral)")
        }
        return try #require(found)
    }

    /// How many rows there are: for *nothing was kept* and *kept once*.
    func count(_ rows: SQL) async throws -> Int {
        let counted: Int? = try await store.read { try $0.value("SELECT COUNT(*) FROM \(rows)") }
        return counted ?? 0
    }
}
