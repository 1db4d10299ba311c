import CoreMetrics
import Synchronization

/// One line of numbers: a name, its labels, and how it stands.
final class Series: Sendable {
    let name: String
    let labels: String
    let kind: Kind
    private let state = Mutex(State())

    enum Kind: String {
        case counter
        case gauge
        case histogram
    }

    private struct State {
        var value = 0.0
        var count = 0
        var buckets = [Int](repeating: 0, count: Series.bounds.count)
    }

    /// From a page out of memory to one that somebody gives up on, in seconds.
    private static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    init(label: String, kind: Kind, dimensions: [(String, String)]) {
        let name = label.replacing(/^hb\./, with: "http.server.").replacing(/[^A-Za-z0-9_]/, with: "_")
        self.name = kind == .counter ? name + "_total" : name
        self.kind = kind
        labels = dimensions.map { "\($0.0.replacing(/[^A-Za-z0-9_]/, with: "_"))=\"\($0.1.escaped)\"" }
            .joined(separator: ",")
    }

    var id: String { "\(name){\(labels)}" }

    var text: String {
        let state = state.withLock { $0 }
        switch kind {
        case .counter, .gauge: return "\(named()) \(state.value.brief)\n"
        case .histogram:
            let buckets = zip(Self.bounds, state.buckets).map { bound, count in
                "\(named("_bucket", with: "le=\"\(bound.brief)\"")) \(count)\n"
            }
            return buckets.joined()
                + "\(named("_bucket", with: "le=\"+Inf\"")) \(state.count)\n"
                + "\(named("_sum")) \(state.value.brief)\n\(named("_count")) \(state.count)\n"
        }
    }

    private func named(_ ending: String = "", with extra: String = "") -> String {
        let all = [labels, extra].filter { !$0.isEmpty }.joined(separator: ",")
        return name + ending + (all.isEmpty ? "" : "{\(all)}")
    }

    private func add(_ amount: Double) {
        state.withLock { $0.value += amount }
    }

    private func observe(_ value: Double) {
        state.withLock { state in
            state.value += value
            state.count += 1
            for (index, bound) in Self.bounds.enumerated() where value <= bound { state.buckets[index] += 1 }
        }
    }
}

extension Series: CounterHandler, FloatingPointCounterHandler {
    func increment(by amount: Int64) { add(Double(amount)) }
    func increment(by amount: Double) { add(amount) }
    func reset() { state.withLock { $0 = State() } }
}

extension Series: MeterHandler {
    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { state.withLock { $0.value = value } }
    func decrement(by amount: Double) { add(-amount) }
}

extension Series: RecorderHandler, TimerHandler {
    func record(_ value: Int64) { record(Double(value)) }
    func record(_ value: Double) { kind == .gauge ? set(value) : observe(value) }
    func recordNanoseconds(_ duration: Int64) { observe(Double(duration) / 1e9) }
}

extension Double {
    /// Whole numbers without a point.
    fileprivate var brief: String {
        self == rounded() && abs(self) < 1e15 ? String(Int(self)) : String(self)
    }
}

extension String {
    fileprivate var escaped: String {
        replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
