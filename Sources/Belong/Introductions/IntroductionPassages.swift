import Kernel
import Store

extension Reader {
    /// What is kept of somebody and groups, for a copy of their record.
    func introductionPassages(of id: Case.ID) throws -> [Passage] {
        let theirs: SQL = """
            (SELECT introduction.id FROM introduction WHERE introduction."case" = \(id))
            """
        return try passages(
            "introduction",
            """
            SELECT introduction.id, made_at AS at, introduction.words, companion, activity.name
            FROM introduction JOIN activity ON activity.id = introduction.activity
            WHERE introduction."case" = \(id)
            """
        ) { row in
            let name: String = try row("name")
            return try [
                "What \(name) was told": row("words") ?? "Nothing: you were told about it",
                "Who goes along": row("companion") ?? "",
            ]
        }
            + passages(
                "group answer",
                "SELECT id, said_at AS at, answer, words FROM introduction_answer WHERE introduction IN \(theirs)"
            ) { row in
                let kind: GroupAnswer.Kind = try row("answer")
                return try ["What the group answered": "\(kind.name). \(row("words") as String)"]
            }
            + passages(
                "group attendance",
                """
                SELECT id, said_at AS at, answer, words FROM attendance
                WHERE introduction IN \(theirs) AND told_by = 'group'
                """,
                isWorry: true
            ) { row in
                let kind: Attendance.Kind = try row("answer")
                return try ["How it went, says the group": "\(kind.name). \(row("words") as String)"]
            }
            + passages(
                "own attendance",
                """
                SELECT id, said_at AS at, answer, words FROM attendance
                WHERE introduction IN \(theirs) AND told_by = 'person'
                """
            ) { row in
                let kind: Attendance.Kind = try row("answer")
                return try ["How it went, as you said": "\(kind.ownName). \(row("words") as String)"]
            }
            + passages(
                "thanks",
                "SELECT introduction AS id, thanked_at AS at, words FROM thanks WHERE introduction IN \(theirs)"
            ) { try ["Thanks to the group": $0("words")] }
            + passages(
                "objection",
                """
                SELECT introduction_objection.id, said_at AS at, activity.name
                FROM introduction_objection JOIN activity ON activity.id = introduction_objection.activity
                WHERE introduction_objection."case" = \(id)
                """
            ) { try ["You would rather not": $0("name")] }
            + passages(
                "shortlisting",
                """
                SELECT shortlisting.id, added_at AS at, activity.name
                FROM shortlisting JOIN activity ON activity.id = shortlisting.activity
                WHERE shortlisting."case" = \(id)
                """
            ) { try ["A place picked out with you": $0("name")] }
            + agreementPassages(among: theirs)
    }

    /// What they said later of what was agreed.
    private func agreementPassages(among theirs: SQL) throws -> [Passage] {
        try passages(
            "renewal",
            """
            SELECT introduction_renewal.id, agreed_at AS at, activity.name
            FROM introduction_renewal
            JOIN introduction ON introduction.id = introduction_renewal.introduction
            JOIN activity ON activity.id = introduction.activity
            WHERE introduction_renewal.introduction IN \(theirs)
            """
        ) { try ["You said again that a group may know of you": $0("name")] }
            + passages(
                "taking back",
                """
                SELECT introduction AS id, withdrawn_at AS at, activity.name
                FROM introduction_withdrawal
                JOIN introduction ON introduction.id = introduction_withdrawal.introduction
                JOIN activity ON activity.id = introduction.activity
                WHERE introduction_withdrawal.introduction IN \(theirs)
                """
            ) { try ["Taken back from a group": $0("name")] }
            + passages(
                "leave",
                "SELECT id, said_at AS at, hearer, agreed FROM attendance_leave WHERE introduction IN \(theirs)"
            ) { row in
                let (hearer, agreed): (Leave.Hearer, Bool) = try (row("hearer"), row("agreed"))
                return ["Who may hear what you said": hearer.said(agreed)]
            }
    }
}
