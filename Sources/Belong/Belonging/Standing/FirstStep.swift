import Kernel

/// The one thing that would help most, where it begins, and whose it is: asked where something is in place and not
/// felt, then where the link worker says no, then where most points to bolted on. Never which is worst.
struct FirstStep: Equatable, Sendable {
    let configuration: Configuration.ID
    let why: String
    let path: String?

    /// Nothing to begin with where too little is known to say.
    init?(_ sixteen: Sixteen, of placement: Placement.ID) {
        let positions = sixteen.positions
        let felt = positions.first { $0.discordance == .inPlaceNotFelt }
        let order: [Position.Label] = [
            .atMostFittingIn, .band(.boltedOn), .between(.boltedOn, .fittingIn),
            .between(.fittingIn, .belonging),
            .band(.fittingIn),
        ]
        let labelled = order.lazy.compactMap { label in positions.first { $0.label == label } }.first
        guard let found = felt ?? labelled else { return nil }
        configuration = found.configuration
        why =
            felt != nil
            ? "The arrangement is there, and it is not felt: asking why costs nothing."
            : found.label == .atMostFittingIn
                ? "The link worker says no, and comes first."
                : "Of what is known, this is \(found.label.words), and what to try is small."
        path = Self.path(found.configuration, placement)
    }

    /// The page on which each action begins.
    private static func path(_ configuration: Configuration.ID, _ placement: Placement.ID) -> String? {
        let room = "/placements/\(placement)"
        return [
            "C02": "\(room)/rules", "C06": "\(room)/meetings", "C11": "/measures",
            "C13": "\(room)/readiness", "C14": "\(room)/supervision", "C09": "/stories", "C16": "/issues",
        ][configuration]
    }
}
