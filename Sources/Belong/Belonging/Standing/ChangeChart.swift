import Web

/// Points in the order of time with what chance alone would do round them (XmR): the drawing of a chart signal.
/// Whether anything truly moved is said in words beside it.
struct ChangeChart: Sendable {
    let chart: ControlChart
    let what: String

    private static let (width, height, edge) = (360.0, 90.0, 8.0)

    var html: HTML {
        """
        <svg class="chart" viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))" role="img" aria-label="\(words)">\
        <rect x="0" y="\(row(chart.upper))" width="\(Int(Self.width))" \
        height="\(max(1, row(chart.lower) - row(chart.upper)))" class="chance"/>\
        <line x1="0" x2="\(Int(Self.width))" y1="\(row(chart.mean))" y2="\(row(chart.mean))" class="middle"/>\
        <polyline points="\(line)" class="line"/>\(each: Array(chart.points.indices), point)</svg>
        """
    }

    private var words: String {
        "\(what): \(chart.points.map(\.said).joined(separator: ", ")); \(chart.words)"
    }

    private var line: String {
        chart.points.indices.map { "\(column($0)),\(row(chart.points[$0]))" }.joined(separator: " ")
    }

    private func point(_ place: Int) -> HTML {
        let isOut = chart.outside.contains(place)
        return """
            <circle cx="\(column(place))" cy="\(row(chart.points[place]))" r="\(isOut ? 6 : 4)" \
            class="\(isOut ? "out" : "in")"/>
            """
    }

    private func column(_ place: Int) -> Int {
        let step = (Self.width - 2 * Self.edge) / Double(max(1, chart.points.count - 1))
        return Int((Self.edge + Double(place) * step).rounded())
    }

    private func row(_ value: Double) -> Int {
        let low = min(chart.lower, chart.points.min() ?? 0)
        let high = max(chart.upper, chart.points.max() ?? 1)
        let share = high > low ? (value - low) / (high - low) : 0.5
        return Int((Self.height - Self.edge - share * (Self.height - 2 * Self.edge)).rounded())
    }
}
