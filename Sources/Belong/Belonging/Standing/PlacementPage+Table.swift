import Kernel
import Web

/// The same sixteen in rows and columns: for whoever reads tables better than strips, and for paper.
extension PlacementPage {
    var table: HTML {
        """
        <section class="card scroll"><table class="facts"><caption class="small muted">In the order of the programme theory, \
        never by how they stand</caption>
        <thead><tr><th scope="col">What it is about</th><th scope="col">Now</th><th scope="col">Three months before</th>\
        \(each: Signal.Part.allCases, { "<th scope=\"col\">\($0.title)</th>" })<th scope="col">Known</th></tr></thead>
        <tbody>\(each: now.positions, row)</tbody></table></section>
        """
    }

    private func row(_ position: Position) -> HTML {
        let title = now.catalogue.configuration(position.configuration)?.title ?? position.configuration
        let was = before.position(position.configuration)?.label.words ?? "not known"
        return """
            <tr><th scope="row">\(title)</th><td>\(position.label.words)</td><td>\(was)</td>\
            \(each: Signal.Part.allCases, { "<td>\(part($0, of: position))</td>" })\
            <td>\(Int((position.known * 100).rounded())) of 100</td></tr>
            """
    }

    private func part(_ part: Signal.Part, of position: Position) -> String {
        guard let heard = position.parts[part] else { return "shown, not weighed" }
        return Position.Label(known: heard.known, spread: heard.spread).words
    }
}

extension Signal.Part {
    var title: String {
        switch self {
        case .context: "Is it there?"
        case .mechanism: "Does it work in people’s minds?"
        case .outcome: "What follows?"
        }
    }
}
