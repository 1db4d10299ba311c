import Foundation
import Kernel
import Store
import Web

/// The invitation as a letter: large, plain, for the post or a kitchen table.
struct InvitationLetterPage: Page {
    let title: String
    let head: [String]
    let date: String
    let paragraphs: [String]

    init(_ invitation: Invitation, on day: Day) {
        title = "Dear \(invitation.givenName)"
        head = invitation.practice.lines
        date = day.full
        let practice = invitation.practice.name
        let phone =
            invitation.practice.phone ?? (invitation.isNeutral ? nil : invitation.ringing.phone?.description)
        let answer =
            switch (invitation.mayRing, phone) {
            case (true, let phone?): "ring us on \(phone)"
            case (false, _), (_, nil): "write to us, or tell us when you are next here"
            }
        paragraphs = invitation.paragraphs + ["To say yes, no or another time, \(answer).", practice]
    }

    var main: HTML {
        """
        <div class="letter"><p>\(each: head, { "\($0)<br>" })</p><p>\(date)</p>
        <h1>\(title)</h1>\(each: paragraphs, { "<p>\($0)</p>" })</div>
        """
    }

    static let sample = InvitationLetterPage(InvitationPage.sample.invitation, on: Day(number: 20_557))
}

extension Referrals {
    /// The letter to print, for somebody who is reached by a call or a letter only.
    /// That it was printed is written down first.
    func letter(_ id: Referral.ID, at now: Date = .now) async throws -> InvitationLetterPage {
        let me = member.id
        return try await store.write { work in
            let referral = try find(id, in: work, at: now)
            let ways = try work.reaching(referral.person)?.channels ?? []
            guard try Invitation.isForPaper(ways, work.invitationDelivery(of: id)) else {
                throw Invitation.Refused.notByLetter
            }
            let page = try InvitationLetterPage(work.invitation(id, at: now), on: Day(now))
            try work.log(.printed, id, about: referral.person, by: me, at: now)
            return page
        }
    }
}

extension Invitation {
    /// Those who are reached in these ways only have no message, so a letter is printed for them.
    private static let byLetter: Set<Reaching.Channel> = [.call, .letter]

    /// Whether a letter is printed: there was no message for them, or it could not be sent.
    static func isForPaper(_ ways: Set<Reaching.Channel>, _ invitation: Delivery?) -> Bool {
        !ways.isEmpty && (ways.isSubset(of: byLetter) || invitation?.isStuck == true)
    }
}
