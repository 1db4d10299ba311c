import ArgumentParser
import Belong
import Kernel
import Store

/// Bodies that people work in or for.
struct OrganisationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organisation",
        abstract: "Bodies that people work in or for.",
        subcommands: [OrganisationAdd.self, OrganisationList.self]
    )
}

/// Adds a voluntary group, a network or another employer.
struct OrganisationAdd: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a voluntary group, a network or another employer.",
        discussion: "Practices are not added here: they come with `belong practice import`."
    )

    @Option(help: "What it is: vcse, network or other.")
    var kind: String

    @Option(help: "Its name.")
    var name: String

    @Option(help: "Its telephone number.")
    var phone: String?

    @Option(help: "Its e-mail address.")
    var email: String?

    @OptionGroup var place: StoreChoice

    func work(on store: any Store) async throws {
        let number = phone.flatMap { PhoneNumber($0) }
        let address = email.flatMap { EmailAddress($0) }
        guard let kind = Organisation.Kind(rawValue: kind) else {
            throw Stop("There is no such kind. It is vcse, network or other.")
        }
        guard (phone == nil) == (number == nil) else { throw Stop("That is not a telephone number.") }
        guard (email == nil) == (address == nil) else { throw Stop("That is not an e-mail address.") }
        try await Organisations(store: store).add(kind, name, phone: number, email: address)
        say("\(name) is here.")
    }
}

/// Every organisation, one to a line.
struct OrganisationList: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the organisations: kind, code, name, telephone, e-mail."
    )

    @Option(help: "Only those of one kind: practice, network, vcse or other.")
    var kind: String?

    @OptionGroup var place: StoreChoice

    func work(on store: any Store) async throws {
        let only = kind.flatMap { Organisation.Kind(rawValue: $0) }
        guard (kind == nil) == (only == nil) else {
            throw Stop("There is no such kind. It is practice, network, vcse or other.")
        }
        for line in try await Organisations(store: store).all(only) {
            let (phone, email) = (line.phone?.description ?? "", line.email?.description ?? "")
            let words = [
                line.organisation.kind.rawValue, line.code ?? "", line.organisation.name, phone, email,
            ]
            say(words.joined(separator: "\t"))
        }
    }
}
