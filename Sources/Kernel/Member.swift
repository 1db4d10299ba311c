/// Someone who works with Belong and signs in to it.
package struct Member: Identifiable, Sendable {
    package let id: Key<Member>
    package let name: String
    package let memberships: [Membership]

    /// One thing they do in one place, today.
    package struct Membership: Hashable, Sendable {
        package let role: Role
        package let organisation: Organisation

        package init(role: Role, organisation: Organisation) {
            self.role = role
            self.organisation = organisation
        }
    }

    package init(id: Member.ID = Key(), name: String, memberships: [Membership]) {
        self.id = id
        self.name = name
        self.memberships = memberships
    }

    package func isA(_ role: Role) -> Bool {
        memberships.contains { $0.role == role }
    }

    /// Where they do any of these things.
    package func organisations(as roles: Role...) -> [Organisation.ID] {
        var seen: Set<Organisation.ID> = []
        return memberships.compactMap { membership in
            guard roles.contains(membership.role) else { return nil }
            let id = membership.organisation.id
            return seen.insert(id).inserted ? id : nil
        }
    }
}
