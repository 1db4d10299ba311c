import Foundation
import Kernel
import Web

/// A correction, exactly as it was typed.
struct CorrectionForm: PersonForm, Decodable {
    var givenName: String?
    var familyName: String?
    var nhsNumber: String?
    var born: String?
    var postcode: String?
    var phone: String?
    var email: String?
    var address: String?
    var channels: [String]?
    var voicemail: String?
    var neutral: String?
    var reachingWords: String?
    var reason: String?
    var from: String?
    /// The referral whose word is confirmed by it.
    var said: String?

    /// With what is kept now in every field.
    init(_ known: Known) {
        let told = known.particulars
        givenName = told.givenName
        familyName = told.familyName
        nhsNumber = told.nhsNumber?.description
        born = told.bornOn?.full
        postcode = told.postcode?.description
        phone = told.phone?.description
        email = told.email?.description
        address = told.address
        channels = known.reaching?.channels.map(\.rawValue)
        voicemail = known.reaching?.mayLeaveVoicemail == true ? "yes" : "no"
        neutral = known.reaching?.isNeutral == true ? "yes" : "no"
        reachingWords = known.reaching?.words
        from = known.versions.who
    }

    /// With what a referral said otherwise in its fields, and that as the reason.
    mutating func take(_ open: SaidOtherwise.Open) {
        phone = open.said.phone?.description ?? phone
        email = open.said.email?.description ?? email
        address = open.said.address ?? address
        reason = open.source
        said = open.referral.description
    }

    /// What it puts right, or everything that must be seen to first. Nobody need be
    /// reachable: that no way is safe is worth knowing.
    func read(today: Day) throws(Problems) -> Correction {
        var problems = Problems()
        let particulars = readParticulars(&problems, today)
        let reason = problems.text(reason, "reason", "Say why it is being put right", upTo: 300)
        let reaching = readReaching(&problems)
        guard let particulars, let reason, let reaching, problems.list.isEmpty else { throw problems }
        return Correction(
            particulars: particulars,
            reaching: reaching,
            reason: reason,
            from: from ?? "",
            said: said.flatMap { Referral.ID($0) }
        )
    }
}
