import Foundation
import Kernel
import Store

/// How often forms that are open to anybody may be sent from one address: often
/// enough for a waiting room that shares one, not for a machine. Nobody is shut out
/// for good, and nobody is asked to prove that they are human.
struct Pacing: Sendable {
    let store: any Store

    /// What is sent without signing in.
    enum Form: String, Sendable, Column {
        case asking
        case link

        /// So many within the hour before each further one costs a wait.
        var patience: Int {
            switch self {
            case .asking: 12
            case .link: 60
            }
        }
    }

    struct TooMany: Refusal {
        let seconds: Int

        var sentence: String {
            let wait = seconds > 60 ? ((seconds + 59) / 60).counted("minute") : seconds.counted("second")
            return "Many forms came from where you are just now. Wait \(wait), then send it again."
        }
    }

    /// Counts one more from this address, or says how long to wait. What was sent
    /// within the last hour is known and nothing older.
    func take(_ form: Form, from address: String, at now: Date = .now) async throws {
        try await store.write { work in
            // One at a time, so that many at once are all counted.
            _ = try work.rows("SELECT one FROM sign_in_turn \(work.dialect.forUpdate)")
            try work.run("DELETE FROM public_sending WHERE sent_at <= \(now.addingTimeInterval(-3_600))")
            let sent = try work.rows(
                """
                SELECT COUNT(*) AS times, MAX(sent_at) AS last
                FROM public_sending
                WHERE address = \(address) AND form = \(form)
                """
            ).first
            let (times, last): (Int, Date?) = try (sent?("times") ?? 0, sent?("last"))
            let wait = Self.wait(after: times, form) - now.timeIntervalSince(last ?? .distantPast)
            guard wait <= 0 else { throw TooMany(seconds: Int(wait.rounded(.up))) }
            try work.run(
                """
                INSERT INTO public_sending (id, form, address, sent_at)
                VALUES (\(Key<Pacing>(at: now)), \(form), \(address), \(now))
                """
            )
        }
    }

    /// The wait doubles with every one past patience, up to fifteen minutes.
    static func wait(after times: Int, _ form: Form) -> TimeInterval {
        guard times >= form.patience else { return 0 }
        return min(900, 10 * pow(2, Double(times - form.patience)))
    }
}
