import ArgumentParser

/// The program that whoever looks after a Belong works with.
@main
struct BelongCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "belong",
        abstract: "Belong: the working system of a social prescribing service.",
        discussion: """
            Begin with `belong migrate`, which makes the store, then `belong serve`.
            Every setting can be a flag, a variable (BELONG_…) or a line of a settings file: see docs/running.md.
            """,
        version: "0.1.0",
        subcommands: [
            Serve.self,
            Migrate.self,
            Seed.self,
            Check.self,
            OrganisationCommand.self,
            MemberCommand.self,
            PlacementCommand.self,
            WelcomeCommand.self,
            DirectoryCommand.self,
            MessageCommand.self,
            PracticeCommand.self,
            PostcodeCommand.self,
            CatalogueCommand.self,
            AuditCommand.self,
            Backup.self,
        ]
    )
}
