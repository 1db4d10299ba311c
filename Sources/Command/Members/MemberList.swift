import ArgumentParser
import Belong
import Kernel
import Store

/// Everyone who can sign in, one to a line.
struct MemberList: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List everyone who can sign in, and what they do where."
    )

    @OptionGroup var place: StoreChoice

    func work(on store: any Store) async throws {
        for line in try await Roster(store: store).everyone() {
            let roles = line.member.memberships.map { "\($0.role.title), \($0.organisation.name)" }
            say("\(line.email)\t\(line.member.name)\t\(roles.joined(separator: "; "))")
        }
    }
}
