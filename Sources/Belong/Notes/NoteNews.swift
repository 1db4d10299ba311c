import Foundation
import Kernel
import Store

/// News drafted from one note, for the link worker to put right.
extension CaseNews {
    /// Its own words go in only if they were written for the practice, and whoever reads
    /// the news is there; as many of them as news holds.
    func drafted(from note: Note.ID?, _ telling: Telling) async throws -> NewsForm {
        var form = NewsForm(telling.facts, telling.facts.milestone)
        guard let note, telling.listener.route == .practice else { return form }
        let notes = Notes(store: store, member: member)
        let found = try await store.read { try notes.find(note, on: telling.caseID, in: $0) }
        guard found.audience == .gp else { return form }
        form.words = found.words.cut(toWords: News.longest)
        return form
    }
}

extension String {
    /// Its beginning, as it is written, up to so many words.
    func cut(toWords most: Int) -> String {
        let words = split(whereSeparator: \.isWhitespace)
        guard words.count > most else { return self }
        return String(self[..<words[most - 1].endIndex]) + "…"
    }

    /// Its beginning on one line, up to so many characters, cut at a word.
    func cut(toCharacters most: Int) -> String {
        let line = onOneLine
        guard line.count > most else { return line }
        let head = line.prefix(most - 1)
        return (head.lastIndex(of: " ").map { String(head[..<$0]) } ?? String(head)) + "…"
    }
}
