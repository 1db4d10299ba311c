/// What those who wait have heard, and said, as flags beside their names.
extension Set<ReferralRequest.Told> {
    /// What the person has heard, in words.
    var words: String {
        switch (contains(.role), contains(.contact), contains(.choice)) {
        case (true, true, _): "knows what to expect"
        case (false, false, false): "has not been told yet"
        case (_, false, _): "may not know that anyone will ring"
        case (false, true, _): "knows someone will ring, not why"
        }
    }
}

extension Wish.Answer {
    /// What the person said to the invitation, as a flag.
    var words: String {
        switch self {
        case .yes: "said yes"
        case .no: "said no: do not ring"
        case .anotherTime: "asks for another time"
        }
    }
}
