import Foundation
import Kernel
import Store

/// Words to a colleague about a visit: short enough for a text, and never of whom it is with.
struct LoneVisitWords: Sendable {
    let subject: String
    let body: String

    static func asking(_ visit: LoneVisit, _ step: LoneVisit.Step, _ link: String) -> LoneVisitWords {
        let ended = London.time(visit.until)
        let then = step == .ask ? "" : " \(visit.buddy.name) is told now."
        return LoneVisitWords(
            subject: "Are you out and safe?",
            body:
                "Belong: your visit was to end at \(ended). Are you out and safe? Answer OUT, or open \(link).\(then)"
        )
    }

    static func telling(_ visit: LoneVisit, _ step: LoneVisit.Step, _ link: String) -> LoneVisitWords {
        let name = visit.owner.name
        let number = visit.ownerPhone.map { " on \($0)" } ?? ""
        let ended = London.time(visit.until)
        let body =
            switch step {
            case .help:
                "Belong: \(name) is on a visit alone and asks for help. Ring 999, or them\(number) if you are sure "
                    + "that it is safe. What is known: \(link)"
            case .everybody:
                "Belong: \(name)’s visit alone was to end at \(ended), and nobody has heard from them for half an "
                    + "hour. Ring them\(number). If they do not answer, ring 999. What is known: \(link)"
            case .ask, .buddy:
                "Belong: \(name)’s visit alone was to end at \(ended), and they have not said that they are out. "
                    + "Ring them\(number), then say how it stands: \(link)"
            }
        let subject =
            step == .help ? "A colleague asks for help" : "A colleague has not said that they are out"
        return LoneVisitWords(subject: subject, body: body)
    }

    static func calming(_ visit: LoneVisit) -> LoneVisitWords {
        LoneVisitWords(
            subject: "Your colleague is out and safe",
            body: "Belong: \(visit.owner.name) is out and safe. There is nothing more to do. Thank you."
        )
    }
}

extension Writer {
    /// Does these steps at once: whoever is reached by the last of them reads its words.
    func tell(of visit: LoneVisit, _ steps: [LoneVisit.Step], _ site: WebAddress, at now: Date) throws {
        guard let last = steps.max(by: { $0.rawValue < $1.rawValue }) else { return }
        for step in steps {
            try run(
                """
                INSERT INTO lone_visit_alert (entry, until, step, told_at)
                VALUES (\(visit.entry), \(visit.until), \(step.rawValue), \(now))
                ON CONFLICT (entry, until, step) DO NOTHING
                """
            )
        }
        let link = "\(site)/lone-visits/\(visit.first)"
        if last != .help { try write(.asking(visit, last, link), to: visit.owner.id, at: now) }
        for hearer in try hearers(of: visit, last, at: now) {
            try run(
                """
                INSERT INTO lone_visit_telling (entry, member, told_at, step)
                VALUES (\(visit.entry), \(hearer), \(now), \(last.rawValue))
                ON CONFLICT (entry, member, told_at) DO NOTHING
                """
            )
            try write(.telling(visit, last, link), to: hearer, at: now)
        }
    }

    /// They are out, by whoever says so. Those who were told hear of it as well.
    /// Gives whether nobody had said so before.
    func end(_ visit: LoneVisit, by member: Member.ID, byText: Bool, at now: Date) throws -> Bool {
        let ended = try run(
            """
            INSERT INTO lone_visit_end (entry, ended_at, ended_by, by_text)
            VALUES (\(visit.entry), \(now), \(member), \(byText))
            ON CONFLICT (entry) DO NOTHING
            """
        )
        guard ended == 1 else { return false }
        let told: [Member.ID] = try values(
            "SELECT DISTINCT member FROM lone_visit_telling WHERE entry = \(visit.entry)"
        )
        for hearer in told where hearer != member { try write(.calming(visit), to: hearer, at: now) }
        return true
    }

    /// By text where their own number takes one, and by e-mail.
    private func write(_ words: LoneVisitWords, to member: Member.ID, at now: Date) throws {
        let row = try rows(
            """
            SELECT member.email, profile.phone
            FROM member
            LEFT JOIN profile ON profile.member = member.id AND profile.replaced_by IS NULL
            WHERE member.id = \(member)
            """
        ).first
        guard let row else { return }
        let (email, phone): (String, PhoneNumber?) = try (row("email"), row("phone"))
        var ways: [(Message.Channel, String)] = [(.email, email)]
        if let phone, phone.takesTexts { ways.append((.text, phone.description)) }
        for (channel, recipient) in ways {
            let message = Message(
                id: Message.ID(at: now),
                channel: channel,
                recipient: recipient,
                subject: words.subject,
                body: words.body,
                dueAt: now
            )
            try add(message, about: nil, by: nil, at: now)
        }
    }
}

extension Reader {
    /// The buddy at first; half an hour on, or when they ask for help, their supervisor and the
    /// next of the practice as well.
    fileprivate func hearers(
        of visit: LoneVisit,
        _ step: LoneVisit.Step,
        at now: Date
    ) throws -> [Member.ID] {
        guard step != .ask else { return [] }
        guard step != .buddy, let practice = visit.practice else { return [visit.buddy.id] }
        let supervisors: [Member.ID] = try values(
            """
            SELECT DISTINCT supervisor FROM placement
            WHERE link_worker = \(visit.owner.id) AND supervisor IS NOT NULL AND \(Placement.current(on: Day(now)))
            """
        )
        let chain = try worryChain(at: practice, besides: visit.owner.id, at: now).prefix(2)
        var seen: Set<Member.ID> = []
        return ([visit.buddy.id] + supervisors + chain).filter { seen.insert($0).inserted }
    }
}
