import Kernel
import Web

/// What is missing in a network, for whoever leads it.
struct GapsPage: Page {
    let title = "What is missing"
    let place: String? = "/gaps"
    let lines: [MissingLine]

    var main: HTML {
        """
        <h1>\(title)</h1>
        <p class="lead">What your colleagues looked for in the last year and did not find. \
        Nobody’s name is kept, and nothing under five is counted out.</p>
        \(lines.isEmpty ? "<p>Nothing has been noted as missing. It can be, under any search that finds little.</p>" : table)
        """
    }

    private var table: HTML {
        """
        <div class="scroll card" role="region" aria-label="What is missing" tabindex="0"><table><caption>Noted as missing</caption>
        <thead><tr><th scope="col">What for</th><th scope="col">Where</th><th scope="col">How often</th>\
        <th scope="col">In these words</th></tr></thead><tbody>\(each: lines, row)</tbody></table></div>
        """
    }

    private func row(_ line: MissingLine) -> HTML {
        """
        <tr><th scope="row">\(line.need)</th><td>\(line.area)</td><td>\(line.times)</td>\
        <td>\(line.words.joined(separator: ", "))</td></tr>
        """
    }

    static let sample = GapsPage(lines: [
        MissingLine(need: "Making things", area: "M33", count: 7, words: ["repair", "shed"]),
        MissingLine(need: "Singing", area: "M31", count: 2, words: []),
    ])
}
