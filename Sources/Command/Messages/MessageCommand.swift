import ArgumentParser
import Belong
import Kernel

/// What carries messages out of the building.
struct MessageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "message",
        abstract: "What carries messages out of the building.",
        subcommands: [MessageTry.self]
    )
}

/// Sends one message with nothing in it to whoever looks after Belong.
struct MessageTry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "try",
        abstract: "Send one test message to a number or an address of your own.",
        discussion: """
            Says whether GOV.UK Notify or the mail server took it, or why not. It goes to nobody else, names nobody, and is kept \
            nowhere. Look whether it arrives.
            """
    )

    @Argument(help: "A mobile number or an e-mail address of your own.")
    var address: String

    @OptionGroup var place: StoreChoice

    func run() async throws {
        try await Stop.explaining {
            let settings = try place.settings()
            let trial = try await MessageTrial.to(address, by: settings.notify, settings.mailServer)
            guard trial.isTaken else { throw Stop(trial.sentence) }
            say(trial.sentence)
        }
    }
}
