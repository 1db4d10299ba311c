import Kernel
import Store

extension Reader {
    /// Everything the record knows that a story must not tell by mistake.
    func knownOfThem(_ found: Case) throws -> KnownOfThem {
        var known = KnownOfThem()
        for row in try rows(
            "SELECT given_name, family_name, address, postcode FROM particulars WHERE person = \(found.person)"
        ) {
            let (given, family): (String, String) = try (row("given_name"), row("family_name"))
            let (address, postcode): (String?, String?) = try (row("address"), row("postcode"))
            known.names.formUnion(
                [given, family].flatMap { $0.folded.split(separator: " ").map(String.init) }
            )
            known.places.formUnion(
                KnownOfThem.words(of: [address, postcode].compactMap(\.self).joined(separator: " "))
            )
        }
        known.people.formUnion(
            try colleagues(of: found).reduce(into: Set<String>()) { $0.formUnion(KnownOfThem.words(of: $1)) }
        )
        let places = try placesTheyGo(found)
        known.phrases = places.filter { $0.contains(" ") }.sorted { $0.count > $1.count }
        known.places.formUnion(places.reduce(into: Set<String>()) { $0.formUnion(KnownOfThem.words(of: $1)) })
        let words = try wordsOfTheRecord(found)
        known.capitals = Set(
            words.flatMap(StoryWord.all).filter { $0.isCapital && !$0.beginsSentence && $0.text.count > 1 }
                .map(\.plain)
        )
        known.people.subtract(known.names)
        return known
    }

    private func colleagues(of found: Case) throws -> [String] {
        try values(
            """
            SELECT member.name FROM member
            JOIN membership ON membership.member = member.id
            WHERE membership.organisation = \(found.practice)
            UNION
            SELECT member.name FROM member WHERE member.id = \(found.linkWorker)
            UNION
            SELECT companion FROM introduction WHERE introduction."case" = \(found.id) AND companion IS NOT NULL
            """
        )
    }

    private func placesTheyGo(_ found: Case) throws -> [String] {
        try values(
            """
            SELECT activity.name FROM activity
            JOIN introduction ON introduction.activity = activity.id
            WHERE introduction."case" = \(found.id)
            UNION
            SELECT provider.name FROM provider
            JOIN activity ON activity.provider = provider.id
            JOIN introduction ON introduction.activity = activity.id
            WHERE introduction."case" = \(found.id)
            UNION
            SELECT name FROM organisation WHERE id = \(found.practice)
            """
        )
    }

    private func wordsOfTheRecord(_ found: Case) throws -> [String] {
        try values("SELECT words FROM referral WHERE person = \(found.person)")
            + rows(
                """
                SELECT place, matters, helps, hinders, more, tried, what_next
                FROM contact WHERE contact."case" = \(found.id)
                """
            ).flatMap { row in
                try ["place", "matters", "helps", "hinders", "more", "tried", "what_next"].map {
                    try row($0) as String
                }
            }
            + values(
                """
                SELECT who FROM step JOIN goal ON goal.id = step.goal JOIN plan ON plan.id = goal.plan
                WHERE plan."case" = \(found.id)
                """
            )
    }
}
