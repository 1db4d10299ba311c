import Foundation
import Kernel
import Web

/// The day on paper, for when nothing works: who, when, where, how to reach them
/// safely, what they need. It goes into the shredder in the evening.
struct DaySheet: Page {
    let title: String
    let place: String? = "/today"
    let lines: [Line]
    let printed: String

    struct Line: Sendable {
        let hours: String
        let what: String
        let whereabouts: String
        let reach: String
        let needs: String
    }

    init(_ today: Today, at now: Date) {
        title = "Day sheet, \(Day(now).spoken)"
        printed =
            "Made at \(London.time(now)) for \(today.name). Keep it on you, and shred it in the evening."
        lines = today.day.filter(\.entry.stands).map(Line.init)
    }
}

extension DaySheet.Line {
    init(_ met: Today.Met) {
        let (entry, care) = (met.entry, met.care)
        hours = entry.hours
        what = [entry.person ?? "", entry.plan.kind.name].filter { !$0.isEmpty }.joined(separator: ", ")
        whereabouts = [entry.plan.ownPlace, entry.plan.place, entry.practice ?? "", entry.plan.words]
            .filter { !$0.isEmpty }.joined(separator: " · ")
        let number = care.mayCall ? care.phone?.description : nil
        reach = [number, care.safe].compactMap(\.self).joined(separator: " · ")
        let visits = entry.plan.kind == .home || entry.plan.kind == .walk
        let buddy = met.visit.map { ["\($0.buddy.name) looks out for you"] } ?? []
        needs = (care.needs + care.safeguarding + (visits ? [care.risk ?? ""] : []) + buddy)
            .joined(separator: " · ")
    }
}

extension DaySheet {
    var main: HTML {
        """
        <p class="crumbs no-print"><a href="/today">Today</a></p>
        <h1>\(title)</h1>
        <p>\(printed)</p>
        \(lines.isEmpty ? "<p>Nothing planned today.</p>" : table)
        <p class="hint no-print">Print it with your browser: Ctrl and P, or Share on a phone.</p>
        """
    }

    private var table: HTML {
        """
        <div class="scroll" tabindex="0" role="region" aria-label="The day"><table>
        <thead><tr><th scope="col">When</th><th scope="col">Who, what</th><th scope="col">Where</th>\
        <th scope="col">How to reach them safely</th><th scope="col">What they need</th></tr></thead>
        <tbody>\(each: lines, { line in """
            <tr><td>\(line.hours)</td><td>\(line.what)</td><td>\(line.whereabouts)</td><td>\(line.reach)</td>\
            <td>\(line.needs)</td></tr>
            """ })</tbody></table></div>
        """
    }

    static var sample: DaySheet { DaySheet(.sample, at: London.instant(Day(number: 20_557), hour: 8)) }
}
