import ArgumentParser

/// Who works with Belong here.
struct MemberCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "member",
        abstract: "Who works with Belong here.",
        subcommands: [MemberAdd.self, MemberEnd.self, MemberLink.self, MemberList.self]
    )
}
