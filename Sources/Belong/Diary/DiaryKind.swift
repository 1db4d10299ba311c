import Store

extension DiaryEntry {
    /// What one's time goes to.
    enum Kind: String, CaseIterable, Sendable, Column {
        case call
        case video
        case practice
        case goingAlong = "going_along"
        case elsewhere
        case home
        case walk
        case meeting
        case supervision
        case learning
        case community

        var name: String {
            switch self {
            case .call: "Phone call"
            case .video: "Video call"
            case .practice: "At the practice"
            case .goingAlong: "Going along with them"
            case .elsewhere: "Meeting in a community place"
            case .home: "Visit at home"
            case .walk: "A walk together"
            case .meeting: "Meeting"
            case .supervision: "Supervision"
            case .learning: "Learning"
            case .community: "Community time"
            }
        }

        /// What it counts towards in a week.
        var share: Share {
            switch self {
            case .call, .video, .practice, .goingAlong, .elsewhere, .home, .walk: .people
            case .community: .community
            case .meeting, .supervision, .learning: .team
            }
        }

        /// How a conversation of this kind is written down afterwards.
        var mode: Contact.Mode? {
            switch self {
            case .call: .phone
            case .video: .video
            case .practice: .practice
            case .goingAlong, .elsewhere: .community
            case .home: .home
            case .walk: .walk
            case .meeting, .supervision, .learning, .community: nil
            }
        }

        /// How it is flagged in a list.
        var colour: String {
            switch share {
            case .people: "leaf"
            case .community: "sun"
            case .team: "sky"
            }
        }
    }

    /// The three parts of a week that are agreed.
    enum Share: String, CaseIterable, Sendable {
        case people
        case community
        case team

        var name: String {
            switch self {
            case .people: "With people"
            case .community: "Community time"
            case .team: "Supervision, team and learning"
            }
        }
    }
}
