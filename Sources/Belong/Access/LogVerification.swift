import Foundation
import Kernel
import Store

/// Reads the whole log again and makes sure that no line was altered, taken out
/// or put in. `belong audit verify`.
package struct LogVerification: Sendable {
    package let entries: Int
    package let breaks: [Break]

    /// Where a chain no longer fits together.
    package struct Break: Sendable, Equatable {
        package let chain: Int
        package let position: Int
    }

    package var isWhole: Bool { breaks.isEmpty }

    /// - Parameter kept: heads that were kept elsewhere; the log must have come by each of them.
    package init(of store: any Store, against kept: [LogHead] = []) async throws {
        (entries, breaks) = try await store.read { view in
            var entries = 0
            var breaks: [Break] = []
            var unseen = kept
            for row in try view.rows("SELECT chain, length, head FROM log_chain ORDER BY chain") {
                let chain: Int = try row("chain")
                let walk = try Walk(chain: chain, past: kept.filter { $0.chain == chain }, in: view)
                unseen.removeAll { $0.chain == chain }
                entries += walk.length
                try breaks.append(contentsOf: walk.breaks(length: row("length"), head: row("head")))
            }
            return (entries, breaks + unseen.map { Break(chain: $0.chain, position: 1) })
        }
    }

    /// One chain from its beginning, some thousand lines at a time.
    private struct Walk {
        let chain: Int
        private(set) var length = 0
        private var head = LogChain.beginning
        private var broken: Break?
        private let kept: [LogHead]

        init(chain: Int, past kept: [LogHead], in view: any Reader) throws {
            (self.chain, self.kept) = (chain, kept)
            while broken == nil {
                let lines = try view.rows(
                    """
                    SELECT position, at, actor, member, act, subject_kind, subject, person, head
                    FROM log_entry
                    WHERE chain = \(chain) AND position > \(length)
                    ORDER BY position
                    LIMIT 5000
                    """
                )
                guard !lines.isEmpty else { return }
                for line in lines where broken == nil { try follow(line) }
            }
        }

        private mutating func follow(_ line: Row) throws {
            let subject: Key<LogEntry> = try line("subject")
            let (act, actor): (String, String) = try (line("act"), line("actor"))
            let kind = LogEntry.Actor.Kind(rawValue: actor)
            let entry = try LogEntry(
                by: LogEntry.Actor(kind: kind ?? .anybody, member: line("member")),
                act: LogEntry.Act(rawValue: act) ?? .looked,
                subject: line("subject_kind"),
                subjectID: subject.uuid,
                person: line("person")
            )
            let next = try LogChain.head(after: head, entry, at: line("at"))
            let (position, written): (Int, String) = try (line("position"), line("head"))
            let isRead = entry.act.rawValue == act && kind != nil
            let isAsKept = kept.allSatisfy { $0.length != position || $0.head == written }
            guard position == length + 1, written == next, isRead, isAsKept else {
                broken = Break(chain: chain, position: length + 1)
                return
            }
            (length, head) = (position, next)
        }

        func breaks(length: Int, head: String) -> [Break] {
            if let broken { return [broken] }
            return self.length == length && self.head == head && kept.allSatisfy { $0.length <= length }
                ? [] : [Break(chain: chain, position: self.length + 1)]
        }
    }
}
