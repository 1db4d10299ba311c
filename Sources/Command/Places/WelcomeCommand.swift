import ArgumentParser
import Belong
import Kernel
import Store

/// Whose coordinators welcome for which provider of the directory.
struct WelcomeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "welcome",
        abstract: "Whose coordinators welcome for which provider of the directory.",
        subcommands: [WelcomeAdd.self, WelcomeEnd.self, WelcomeList.self]
    )
}

/// An organisation and a provider of the directory.
struct WelcomeChoice: ParsableArguments {
    @Option(help: "The name or the ODS code of the organisation whose coordinators welcome.")
    var organisation: String

    @Option(help: "The provider's name in the directory, or its key there.")
    var provider: String
}

/// Lets an organisation's coordinators welcome.
struct WelcomeAdd: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Let an organisation's coordinators welcome for a provider of the directory.",
        discussion: """
            From then on they see who was introduced to that provider's groups, in the words each person \
            agreed to, and answer without a link; and they say whether those groups run and have room. \
            It is never guessed from a name. Make sure first that these are the same people.
            """
    )

    @OptionGroup var choice: WelcomeChoice
    @OptionGroup var place: StoreChoice

    func work(on store: any Store) async throws {
        let organisation = try await Roster(store: store).organisation(choice.organisation)
        try await Welcomings(store: store).add(organisation, for: choice.provider)
        say("The coordinators of \(organisation.name) welcome for \(choice.provider).")
    }
}

/// Ends that.
struct WelcomeEnd: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract: "Let an organisation's coordinators welcome for a provider no more.",
        discussion: "They see nobody who was introduced to its groups any more, from this moment."
    )

    @OptionGroup var choice: WelcomeChoice
    @OptionGroup var place: StoreChoice

    func work(on store: any Store) async throws {
        let organisation = try await Roster(store: store).organisation(choice.organisation)
        try await Welcomings(store: store).end(organisation, for: choice.provider)
        say("The coordinators of \(organisation.name) do not welcome for \(choice.provider) any more.")
    }
}

/// Who welcomes for whom.
struct WelcomeList: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List whose coordinators welcome for which provider, and since when."
    )

    @OptionGroup var place: StoreChoice

    func work(on store: any Store) async throws {
        for line in try await Welcomings(store: store).all() {
            say("\(line.organisation)\t\(line.provider)\tsince \(line.since)")
        }
    }
}
