/// What someone does in an organisation. One person may do several things, in
/// several places, and sees all their work in one.
public enum Role: String, CaseIterable, Sendable {
    case linkWorker = "link_worker"
    /// A GP, a nurse, any other professional who sees patients.
    case clinician
    case receptionist
    case practiceManager = "practice_manager"
    case supervisor
    /// Whoever welcomes people into a VCSE group.
    case coordinator
    case networkLead = "network_lead"
    case administrator

    public var title: String {
        switch self {
        case .linkWorker: "Link worker"
        case .clinician: "Clinician"
        case .receptionist: "Receptionist"
        case .practiceManager: "Practice manager"
        case .supervisor: "Supervisor"
        case .coordinator: "VCSE coordinator"
        case .networkLead: "Network lead"
        case .administrator: "Administrator"
        }
    }
}
