/// Someone who works with Belong and signs in to it.
public struct Member: Identifiable, Sendable {
    public let id: Key<Member>
    public let name: String
    public let memberships: [Membership]

    /// One thing they do in one place, today.
    public struct Membership: Hashable, Sendable {
        public let role: Role
        public let organisation: Organisation

        public init(role: Role, organisation: Organisation) {
            self.role = role
            self.organisation = organisation
        }
    }

    public init(id: Member.ID = Key(), name: String, memberships: [Membership]) {
        self.id = id
        self.name = name
        self.memberships = memberships
    }

    public func isA(_ role: Role) -> Bool {
        memberships.contains { $0.role == role }
    }

    /// Where they do anything, each once.
    public var organisations: [Organisation] {
        var seen: Set<Organisation.ID> = []
        return memberships.map(\.organisation).filter { seen.insert($0.id).inserted }
    }

    /// Where they do any of these things.
    public func organisations(as roles: Role...) -> [Organisation.ID] {
        var seen: Set<Organisation.ID> = []
        return memberships.compactMap { membership in
            guard roles.contains(membership.role) else { return nil }
            let id = membership.organisation.id
            return seen.insert(id).inserted ? id : nil
        }
    }
}
