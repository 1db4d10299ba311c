import Foundation
import Kernel
import Store
import Web

extension CasePart {
    /// Groups met, what they said, how it went, and what was agreed for each.
    static let introductions = CasePart(
        story: { view, found in
            try view.introductionLines("introduction.\"case\" = \(found.id)").flatMap(\.events)
        },
        agreements: { view, found in
            try view.introductionLines(
                """
                introduction."case" = \(found.id) AND introduction.way <> 'signposting'
                AND \(Introduction.stands)
                """
            )
            .map { line in
                let day = Day(line.agreedAt).short
                return Agreed(
                    what: "\(line.activity) hears what was read out",
                    answer: "yes, \(day)",
                    isYes: true
                )
            } + view.objections(of: found.id)
        },
        record: { view, found in try view.introductionPassages(of: found.id) },
        cards: { view, found, now in
            guard try view.openClosing(of: found.id) == nil else { return [] }
            let lines = try view.introductionLines("introduction.\"case\" = \(found.id)")
            return [Renewal.card(lines.compactMap { $0.renewal(on: Day(now)) })].compactMap(\.self)
        },
        ways: { found in
            [
                Place("Find a group for them", "/community?case=\(found.id)"),
                Place("Places they might like", "/cases/\(found.id)/shortlist"),
                Place("Tell the referrer", "/cases/\(found.id)/news"),
            ]
        }
    )
}

extension Reader {
    fileprivate func objections(of id: Case.ID) throws -> [Agreed] {
        try rows(
            """
            SELECT activity.name, said_at
            FROM introduction_objection
            JOIN activity ON activity.id = introduction_objection.activity
            WHERE introduction_objection."case" = \(id) AND lifted_at IS NULL
            ORDER BY said_at
            """
        )
        .map { row in
            let (name, saidAt): (String, Date) = try (row("name"), row("said_at"))
            return Agreed(what: "\(name) hears of them", answer: "no, \(Day(saidAt).short)", isYes: false)
        }
    }
}

extension Introductions.Line {
    fileprivate var events: [Event] {
        let path = "/introductions/\(introduction.id)"
        let goesAlong = introduction.companion.map { "\($0) goes along" } ?? ""
        let isSignposting = introduction.way == .signposting
        let began = Event(
            at: introduction.madeAt,
            title: isSignposting ? "Told them about \(activity)" : "Introduced to \(activity)",
            facets: [goesAlong],
            words: isSignposting ? "" : introduction.way.name,
            path: path
        )
        let answered = answer.map {
            Event(at: $0.saidAt, title: "\(activity) answered: \($0.line)", words: $0.words, path: path)
        }
        let went = attendance.map { told in
            let teller =
                told.toldBy == .group ? "\(activity) wrote back" : "They said how it went at \(activity)"
            return Event(
                at: told.saidAt,
                title: "\(teller): \(told.kind.name)",
                words: told.words,
                isWithPerson: told.toldBy == .person,
                path: path
            )
        }
        let withdrawn = withdrawnAt.map {
            Event(at: $0, title: "Taken back from \(activity)", words: "Its links open nothing.", path: path)
        }
        return [began] + [answered, withdrawn].compactMap(\.self) + went
    }
}
