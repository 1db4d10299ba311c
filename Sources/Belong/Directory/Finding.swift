import Kernel

/// One line of what a search found, in words that are ready to be read.
struct Finding: Sendable, Equatable {
    let id: Activity.ID
    let name: String
    let provider: String?
    let distance: String?
    let place: String?
    let times: [String]
    let qualities: [String]
    let capacity: String?
    let lastChecked: String
    /// That it might have to stop, for those who may know.
    let outlook: String?
    /// What was asked for and nobody has said: to be asked before anyone goes.
    let unknown: [String]

    init(_ activity: Activity, miles: Double?, wanted: Wanted, today: Day) {
        id = activity.id
        name = activity.name
        provider = activity.provider.name.folded == activity.name.folded ? nil : activity.provider.name
        distance = miles.map(\.milesInWords)
        place = activity.venues.first.map(\.line).flatMap { $0.isEmpty ? nil : $0 }
        times = Array(activity.gatherings.compactMap(\.line).eachOnce.prefix(4))
        qualities = activity.qualities
        capacity = activity.capacity?.line(on: today)
        lastChecked = activity.lastChecked(on: today)
        outlook = activity.outlook.flatMap { $0.isFragile(on: today) ? $0.line(on: today) : nil }
        let hasDays = activity.gatherings.contains { $0.weekday != nil }
        unknown = [
            wanted.isFree && activity.isFree == nil ? "what it costs" : nil,
            wanted.isStepFree && activity.stepFree == nil ? "about steps" : nil,
            !wanted.days.isEmpty && !hasDays ? "which days" : nil,
        ]
        .compactMap(\.self)
    }
}

extension Activity {
    /// What can be said of it in a word or two.
    var qualities: [String] {
        let free = isFree.map { $0 ? "Free" : "Costs something" }
        let steps = stepFree.map { $0 ? "Step-free" : "Has steps" }
        return [free, steps, ages.words].compactMap(\.self) + languages
    }
}

extension Array where Element: Hashable {
    /// Each once, in the order they came.
    var eachOnce: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
