import Foundation
import Kernel
import Store

/// One sitting over a few light questions about one placement: of the link worker, whose answers are theirs, or of
/// somebody else who was asked where it came up.
struct CheckIn: Identifiable, Sendable {
    let id: Key<CheckIn>
    let placement: Placement.ID
    let occasion: Occasion

    /// What led to it. Nobody is asked by a round of e-mails.
    enum Occasion: String, Sendable, Column {
        /// The two weeks were over.
        case rhythm
        /// They wanted to.
        case own
        /// Staff, after they referred somebody.
        case referral
        /// Staff, after they read news.
        case news
        /// A group, once it has said how it went.
        case welcomed
        /// The person, after they first talked.
        case begun
        /// The person, at the end or some weeks on.
        case ended
    }

    /// So many days lie between two that are asked for.
    static let every = 14
    /// So many questions of the bank each time.
    static let questions = 3
    /// More than this in one rhythm is not asked of anybody.
    static let secondsAtMost = 60
    /// A page left open is not time spent on it.
    static let longest = 600

    /// Whether it is time to ask again: the last asking is long enough ago, and so little time was spent.
    static func isDue(asked: Date?, secondsSpent: Int, at now: Date) -> Bool {
        let isLongAgo = asked.map { now.timeIntervalSince($0) >= Double(every) * 86_400 } ?? true
        return isLongAgo && secondsSpent < secondsAtMost
    }
}

/// The order in which the questions come: at random, and spread over the themes, so that each comes round about every
/// twelve weeks and no sitting is about one thing.
struct CheckInDeck: Sendable {
    let catalogue: Catalogue
    let placement: Placement.ID

    /// The questions of one sitting, counted from nought. Once a month the first of all comes besides: where they
    /// would place themselves.
    func items(sitting: Int) -> [CheckInItem] {
        let bank = bank
        guard !bank.isEmpty else { return monthly }
        let first = sitting * CheckIn.questions
        let next = (first..<first + CheckIn.questions).map { place in
            round(place / bank.count)[place % bank.count]
        }
        return (sitting.isMultiple(of: 2) ? monthly : []) + next
    }

    private var asked: [CheckInItem] { catalogue.items.filter { $0.respondent == .linkWorker } }
    private var monthly: [CheckInItem] { asked.filter { $0.scale == .standing } }
    private var bank: [CheckInItem] { asked.filter { $0.scale != .standing } }

    /// Every question once. Within its theme each has a place at random; then the themes are dealt evenly.
    private func round(_ number: Int) -> [CheckInItem] {
        var draws = Draws(seed: placement.seed &+ UInt64(number))
        var places: [(place: Double, item: CheckInItem)] = []
        let themes = Dictionary(grouping: bank) { catalogue.theme(of: $0.id) ?? "" }
        for theme in themes.keys.sorted() {
            let shuffled = (themes[theme] ?? []).shuffled(using: &draws)
            places += shuffled.enumerated().map { rank, item in
                ((Double(rank) + 0.5) / Double(shuffled.count), item)
            }
        }
        return places.sorted { ($0.place, $0.item.id) < ($1.place, $1.item.id) }.map(\.item)
    }
}

extension Catalogue {
    /// The theme of whatever is read from this question first.
    fileprivate func theme(of item: CheckInItem.ID) -> Theme.ID? {
        configurations.first { $0.signals.contains { $0.items.contains(item) } }?.theme
    }
}

extension Key {
    /// A number of its own, for what is to be at random and the same every time.
    fileprivate var seed: UInt64 {
        withUnsafeBytes(of: uuid.uuid) { bytes in
            bytes.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        }
    }
}
