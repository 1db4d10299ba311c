import Foundation
import Kernel
import Store

/// What somebody hopes for, drafted from one note. The link worker chooses the words, the
/// person agrees to each part of them, and only then anything goes.
extension Introducing {
    func hope(from note: Note.ID, of id: Case.ID) async throws -> String {
        let notes = Notes(store: store, member: member)
        let found = try await store.read { try notes.find(note, on: id, in: $0) }
        return found.words.cut(toCharacters: 500)
    }
}
