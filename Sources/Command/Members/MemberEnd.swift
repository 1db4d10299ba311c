import ArgumentParser
import Belong
import Kernel
import Store

/// Ends what someone does, in one place or everywhere.
struct MemberEnd: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract: "End what someone does, and sign them out everywhere.",
        discussion: """
            What they wrote stays, with their name. They may still sign in and see nothing but themselves. \
            Placements end too; people whose link worker leaves are counted here and named by `belong check` \
            until somebody has them.
            """
    )

    @Argument(help: "Their e-mail address.")
    var email: String

    @Option(help: "Only what they do here: the name or the ODS code of an organisation.")
    var at: String?

    @OptionGroup var place: StoreChoice

    func work(on store: any Store) async throws {
        guard let address = EmailAddress(email) else { throw Stop("That is not an e-mail address.") }
        let roster = Roster(store: store)
        let member = try await roster.find(address)
        let ended = try await organisations(of: member, in: roster)
        for organisation in ended {
            let left = try await Members(store: store).end(member.id, at: organisation.id)
            say("\(member.name) no longer works at \(organisation.name) here.")
            if left > 0 { say(Unheld.sentence(left)) }
        }
        if ended.isEmpty { say("\(member.name) had nothing to end.") }
    }

    private func organisations(of member: Member, in roster: Roster) async throws -> [Organisation] {
        if let at { return [try await roster.organisation(at)] }
        var seen: Set<Organisation.ID> = []
        return member.memberships.map(\.organisation).filter { seen.insert($0.id).inserted }
    }
}
