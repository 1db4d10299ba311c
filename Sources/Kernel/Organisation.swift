/// A body that people work in or for: a practice, a network of practices, a
/// group of the voluntary sector, an employer.
public struct Organisation: Identifiable, Hashable, Sendable {
    public let id: Key<Organisation>
    public let kind: Kind
    public let name: String

    public enum Kind: String, CaseIterable, Sendable {
        case practice
        /// A primary care network (PCN): practices that share link workers.
        case network
        /// Voluntary, community and social enterprise.
        case vcse
        /// Any other employer or funder: a council, a trust.
        case other
    }

    public init(id: Organisation.ID = Key(), kind: Kind, name: String) {
        self.id = id
        self.kind = kind
        self.name = name
    }
}
