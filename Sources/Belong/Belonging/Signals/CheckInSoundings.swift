import Foundation
import Kernel
import Store

/// Who looks at a placement. What a link worker answered is there for themselves, and for those they share it with
/// today: permission is of today, facts are of the date.
enum Onlooker: Sendable, Equatable {
    case linkWorker
    case colleague(Set<Confidant>)
}

/// What was answered about one placement in check-ins, as far as whoever looks may see it.
struct Answered: Sendable {
    let all: [One]
    let onlooker: Onlooker

    struct One: Sendable, Equatable {
        let item: CheckInItem.ID
        let respondent: Respondent
        /// The member, the group or the case: so that different ones can be told apart.
        let who: Key<LightQuestions.Who>?
        let answer: CheckInAnswer
        let at: Date
    }

    /// What a signal that is read from questions finds in its span.
    func evidence(for signal: Signal, _ items: [CheckInItem], _ span: Span) -> Evidence {
        let heard = all.filter { signal.items.contains($0.item) && $0.at > span.from && $0.at <= span.at }
        var answers: [Respondent: Evidence.Answers] = [:]
        var silence: Evidence.Unknown?
        for respondent in signal.respondents {
            let said = heard.filter { $0.respondent == respondent }
            let people = Set(said.map(\.who)).count
            if said.isEmpty {
                silence =
                    silence ?? (respondent == .linkWorker && onlooker != .linkWorker ? .notShared : .nothing)
            } else if people < respondent.peopleNeeded {
                silence = .tooFewPeople(people, needed: respondent.peopleNeeded)
            } else {
                answers[respondent] = Self.fold(said, items)
                // Groups are weighed one by one, however often each of them answers.
                if respondent == .vcse { answers[respondent]?.groups = Self.weighed(said, items) }
            }
        }
        return answers.isEmpty ? .unknown(silence ?? .nothing) : .answers(answers)
    }

    /// What the link worker says of one configuration: their last word on each of its questions.
    func voice(on configuration: Configuration, _ items: [CheckInItem], at moment: Date) -> Position.Voice {
        let asked = configuration.signals.filter { signal in
            signal.items.contains { CheckInItem.respondent(of: $0) == .linkWorker }
        }
        let last = asked.flatMap { signal in
            signal.items.compactMap { item in
                all.filter { one in
                    one.item == item && one.respondent == .linkWorker && one.at <= moment
                        && one.at > Span(days: signal.window.length, until: moment).from
                }.max { $0.at < $1.at }
            }
        }
        let said = last.compactMap { one in
            items.first { $0.id == one.item }.flatMap { item in
                item.band(of: one.answer).map { _ in (item, one) }
            }
        }
        return said.isEmpty ? .silent : said.contains { $0.0.isNo($0.1.answer) } ? .saysNo : .heard
    }

    /// How many different ones gave an answer that carries weight.
    private static func weighed(_ said: [One], _ items: [CheckInItem]) -> Int {
        Set(
            said.filter { one in items.first { $0.id == one.item }?.band(of: one.answer) != nil }.map(\.who)
        ).count
    }

    private static func fold(_ said: [One], _ items: [CheckInItem]) -> Evidence.Answers {
        said.reduce(into: Evidence.Answers()) { answers, one in
            guard let band = items.first(where: { $0.id == one.item })?.band(of: one.answer) else {
                answers.unsaid += 1
                return
            }
            answers.tally.add(band)
            answers.credit += band == .belonging ? 1 : band == .fittingIn ? 0.5 : 0
        }
    }
}

extension Signal.Window {
    /// How many days it looks back.
    var length: Int {
        switch self {
        case .days(let days), .start(let days): days
        case .points, .now: 365
        }
    }
}

extension Reader {
    /// Everything answered about these placements until a moment, as far as it is shared now.
    func answered(
        _ ground: Ground,
        at moment: Date,
        by onlooker: Onlooker,
        now: Date
    ) throws -> [Placement.ID: Answered] {
        let span = Span(days: 365, until: moment)
        let said = try rows(
            """
            WITH \(ground.scoped)
            SELECT check_in_answer.placement, item, check_in_answer.respondent, answer, answered_at,
                COALESCE(check_in.member, check_in.activity, check_in."case") AS who
            FROM scoped
            JOIN check_in_answer ON check_in_answer.placement = scoped.id
                AND answered_at > \(span.from) AND answered_at <= \(span.at)
            JOIN check_in ON check_in.id = check_in_answer.check_in
            WHERE check_in_answer.respondent <> 'link_worker' OR \(open(to: onlooker, now))
            ORDER BY answered_at, item
            """
        ).map { row -> (Placement.ID, Answered.One) in
            try (
                row("placement"),
                Answered.One(
                    item: row("item"),
                    respondent: row("respondent"),
                    who: row("who"),
                    answer: row("answer"),
                    at: row("answered_at")
                )
            )
        }
        return Dictionary(grouping: said, by: \.0).mapValues {
            Answered(all: $0.map(\.1), onlooker: onlooker)
        }
    }

    private func open(to onlooker: Onlooker, _ now: Date) -> SQL {
        switch onlooker {
        case .linkWorker: "TRUE"
        case .colleague(let audiences):
            """
            EXISTS (
                SELECT 1 FROM check_in_sharing
                WHERE check_in_sharing.placement = scoped.id AND check_in_sharing.item = check_in_answer.item
                    AND audience IN (\(each: audiences.map(\.rawValue))) AND shared_at <= \(now)
                    AND (ended_at IS NULL OR ended_at > \(now)))
            """
        }
    }
}
