import Foundation
import Kernel
import Store

/// Somebody rings: *I got a message from a Sam?* The desk learns whether a surname
/// is known to a link worker here and what may be said, and nothing more
/// (journeys, 5.2). Each person found is a look in the log.
struct CallerCheck: Sendable {
    let surname: String
    let answer: Answer
    /// Another time they could be rung, where something may be said at all.
    var rebooking: Rebooking?
    /// When they are rung now, just after it was changed.
    var rebooked: String?
    /// Their time with a link worker is over, or never began: whom the desk can tell.
    var back: ComingBack?

    enum Answer: Sendable, Equatable {
        case unknown
        /// More than one: their day of birth tells them apart.
        case several
        /// Somebody whose words must give nothing away, or who was never asked.
        case sayNothing(linkWorker: String)
        case known([String])
    }

    /// What the desk reads out.
    var script: [String] {
        switch answer {
        case .unknown:
            ["“I cannot find a message from here under that name. I am glad to take your number.”"]
        case .several:
            ["“May I have your date of birth?” More than one person here has that name."]
        case .sayNothing(let linkWorker):
            [
                "Say nothing about a link worker, not even that you know the name.",
                "“I will see that the right person hears you rang.” Then tell \(linkWorker).",
            ]
        case .known(let lines): lines
        }
    }
}

extension FrontDesk {
    func check(_ surname: String, bornOn: Day?, at now: Date = .now) async throws -> CallerCheck {
        guard !practices.isEmpty else { throw Missing() }
        let (me, practices, folded) = (member.id, practices, surname.folded)
        let answer = try await store.write { work in
            let found = try work.callers(folded, bornOn, at: practices, at: now)
            let people = Set(found.map(\.person))
            for person in people.sorted(by: { "\($0)" < "\($1)" }) {
                try work.log(.looked, Key<CallerCheck>(person.uuid), about: person, by: me, at: now)
            }
            var told = Told(found, people: people.count, at: now)
            told.rebooking = try work.rebooking(of: found, people: people.count, at: now)
            told.back = people.count == 1 && found[0].isSafe ? found[0].back : nil
            return told
        }
        return CallerCheck(
            surname: surname,
            answer: answer.answer,
            rebooking: answer.rebooking,
            back: answer.back
        )
    }

    /// What a transaction may answer with.
    private struct Told: Sendable {
        let answer: CallerCheck.Answer
        var rebooking: Rebooking?
        var back: ComingBack?

        init(_ found: [Caller], people: Int, at now: Date) {
            guard let latest = found.first else {
                answer = .unknown
                return
            }
            guard people == 1 else {
                answer = .several
                return
            }
            answer =
                latest.isSafe ? .known(latest.script(at: now)) : .sayNothing(linkWorker: latest.linkWorker)
        }
    }
}

/// One referral or case of whoever rings.
struct Caller: Sendable {
    let person: Person.ID
    let referrer: String?
    let linkWorker: String
    let saidNo: Bool
    let isSafe: Bool
    let ringsAt: Date?
    /// Their case, once somebody has it.
    let held: HeldCase?
    /// That it is over, if it is.
    var back: ComingBack?

    /// Who suggested it, who will be in touch, and that no is an answer.
    func script(at now: Date) -> [String] {
        if let back { return back.script(suggestedBy: referrer) }
        let suggested = referrer.map { "“\($0) suggested it.”" } ?? "“You asked for it yourself.”"
        guard !saidNo else {
            return [suggested, "“You said no, and that is fine: nobody will ring you.”"]
        }
        let when = ringsAt.map { Day($0) == Day(now) ? "today" : "on \(Day($0).spoken)" }
        let next = when.map { "“\(linkWorker) will ring you \($0).”" } ?? "“\(linkWorker) will be in touch.”"
        return [
            "Ask for their date of birth first: say this to nobody but themselves.",
            suggested,
            next,
            "“You can say no, and that is fine.”",
        ]
    }
}
