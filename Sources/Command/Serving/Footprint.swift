import Foundation

/// How much memory the program holds just now, as Linux counts it.
enum Footprint {
    static var residentBytes: Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        return pages.map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) }
    }

    /// As Prometheus reads it; nothing where it is not known.
    static var text: String {
        residentBytes.map {
            "# TYPE process_resident_memory_bytes gauge\nprocess_resident_memory_bytes \($0)\n"
        } ?? ""
    }
}
