import Foundation
import Kernel
import Store

/// One made-up person's story, played from the referral to where it stands today.
struct SeedPlaying {
    let ground: SeedGround
    let somebody: SeedFile.Somebody
    var referral = Referral.ID()
    var opened: (id: Case.ID, linkWorker: Member)?
    var contact: Contact.ID?
    var introduction: Introduction.ID?
    var news: News.ID?
    var worry: Worry.ID?
    var handOver: (id: HandOver.ID, to: Member)?

    mutating func play() async throws {
        try await refer()
        for stage in somebody.then {
            do {
                try await play(stage, at: ground.instant(stage.daysAgo, stage.time))
            } catch {
                throw Seeds.Refused.unreadable(
                    "\(somebody.given) \(somebody.family), \(stage.what) \(stage.daysAgo) days ago: \(error)"
                )
            }
        }
    }

    private mutating func play(_ stage: SeedFile.Stage, at now: Date) async throws {
        switch stage.what {
        case .wish: try await wish(stage, at: now)
        case .remark: try await referrals(stage.by).say(stage.words ?? "", on: referral, at: now)
        case .pass:
            let colleague = try ground.member(stage.to).id
            try await referrals(stage.by).pass(referral, to: colleague, stage.words ?? "", at: now)
        case .decline:
            let decline = Decline(
                reason: stage.reason.flatMap(Decline.Reason.init) ?? .other,
                words: stage.words ?? ""
            )
            try await referrals(stage.by).decline(referral, decline, at: now)
        case .accept:
            opened = try (await referrals(stage.by).accept(referral, at: now), ground.member(stage.by))
        case .contact, .agreement, .plan, .sign, .hold, .close, .reopen, .note:
            try await playCase(stage, at: now)
        case .introduce, .groupAnswer, .attendance, .thanks:
            try await playIntroduction(stage, at: now)
        case .news, .newsRead, .newsReply:
            try await playNews(stage, at: now)
        case .worry, .acknowledge:
            try await playWorry(stage, at: now)
        case .handOver, .takeOver:
            try await playHandOver(stage, at: now)
        case .extent, .hide, .copy, .move, .print, .silence:
            try await playKept(stage, at: now)
        case .write, .text:
            try await playMessage(stage, at: now)
        }
    }

    private func referrals(_ key: String?) throws -> Referrals {
        try Referrals(store: ground.store, member: ground.member(key))
    }

    private mutating func refer() async throws {
        let asking = somebody.referral
        let referrer = try asking.by.map(ground.member)
        let referring = Referring(store: ground.store, member: referrer, site: ground.site)
        let now = ground.instant(asking.daysAgo, asking.time)
        guard case .sent(let id) = try await referring.refer(request(asking), at: now) else {
            throw Seeds.Refused.unreadable("\(somebody.given) \(somebody.family) is too like somebody else")
        }
        referral = id
    }

    private func request(_ asking: SeedFile.Asking) throws -> ReferralRequest {
        try ReferralRequest(
            practice: ground.place(asking.practice),
            about: .new,
            particulars: somebody.particulars,
            reasons: asking.reasons.compactMap(Reason.init),
            otherReason: asking.otherReason ?? "",
            words: asking.words,
            told: Set(asking.told.compactMap(ReferralRequest.Told.init)),
            reaching: Reaching(
                channels: Set(somebody.reaching.channels.compactMap(Reaching.Channel.init)),
                mayLeaveVoicemail: somebody.reaching.voicemail,
                isNeutral: somebody.reaching.neutral,
                words: somebody.reaching.words
            ),
            needs: somebody.needs.compactMap { need in
                AccessNeed.Kind(rawValue: need.kind).map { AccessNeed(kind: $0, words: need.words) }
            },
            risk: somebody.risk.map(VisitRisk.known) ?? .nothingKnown,
            question: nil,
            askedFor: asking.for.map { try ground.member($0).id }
        )
    }

    private func wish(_ stage: SeedFile.Stage, at now: Date) async throws {
        let wish = Wish(
            answer: stage.answer.flatMap(Wish.Answer.init) ?? .yes,
            place: stage.place.flatMap(Wish.Place.init),
            manner: stage.manner.flatMap(Wish.Manner.init),
            words: stage.words ?? ""
        )
        let referral = referral
        let token = try await ground.store.write { try $0.makeLink(to: .invitation, referral, at: now).token }
        try await Invitations(store: ground.store).answer(token, wish, at: now)
    }
}

extension SeedFile.Somebody {
    fileprivate var particulars: Particulars {
        Particulars(
            givenName: given,
            familyName: family,
            nhsNumber: nhsNumber.flatMap { NHSNumber($0) },
            bornOn: born.flatMap { Day($0) },
            postcode: postcode.flatMap { Postcode($0) },
            address: address,
            phone: phone.flatMap { PhoneNumber($0) },
            email: email.flatMap { EmailAddress($0) }
        )
    }
}
