import ArgumentParser
import Belong
import Kernel
import Store

/// Makes a link by which somebody sets a new password.
struct MemberLink: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Make a link by which someone sets a new password.",
        discussion: """
            It works once, for two days, and ends those made before. Hand it to them yourself: whoever has it \
            can set the password. Administrators do the same at /colleagues, by e-mail.
            """
    )

    @Argument(help: "Their e-mail address.")
    var email: String

    @OptionGroup var place: StoreChoice

    func work(on store: any Store) async throws {
        guard let address = EmailAddress(email) else { throw Stop("That is not an e-mail address.") }
        let member = try await Roster(store: store).find(address)
        let links = try PasswordLinks(store: store, site: place.settings().address)
        say(try await links.make(for: member.id))
        tell("For \(member.name), once, for two days.")
    }
}
