import Foundation
import Kernel
import Store
import Web

/// One thing that happened, as somebody's story tells it.
struct Event: Sendable {
    let at: Date
    let title: String
    /// What stands after the date: *75 min*, *Garden room*.
    var facets: [String] = []
    var words = ""
    var tags: [String] = []
    /// With the person, or about them: the dot is full or hollow.
    var isWithPerson = false
    /// Where it can be read in full.
    var path: String?

    var html: HTML {
        """
        <li class="ev\(isWithPerson ? "" : " o")"><b>\(heading)</b> · \(facts)
        \(words.isEmpty ? nil : "<div class=\"small\">\(words)</div>" as HTML)\
        \(tags.isEmpty ? nil : "<div>\(each: tags, { "<span class=\"tag leaf\">\($0)</span> " })</div>" as HTML)</li>
        """
    }

    private var heading: HTML {
        path.map { "<a href=\"\($0)\">\(title)</a>" } ?? "\(title)"
    }

    private var facts: String {
        ([Day(at).short] + facets).filter { !$0.isEmpty }.joined(separator: " · ")
    }
}

/// What one part of the service has to say on the page of a case. Every feature
/// that knows something about a person offers one; `Features.caseParts` gathers
/// them, so that the caseload knows none of their types. All of it runs inside
/// the page's one read.
struct CasePart: Sendable {
    typealias Telling<Told> = @Sendable (any Reader, Case) throws -> [Told]

    /// What happened, in any order.
    var story: Telling<Event> = { _, _ in [] }
    /// What happened, as far as this reader of the page may know it.
    var seen: @Sendable (any Reader, Case, Member.ID) throws -> [Event] = { _, _, _ in [] }
    /// What they agreed to, or were not asked.
    var agreements: Telling<Agreed> = { _, _ in [] }
    /// Everything kept, word for word, for a copy of their record.
    var record: Telling<Passage> = { _, _ in [] }
    /// Cards beside the story, each a whole `<section class="card">`.
    var cards: @Sendable (any Reader, Case, Date) throws -> [HTML] = { _, _, _ in [] }
    /// Things to do next: links of the page.
    var ways: @Sendable (Case) -> [Place] = { _ in [] }
    /// Those that make sense only while the case is open.
    var openWays: @Sendable (Case) -> [Place] = { _ in [] }
}

/// Something a person was asked to agree to, and what they said.
struct Agreed: Sendable {
    let what: String
    /// *yes, 10 February*, *no, 3 March*, *not asked*.
    let answer: String
    let isYes: Bool

    var html: HTML {
        """
        <li class="row"><div class="grow">\(what)</div><span class="tag\(isYes ? " leaf" : "")">\(answer)</span></li>
        """
    }
}
