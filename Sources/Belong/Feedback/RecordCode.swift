import Store

/// The codes by which a GP's system knows what happened, for those recorded facts
/// that have one.
///
/// Source: SNOMED CT, as the national social prescribing codes of the PCN DES are
/// used in gm-sde and SocialRx. *Social prescribing offered* (871691000000100) is
/// left out: its check digit holds, but no source we have confirms it. Members of
/// the needs and support reference sets (1373501000000105, 1373511000000107) need a
/// licensed release and are not shipped.
enum RecordCode: String, CaseIterable, Sendable, Column {
    case referral = "871731000000106"
    case declined = "871711000000103"
    case physicalActivity = "390893007"
    case socialContext = "48176007"

    var term: String {
        switch self {
        case .referral: "Referral to social prescribing service (procedure)"
        case .declined: "Social prescribing declined"
        case .physicalActivity: "Referral to physical activity programme"
        case .socialContext: "Social context"
        }
    }

    /// *Social prescribing declined (SNOMED CT 871711000000103)*
    var line: String { "\(term) (SNOMED CT \(rawValue))" }
}
