import Web

/// One configuration on the continuum: three bands, a mark for now, a ring for three months before with the path
/// between, and the share that is not known, hatched. The words beside it say the same.
struct Strip: Sendable {
    let now: Position
    let before: Position?
    var then = "three months before"

    private static let width = 300.0
    private static let unknown = 90.0

    var html: HTML {
        """
        <svg class="continuum\(now.mark == nil ? " blank" : "")" viewBox="0 0 400 26" role="img" aria-label="\(words)">\
        <rect x="0" y="3" width="100" height="20" class="b0"/><rect x="100" y="3" width="100" height="20" class="b1"/>\
        <rect x="200" y="3" width="100" height="20" class="b2"/>\
        \(now.notKnown > 0.005 ? hatching : nil)\
        <line x1="0" x2="300" y1="13" y2="13" class="rail"/>\(path)\(ring)\(mark)</svg>
        """
    }

    private var hatching: HTML {
        let lines = stride(from: 0, to: Self.unknown * now.notKnown, by: 6).map { 308 + Int($0) }
        return
            "\(each: lines, { "<line x1=\"\($0)\" x2=\"\($0 + 5)\" y1=\"23\" y2=\"3\" class=\"hatch\"/>" })"
    }

    private func place(_ mark: Double) -> Int {
        Int((10 + mark * (Self.width - 20)).rounded())
    }

    private var path: HTML? {
        guard let from = before?.mark, let to = now.mark else { return nil }
        return "<line x1=\"\(place(from))\" x2=\"\(place(to))\" y1=\"13\" y2=\"13\" class=\"path\"/>"
    }

    private var ring: HTML? {
        before?.mark.map { "<circle cx=\"\(place($0))\" cy=\"13\" r=\"4\" class=\"ring\"/>" }
    }

    private var mark: HTML? {
        now.mark.map { "<circle cx=\"\(place($0))\" cy=\"13\" r=\"8\" class=\"mark\"/>" }
    }

    private var words: String {
        let was = before.map { "; \(then), \($0.label.words)" } ?? ""
        return "Now \(now.label.words)\(was); \(Int((now.notKnown * 100).rounded())) of 100 not known"
    }
}
