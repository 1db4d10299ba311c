import ArgumentParser
import Belong
import Kernel
import Store

/// Lets someone sign in, or do one thing more than they did.
struct MemberAdd: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Let someone sign in, and say what they do where.",
        discussion: """
            The password is asked for, or read from a file or from standard input; it is never an argument, \
            where others on this machine could read it. Somebody who is here already is given a further role.
            """
    )

    @Option(help: "Their name, as colleagues know it.")
    var name: String

    @Option(help: "Their e-mail address. They sign in with it.")
    var email: String

    @Option(help: "What they do: \(Role.allCases.map(\.rawValue).joined(separator: ", ")).")
    var role: String?

    @Option(help: "Where they do it: the name or the ODS code of an organisation.")
    var at: String?

    @Option(help: "A file with the password on its first line; - for standard input.")
    var passwordFile: String?

    @OptionGroup var place: StoreChoice

    func validate() throws {
        guard (role == nil) == (at == nil) else {
            throw ValidationError("Give --role and --at together, or neither.")
        }
        guard role == nil || Role(rawValue: role ?? "") != nil else {
            throw ValidationError("There is no such role. The roles are listed by --help.")
        }
    }

    func work(on store: any Store) async throws {
        guard let address = EmailAddress(email) else { throw Stop("That is not an e-mail address.") }
        let roster = Roster(store: store)
        let organisation = try await at.asyncMap { try await roster.organisation($0) }
        let member = try await added(address, roster: roster, to: store)
        if let role = role.flatMap({ Role(rawValue: $0) }), let organisation {
            try await Members(store: store).add(member, as: role, at: organisation.id)
            say("\(role.title) at \(organisation.name).")
        }
    }

    /// Whoever has the address already, if only a role is to be added.
    private func added(
        _ address: EmailAddress,
        roster: Roster,
        to store: any Store
    ) async throws -> Member.ID {
        if role != nil, let known = try? await roster.find(address) { return known.id }
        let id = try await Members(store: store).add(
            name: name,
            email: address,
            password: Password.read(from: passwordFile)
        )
        say("\(name) can sign in as \(address).")
        return id
    }
}

extension Optional where Wrapped: Sendable {
    fileprivate func asyncMap<Answer: Sendable>(
        _ transform: (Wrapped) async throws -> Answer
    ) async throws -> Answer? {
        guard let self else { return nil }
        return try await transform(self)
    }
}
