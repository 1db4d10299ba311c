import Foundation
import Kernel
import Web

/// What happened, exactly as it was typed.
struct ContactForm: Decodable, Sendable {
    var mode: String?
    var place = ""
    var day = ""
    var time = ""
    var minutes = ""
    var wentAlong: [String]?
    var outcome: String?
    var tried = ""
    var next = ""
    var knewWhy: String?
    var matters = ""
    var helps = ""
    var hinders = ""
    var more = ""
    var because: String?
    var draft: String?

    var draftID: Draft.ID? { draft.flatMap { Draft.ID($0) } }

    /// What it tells, or everything that must be put right first.
    func read(at now: Date = .now) throws(Problems) -> Contact.Told {
        var problems = Problems()
        let mode = problems.unless(
            mode.flatMap(Contact.Mode.init(rawValue:)),
            "mode",
            "Say how you were in touch"
        )
        let beganAt = beganAt(at: now, &problems)
        let minutes = length(&problems)
        let outcome = outcome(&problems)
        let told = Contact.Told(
            mode: mode ?? .phone,
            place: problems.words(place, "place", upTo: 200),
            beganAt: beganAt ?? now,
            minutes: minutes,
            wentAlong: wentAlong?.contains("yes") == true && outcome?.isReached == true,
            outcome: outcome ?? .reached,
            knewWhy: knewWhy.flatMap(Contact.KnewWhy.init(rawValue:)),
            matters: problems.words(matters, "matters"),
            helps: problems.words(helps, "helps"),
            hinders: problems.words(hinders, "hinders"),
            more: problems.words(more, "more")
        )
        guard problems.list.isEmpty else { throw problems }
        return told
    }

    /// Why something is put right.
    func reason() throws(Problems) -> String {
        var problems = Problems()
        let reason = problems.text(because, "because", "Say in a line why you are putting this right")
        guard let reason, problems.list.isEmpty else { throw problems }
        return reason
    }

    private func beganAt(at now: Date, _ problems: inout Problems) -> Date? {
        let day = problems.unless(Day(day.asWritten), "day", "Enter a day there is, such as 2026-04-14")
        let time = problems.unless(
            TimeOfDay.minute(time.asWritten),
            "time",
            "Enter the time it began, such as 14:00"
        )
        guard let day, let time else { return nil }
        let began = London.instant(day, hour: time / 60, minute: time % 60)
        return problems.unless(began <= now ? began : nil, "day", "That is still to come")
    }

    private func length(_ problems: inout Problems) -> Int? {
        let typed = minutes.asWritten
        guard !typed.isEmpty else { return nil }
        let number = Int(typed).flatMap { (0...1440).contains($0) ? $0 : nil }
        return problems.unless(number, "minutes", "Enter the minutes as a number, or leave it empty")
    }

    private func outcome(_ problems: inout Problems) -> Contact.Outcome? {
        if outcome == "reached" { return reached(&problems) }
        let how = problems.unless(
            outcome.flatMap(Contact.Outcome.How.init(rawValue:)),
            "outcome",
            "Say whether you reached them"
        )
        let tried = problems.words(tried, "tried", upTo: 2_000)
        let next = problems.words(next, "next", upTo: 2_000)
        return how.map { .notReached($0, tried: tried, next: next) }
    }

    /// A conversation has no tries. What was written as one comes back to be moved.
    private func reached(_ problems: inout Problems) -> Contact.Outcome {
        for (field, typed) in [("tried", tried), ("next", next)] where !typed.asWritten.isEmpty {
            problems.add(
                field,
                "You reached them, so this would not be kept here: move it to “Anything else”, or empty it"
            )
        }
        return .reached
    }
}

extension ContactForm {
    /// An empty one, begun now.
    init(at now: Date) {
        day = "\(Day(now))"
        time = London.time(now)
    }

    /// As it was written, to put it right.
    init(_ told: Contact.Told) {
        mode = told.mode.rawValue
        place = told.place
        day = "\(Day(told.beganAt))"
        time = London.time(told.beganAt)
        minutes = told.minutes.map(String.init) ?? ""
        wentAlong = told.wentAlong ? ["yes"] : []
        outcome = told.outcome.word
        tried = told.outcome.tried
        next = told.outcome.next
        knewWhy = told.knewWhy?.rawValue
        matters = told.matters
        helps = told.helps
        hinders = told.hinders
        more = told.more
    }
}
