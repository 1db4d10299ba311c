import Web

/// What was typed at the front door, and what they were about to do.
struct SigningInForm: Decodable, Sendable {
    let email: String
    let password: String
    var carried: String?

    var goingOn: Carried? { carried.flatMap { Carried(text: $0) } }
}
