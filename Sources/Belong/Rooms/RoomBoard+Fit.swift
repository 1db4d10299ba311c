import Kernel
import Web

extension RoomBoard {
    /// Where people were met, for whoever keeps the rooms: what was said of the places, and what else there is.
    var fitting: HTML? {
        let shown = fit.lines.filter(\.isShown)
        guard keeps, !shown.isEmpty else { return nil }
        return """
            <section class="card"><h2>Where people were met</h2>
            <p class="hint">The last \(PlaceFit.days) days. It speaks of the places, not of whoever met them there.</p>
            <ul class="plain">\(each: shown, line)</ul>
            \(fit.isAmiss ? instead : nil)</section>
            """
    }

    private func line(_ line: PlaceFit.Line) -> HTML {
        """
        <li class="row"><div class="grow"><b>\(Self.name(of: line.kind))</b>: \(line.met.counted("meeting"))\
        \(line.wantedOther > 0 ? ", \(line.wantedOther) of them with a wish for another kind of room" : "")
        <div class="small">\(Self.said("People", line.people)) \(Self.said("Link workers", line.linkWorkers))</div></div></li>
        """
    }

    private static func name(of kind: String) -> String {
        Room.Feel(rawValue: kind).map { "\($0.name) rooms" } ?? "In the neighbourhood"
    }

    private static func said(_ who: String, _ answers: PlaceFit.Answers) -> String {
        guard answers.all >= PlaceFit.fewest else { return "\(who): too few answers to show." }
        return "\(who): \(answers.wrong) of \(answers.all) would rather be somewhere else."
    }

    private var instead: HTML {
        """
        <h3>What else there is</h3>
        <ul>\(each: fit.others, other)
        <li>A place in the neighbourhood: it is booked as <i>somewhere else</i>, and needs no room here.</li>
        <li>The telephone, where that is what they like.</li></ul>
        """
    }

    private func other(_ other: PlaceFit.Other) -> HTML {
        """
        <li><b>\(other.name)</b>, \(other.feel.name.lowercased()): \
        \(other.free >= 4 ? "\((other.free / 4).counted("hour")) free next week between nine and five" : "taken next week")</li>
        """
    }
}
