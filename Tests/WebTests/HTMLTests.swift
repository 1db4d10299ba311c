import Kernel
import Testing

@testable import Web

@Suite("Markup")
struct HTMLTests {
    @Test func `escapes what people type, and only that`() {
        let typed = "<script>\"&'"
        let markup: HTML = "<p title=\"\(typed)\">\(typed)</p>"

        let safe = "&lt;script&gt;&quot;&amp;&#39;"
        #expect(markup.description == "<p title=\"\(safe)\">\(safe)</p>")
    }

    @Test func `gives every form its own hidden fields, wherever it stands`() {
        let form = HTML.form("/a", "<button>Go</button>")
        let page: HTML = "<h1>Page</h1>\(form)<hr>\(each: [1, 2], { _ in form })"
        var count = 0

        let filled = String(
            decoding: page.filling {
                count += 1
                return "[\(count)]"
            },
            as: UTF8.self
        )

        #expect(filled.matches(of: /class="">\[[0-9]\]<button>/).count == 3)
        #expect(count == 3)
    }

    @Test func `shows every problem at the head of a form and beside its field`() {
        var problems = Problems()
        _ = problems.unless(nil as Int?, "born", "Enter a day that has been")
        let field = Field("born", "Date of birth", problems).line("31 April").description

        #expect(problems.summary?.description.contains("href=\"#f-born\"") == true)
        #expect(field.contains("aria-invalid=\"true\"") && field.contains("value=\"31 April\""))
    }
}
