import Kernel
import Web

/// A note, exactly as it was typed.
struct NoteForm: Decodable, Sendable {
    var words = ""
    var audience: String?
    var contact: String?
    var because: String?
    var draft: String?

    var draftID: Draft.ID? { draft.flatMap { Draft.ID($0) } }

    func read() throws(Problems) -> NoteToWrite {
        var problems = Problems()
        let words = problems.text(words, "words", "Write something first", upTo: Note.longest)
        let audience = problems.unless(
            audience.flatMap(Audience.init),
            "audience",
            "Choose who reads it"
        )
        guard let words, let audience, problems.list.isEmpty else { throw problems }
        return NoteToWrite(words: words, audience: audience, contact: contact.flatMap { Contact.ID($0) })
    }

    /// How it should read, and why.
    func putRight() throws(Problems) -> (words: String, because: String) {
        var problems = Problems()
        let words = problems.text(words, "words", "Write something first", upTo: Note.longest)
        let because = problems.text(because, "because", "Say in a line why you are putting this right")
        guard let words, let because, problems.list.isEmpty else { throw problems }
        return (words, because)
    }
}

/// Who reads it from now on.
struct AudienceForm: Decodable, Sendable {
    var audience: String?

    func read() throws(Problems) -> Audience {
        var problems = Problems()
        let audience = problems.unless(audience.flatMap(Audience.init), "audience", "Choose who reads it")
        guard let audience else { throw problems }
        return audience
    }
}
