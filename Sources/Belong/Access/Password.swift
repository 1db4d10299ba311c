import Dispatch

/// Makes and tries passwords on two threads of its own, so that a crowd at
/// sign-in slows down sign-in and nothing else.
struct Passwords: Sendable {
    private let desks = [
        DispatchQueue(label: "belong.password.0"),
        DispatchQueue(label: "belong.password.1"),
    ]

    /// What a new password must be (NIST SP 800-63B and ASVS 6.2: length, and
    /// nothing about kinds of characters).
    static let shortest = 12

    struct Unmakeable: Error {}

    func hash(_ password: String) async throws -> String {
        guard let hash = await run({ Sodium.hash(password: password) }) else { throw Unmakeable() }
        return hash
    }

    func verify(_ password: String, against hash: String) async -> Bool {
        await run { Sodium.verify(password: password, against: hash) }
    }

    private func run<Answer: Sendable>(_ work: @escaping @Sendable () -> Answer) async -> Answer {
        let desk = desks[Int.random(in: desks.indices)]
        return await withCheckedContinuation { continuation in
            desk.async { continuation.resume(returning: work()) }
        }
    }
}
