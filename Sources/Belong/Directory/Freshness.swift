import Foundation
import Kernel

/// How far it can be relied on that an activity still runs, and nothing a reader
/// sees as a number: it chooses the words and what is worth a call.
///
/// What somebody said counts half as much after every 30 days:
/// *weight = voice × ½^(days / 30)*, and the heaviest of what was said is what
/// counts. A colleague's or the group's own word begins at 1, that of somebody who
/// goes or of a publisher at ½. Below ⅛ nobody has confirmed it for too long: a
/// colleague's word lasts 90 days, a person's 60.
///
/// Source: 30 days is the confirmation of hazard H06; the halving, the voices and
/// the eighth are `[X]`, proposed here without published authority.
struct Freshness: Equatable, Sendable {
    let weight: Double
    /// When somebody last said so, however long ago.
    let lastAt: Date?

    static let halfLife = 30.0
    static let enough = 0.125

    /// Each word of somebody, with what it counts on the day it is said.
    init(_ said: [(at: Date, voice: Double)], at now: Date) {
        weight = said.map { Self.weight($0.voice, days: now.timeIntervalSince($0.at) / 86_400) }.max() ?? 0
        lastAt = said.map(\.at).max()
    }

    static func weight(_ voice: Double, days: Double) -> Double {
        voice * exp2(-max(days, 0) / halfLife)
    }

    var isStale: Bool { weight < Self.enough }
}

extension Confirmation.Voice {
    var weight: Double {
        switch self {
        case .member, .group: 1
        case .person: 0.5
        }
    }
}

extension Activity {
    /// Read from who made sure, who confirmed it and what its publisher says.
    func freshness(at now: Date) -> Freshness {
        var said = confirmations.filter(\.isRunning).map { ($0.at, $0.voice.weight) }
        if let check, check.answer == .running { said.append((check.at, 1)) }
        if let assuredOn { said.append((London.instant(assuredOn, hour: 12), 0.5)) }
        return Freshness(said, at: now)
    }

    /// Somebody who goes said, since anybody made sure, that it has stopped.
    var doubt: Confirmation? {
        guard let stopped = confirmations.first(where: { !$0.isRunning }) else { return nil }
        let later = confirmations.contains { $0.isRunning && $0.at > stopped.at }
        let checked = check.map { $0.at > stopped.at } ?? false
        return later || checked ? nil : stopped
    }

    /// Whether somebody should ring them: doubted, or long unconfirmed.
    func isWorthACall(at now: Date) -> Bool {
        isOffered && (report != nil || doubt != nil || freshness(at: now).isStale)
    }

    /// When somebody last made sure, in words, with what others heard since.
    func lastChecked(on today: Day) -> String {
        let heard = [report?.line(on: today), doubt?.line(on: today)].compactMap(\.self)
        let made = lastMadeSure(on: today)
        return heard.isEmpty ? made : "\(made). Find out, somebody says: \(heard.joined(separator: "; "))"
    }

    private func lastMadeSure(on today: Day) -> String {
        if let check, check.answer != .running { return check.line(on: today) }
        let confirmed = confirmations.first(where: \.isRunning)
        let last = [check?.at, confirmed?.at].compactMap(\.self).max()
        if let last, freshness(at: London.instant(today, hour: 12)).isStale {
            return "Nobody has confirmed this for \((today.number - Day(last).number).daysInWords)"
        }
        if let confirmed, check.map({ $0.at < confirmed.at }) ?? true { return confirmed.line(on: today) }
        if let check { return check.line(on: today) }
        if let assuredOn { return "Its publisher made sure on \(assuredOn.full)" }
        return "Nobody here has checked it yet"
    }
}

extension Int {
    /// So many days as people say it: 40 days, 5 months, 2 years.
    var daysInWords: String {
        switch self {
        case ..<61: counted("day")
        case ..<730: Int((Double(self) / 30.44).rounded()).counted("month")
        default: (self / 365).counted("year")
        }
    }
}
