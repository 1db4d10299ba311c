import Testing
import Web

@testable import Belong

/// One page in its sample state, as the test reports name it.
struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let title: String
    let markup: String

    var testDescription: String { name }

    static let all: [Sample] = Features.pages.map { kind in
        let page = kind.sample
        return Sample(name: "\(kind)", title: page.title, markup: page.main.description)
    }

    /// The opening tags of these elements.
    func tags(_ names: String...) -> [String] {
        markup.matches(of: /<([a-z0-9]+)((?:\s[^<>]*)?)>/).filter { names.contains(String($0.1)) }
            .map { String($0.0) }
    }
}

extension String {
    /// What an attribute of this tag says.
    fileprivate func says(_ attribute: String) -> String? {
        guard let start = firstRange(of: " \(attribute)=\"") else { return nil }
        return String(self[start.upperBound...].prefix { $0 != "\"" })
    }
}

@Suite("Every page")
struct PageTests {
    @Test(arguments: Sample.all)
    func `has a title and one heading of the first rank`(_ page: Sample) {
        #expect(!page.title.isEmpty)
        #expect(page.tags("h1").count == 1)
    }

    @Test(arguments: Features.pages.indices)
    func `says that nobody watches it, and whom to ring, to whoever has no account`(_ page: Int) {
        let words = Layout(of: Features.pages[page].sample, for: nil).html.description
        for number in ["tel:999", "tel:111", "tel:116123", "Nobody watches this service round the clock"] {
            #expect(words.contains(number), "\(number)")
        }
    }

    @Test(arguments: Sample.all)
    func `says what each field asks for`(_ page: Sample) {
        let labelled = Set(page.tags("label").compactMap { $0.says("for") })
        for field in page.tags("input", "select", "textarea") where field.says("type") != "hidden" {
            let isLabelled = field.says("id").map(labelled.contains) ?? false
            let isNamed = field.says("aria-label") != nil || field.says("aria-labelledby") != nil
            #expect(isLabelled || isNamed, "\(field)")
        }
    }

    @Test(arguments: Sample.all)
    func `names nothing twice, so that a label leads to one field`(_ page: Sample) {
        let ids = page.markup.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
        let twice = Dictionary(grouping: ids, by: \.self).filter { $0.value.count > 1 }.keys.sorted()
        #expect(twice.isEmpty)
    }

    @Test(arguments: Sample.all)
    func `carries no style and no script of its own`(_ page: Sample) {
        #expect(page.tags("style", "script").isEmpty)
        #expect(page.markup.firstMatch(of: /<[^<>]*\s(style|on[a-z]+)="/) == nil)
    }

    @Test(arguments: Sample.all)
    func `shows no markup to its reader`(_ page: Sample) {
        let shown = page.markup.matches(of: /&lt;\/?[a-z]+/).map { String($0.0) }
        #expect(shown.isEmpty)
    }

    @Test(arguments: Sample.all)
    func `gives every column of a table its heading, and every picture its words`(_ page: Sample) {
        for heading in page.tags("th") { #expect(heading.says("scope") != nil, "\(heading)") }
        for picture in page.tags("img") { #expect(picture.says("alt") != nil, "\(picture)") }
    }
}
