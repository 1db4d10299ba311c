import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("What a copy holds")
struct WholeCopyTests {
    let story: CaseInHand
    var here: Neighbourhood { story.here }

    init() async throws {
        story = try await CaseInHand()
    }

    /// The tables that name a person, or something of theirs.
    private func tables() async throws -> Set<String> {
        let theirs = ["person", "case", "referral", "contact", "introduction", "news", "attendance"]
        let found: SQL =
            switch here.store.dialect {
            case .sqlite:
                """
                SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
                WHERE m.type = 'table' AND k."table" IN (\(each: theirs))
                """
            case .postgres:
                """
                SELECT its.relname::text FROM pg_constraint
                JOIN pg_class AS its ON its.oid = conrelid
                JOIN pg_class AS other ON other.oid = confrelid
                WHERE contype = 'f' AND other.relname IN (\(each: theirs))
                """
            }
        return Set(try await here.store.read { try $0.values(found) })
    }

    @Test func `is everything that names them, or it is said why not`() async throws {
        let told = try SourceFile.all(in: "Sources/Belong").filter { $0.text.contains("passages(") }
            .flatMap { $0.text.matches(of: /(?:FROM|JOIN) "?([a-z][a-z_]+)"?/).map { String($0.1) } }
        let missing = try await tables().subtracting(told).subtracting(RecordCopy.outside.keys)

        #expect(missing.isEmpty, "\(missing.sorted())")
        let stale = try await Set(RecordCopy.outside.keys).subtracting(tables())
        #expect(stale.isEmpty, "\(stale.sorted())")
    }

    @Test func `are also the reasons, the tags, what they needed until when, and who read along`()
        async throws
    {
        let contact = try await story.talks()
        let tagging = Tagging(reasons: [.money, .housing], signs: [], ownSign: "", isByPerson: false)
        try await story.cases().tag(contact, on: story.id, tagging, at: story.now)
        let (person, amara, now) = (story.person, here.amara.id, story.now)
        try await here.store.write { work in
            try work.add(AccessNeed(kind: .interpreter, words: "Polish"), of: person, by: amara, at: now)
            let need: Key<AccessNeed>? = try work.value("SELECT id FROM access_need")
            if let need { try work.end(need, by: amara, at: now) }
        }
        try await story.cases().show(story.id, at: story.now)

        let words = try await story.cases().record(story.id, at: story.now).passages.map {
            "\($0.heading): \($0.words)"
        }
        for told in [
            "The reasons ticked: \(Reason.isolation.name)",
            "What a conversation was about: \(Reason.money.name)",
            "What a conversation was about: \(Reason.housing.name)",
            "Who could read along, to think it over: Ruth Adler",
        ] {
            #expect(words.contains(told), "\(told)")
        }
        #expect(
            words.contains {
                $0.hasPrefix("What you need: An interpreter") && $0.hasSuffix("until 14 April 2026")
            }
        )
    }
}
