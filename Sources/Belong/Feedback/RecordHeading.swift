/// The headings under which a GP's record takes what a link worker writes, in the
/// order of the standard, but for the first: what is asked of the reader stands at
/// the top of any message back.
///
/// Source: PRSB Social Prescribing Information Standard v1.1 (DAPB4066), *Message
/// back to GP and referrer*; from 1 January 2026 kept by NHS England, Open
/// Government Licence v3. Headings with nothing under them are left out, save the
/// two that are never blank.
enum RecordHeading: String, CaseIterable, Sendable {
    case plan = "Plan and requested actions"
    case person = "Person demographics"
    case practice = "GP practice"
    case requirements = "Individual requirements"
    case consent = "Consent"
    case referral = "Referral details"
    case complaints = "Presenting complaints or issues"
    case summary = "Clinical summary"
    case risks = "Risks"
    case support = "Care and support plan"
    case author = "Person completing record"

    /// What stands there where nothing is recorded: for these, never nothing.
    var ifNothing: String? {
        switch self {
        case .plan: "None"
        case .risks: "Risks have not been asked about"
        case .person, .practice, .requirements, .consent, .referral, .complaints, .summary, .support, .author:
            nil
        }
    }
}
