import CoreMetrics
import Synchronization

/// What is counted and timed while Belong runs, in the text that Prometheus
/// reads. Labels are methods, route patterns and statuses: nothing personal.
final class Prometheus: MetricsFactory {
    private let kept = Mutex<[String: Series]>([:])

    /// All series, those of one name together under their kind.
    var text: String {
        let series = kept.withLock { Array($0.values) }
        let families = Dictionary(grouping: series, by: \.name).sorted { $0.key < $1.key }
        return families.map { name, members in
            let lines = members.sorted { $0.labels < $1.labels }.map(\.text).joined()
            return "# TYPE \(name) \(members[0].kind.rawValue)\n\(lines)"
        }
        .joined()
    }

    private func series(_ label: String, _ kind: Series.Kind, _ dimensions: [(String, String)]) -> Series {
        let made = Series(label: label, kind: kind, dimensions: dimensions)
        return kept.withLock { kept in
            let first = kept[made.id] ?? made
            kept[made.id] = first
            return first
        }
    }

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(label, .counter, dimensions)
    }

    func makeFloatingPointCounter(
        label: String,
        dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        series(label, .counter, dimensions)
    }

    func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(label, .gauge, dimensions)
    }

    func makeRecorder(
        label: String,
        dimensions: [(String, String)],
        aggregate: Bool
    ) -> any RecorderHandler {
        series(label, aggregate ? .histogram : .gauge, dimensions)
    }

    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(label + ".seconds", .histogram, dimensions)
    }

    // Every series is kept until the program ends: Prometheus counts on it.
    func destroyCounter(_ handler: any CounterHandler) {}
    func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
    func destroyMeter(_ handler: any MeterHandler) {}
    func destroyRecorder(_ handler: any RecorderHandler) {}
    func destroyTimer(_ handler: any TimerHandler) {}
}
