import Foundation
import Kernel
import Store

/// What a target does, looked at for ninety days beside the ninety before: whether link
/// workers felt pushed, how long first conversations were, whether people had time to talk.
/// Of all placements together that somebody may see, and never one beside another.
struct PressureWatch: Sendable {
    let placements: Int
    let before: Side
    /// Nothing before it begins.
    let after: Side?
    let from: Day

    struct Side: Sendable, Equatable {
        let pushed: Evidence
        /// Minutes of first conversations, the last dozen of each placement.
        let lengths: [Double]
        let time: Evidence
    }

    /// So many conversations before anything is said of their length.
    static let fewest = 6

    var until: Day { from.advanced(by: Target.watched) }

    func state(on today: Day) -> String {
        guard today >= from else {
            return "It begins \(from.full), and is watched for \(Target.watched) days from then."
        }
        return today < until
            ? "Day \(today.number - from.number + 1) of \(Target.watched). It is watched until \(until.full)."
            : "It was watched until \(until.full)."
    }
}

extension PressureWatch.Side {
    var pushedWords: String {
        switch pushed {
        case .answers(let all):
            all[.linkWorker].map { said in
                "\(said.tally.belonging) not pushed, \(said.tally.fittingIn) mostly pushed, "
                    + "\(said.tally.boltedOn) pushed"
            } ?? Evidence.Unknown.nothing.words
        case .unknown(let unknown): unknown.words
        case .share, .rate, .median, .within, .figure, .band, .count, .points: ""
        }
    }

    var timeWords: String {
        switch time {
        case .answers(let all):
            all[.person].map { said in
                "\(said.tally.belonging) yes, \(said.tally.fittingIn) partly, \(said.tally.boltedOn) no"
            } ?? Evidence.Unknown.nothing.words
        case .unknown(let unknown): unknown.words
        case .share, .rate, .median, .within, .figure, .band, .count, .points: ""
        }
    }

    /// *half of them 45 minutes or longer*: how many there were is told nowhere.
    var lengthWords: String {
        guard lengths.count >= PressureWatch.fewest else {
            return lengths.isEmpty
                ? "none yet" : "fewer than \(PressureWatch.fewest): too few to say anything"
        }
        let middle = lengths.sorted()[lengths.count / 2]
        return "half of them \(middle.said) minutes or longer"
    }
}

extension Reader {
    func pressureWatch(_ target: Target, for member: Member, at now: Date) throws -> PressureWatch {
        let placed = try placed(member, at: now).filter { one in
            one.network == target.network && (target.practice == nil || target.practice == one.practice)
        }
        let began = London.instant(target.since, hour: 0)
        let ends = London.instant(target.since.advanced(by: Target.watched), hour: 0)
        return try PressureWatch(
            placements: placed.count,
            before: side(placed, target, Span(days: Target.watched, until: min(began, now)), now: now),
            after: began <= now
                ? side(placed, target, Span(from: began, until: min(ends, now)), now: now) : nil,
            from: target.since
        )
    }

    private func side(
        _ placed: [Owing.Placed],
        _ target: Target,
        _ span: Span,
        now: Date
    ) throws -> PressureWatch.Side {
        let catalogue = try catalogue(at: now)
        let ground = Ground.network(target.network)
        let ids = Set(placed.map(\.id))
        let kinds: [(Onlooker, [Owing.Placed])] = [
            (.linkWorker, placed.filter { $0.side == .linkWorker }),
            (.colleague([.practice]), placed.filter { $0.side == .manager }),
            (.colleague([.network]), placed.filter { $0.side == .lead }),
            (.colleague([.supervisor]), placed.filter { $0.side == .supervisor }),
        ]
        let said = try kinds.filter { !$0.1.isEmpty }.flatMap { onlooker, places in
            let answered = try answered(ground, at: span.at, by: onlooker, now: now)
            return places.flatMap { answered[$0.id]?.all ?? [] }
        }
        let isOwn = placed.allSatisfy { $0.side == .linkWorker }
        let all = Answered(all: said, onlooker: isOwn ? .linkWorker : .colleague([]))
        func evidence(_ id: Signal.ID) -> Evidence {
            let signal = catalogue.signals.first { $0.id == id }
            return signal.map { all.evidence(for: $0, catalogue.items, span) } ?? .unknown(.nothing)
        }
        let lengths = try Sounding.all.first { $0.signal == "C12.m3" }?.ask(self, ground, span) ?? [:]
        return PressureWatch.Side(
            pushed: evidence("C12.m1"),
            lengths: lengths.filter { ids.contains($0.key) }.values.flatMap { found -> [Double] in
                if case .points(let points) = found { points } else { [] }
            },
            time: evidence("C12.o1")
        )
    }
}
