/// A body that people work in or for: a practice, a network of practices, a
/// group of the voluntary sector, an employer.
package struct Organisation: Identifiable, Hashable, Sendable {
    package let id: Key<Organisation>
    package let kind: Kind
    package let name: String

    package enum Kind: String, CaseIterable, Sendable {
        case practice
        /// A primary care network (PCN): practices that share link workers.
        case network
        /// Voluntary, community and social enterprise.
        case vcse
        /// Any other employer or funder: a council, a trust.
        case other
    }

    package init(id: Organisation.ID = Key(), kind: Kind, name: String) {
        self.id = id
        self.kind = kind
        self.name = name
    }
}
