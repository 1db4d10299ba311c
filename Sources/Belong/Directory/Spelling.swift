import Kernel
import Store

/// A typed word that no activity has, and the word it was probably meant to be.
struct Respelling: Equatable, Sendable {
    let typed: String
    let meant: String
    let stem: String

    /// So many words at most stand for one that nobody knows.
    static let most = 4
}

extension Writer {
    /// Learns the words of the directory, with their three-letter pieces, so that
    /// a slip of the finger still leads to them.
    func learn(_ vocabulary: [String: String]) throws {
        let words = vocabulary.sorted { $0.key < $1.key }
        var pieces: [[any Column]] = []
        for start in stride(from: 0, to: words.count, by: 500) {
            let batch = words[start..<Swift.min(start + 500, words.count)]
            let fresh: [String] = try values(
                .inserting(
                    into: "search_word (stem, word)",
                    batch.map { [$0.key, $0.value] as [any Column] },
                    ending: "ON CONFLICT (stem) DO NOTHING RETURNING stem"
                )
            )
            for stem in fresh { pieces += stem.trigrams.map { [$0, stem] as [any Column] } }
        }
        try insert("search_trigram (trigram, stem)", pieces)
    }
}

extension Reader {
    /// How each typed word that nobody knows was probably meant.
    func respellings(of typed: [(stem: String, word: String)]) throws -> [Respelling] {
        let doubtful = typed.filter { $0.stem.count >= 4 && $0.stem.allSatisfy(\.isLetter) }
        guard !doubtful.isEmpty else { return [] }
        let known: Set<String> = try Set(
            values("SELECT stem FROM search_word WHERE stem IN (\(each: doubtful.map(\.stem)))")
        )
        return try doubtful.filter { !known.contains($0.stem) }.flatMap { stem, word in
            try nearest(to: stem).map { Respelling(typed: word, meant: $0.word, stem: $0.stem) }
        }
    }

    /// Those with the fewest slips; where several are as near, each of them may have been meant.
    private func nearest(to typed: String) throws -> [(stem: String, word: String)] {
        let rows = try rows(
            """
            SELECT search_word.stem, search_word.word, COUNT(*) AS shared
            FROM search_trigram
            JOIN search_word ON search_word.stem = search_trigram.stem
            WHERE trigram IN (\(each: typed.trigrams))
            GROUP BY search_word.stem, search_word.word
            ORDER BY shared DESC, search_word.stem
            LIMIT 60
            """
        )
        let near = try rows.compactMap { row -> (slips: Int, stem: String, word: String)? in
            let (stem, word): (String, String) = try (row("stem"), row("word"))
            let slips = typed.slips(to: stem)
            return slips <= (typed.count < 7 ? 1 : 2) ? (slips, stem, word) : nil
        }
        guard let fewest = near.map(\.slips).min() else { return [] }
        return near.filter { $0.slips == fewest }.sorted { $0.stem < $1.stem }.prefix(Respelling.most)
            .map { ($0.stem, $0.word) }
    }
}

extension String {
    /// Its three-letter pieces, with the beginning and the end marked.
    var trigrams: [String] {
        let letters = Array("^" + self + "$")
        guard letters.count >= 3 else { return [] }
        return Array(Set((0...(letters.count - 3)).map { String(letters[$0..<($0 + 3)]) })).sorted()
    }

    /// How many letters are wrong, missing, too many, or swapped with the next
    /// (Damerau's distance between neighbours).
    func slips(to other: String) -> Int {
        let (mine, theirs) = (Array(self), Array(other))
        var before: [Int] = []
        var last = Array(0...theirs.count)
        for (row, letter) in mine.enumerated() {
            var line = [row + 1]
            for (column, wanted) in theirs.enumerated() {
                var best = Swift.min(last[column + 1] + 1, line[column] + 1)
                best = Swift.min(best, last[column] + (letter == wanted ? 0 : 1))
                if row > 0, column > 0, letter == theirs[column - 1], mine[row - 1] == wanted {
                    best = Swift.min(best, before[column - 1] + 1)
                }
                line.append(best)
            }
            (before, last) = (last, line)
        }
        return last[theirs.count]
    }
}
