import Kernel
import Store

/// How far one chain of the log has come, and the digest of all that is in it. The
/// chain has no key: whoever can write the store could write all of it anew. A
/// head that was kept elsewhere shows that, for it is not in the new one.
package struct LogHead: Sendable, Equatable, LosslessStringConvertible {
    let chain: Int
    let length: Int
    let head: String

    init(chain: Int, length: Int, head: String) {
        (self.chain, self.length, self.head) = (chain, length, head)
    }

    /// As it is printed: 0:1234:9f86d081…
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let chain = Int(parts[0]), let length = Int(parts[1]), length > 0,
            parts[2].wholeMatch(of: /[0-9a-f]{64}/) != nil
        else { return nil }
        self.init(chain: chain, length: length, head: parts[2])
    }

    package var description: String { "\(chain):\(length):\(head)" }

    /// Those that stand now, one for each chain that has a line.
    package static func all(in store: any Store) async throws -> [LogHead] {
        try await store.read { view in
            try view.rows("SELECT chain, length, head FROM log_chain WHERE length > 0 ORDER BY chain")
                .map { try LogHead(chain: $0("chain"), length: $0("length"), head: $0("head")) }
        }
    }

    /// Several, as they are printed on one line; nothing if one cannot be read.
    package static func read(_ line: String) -> [LogHead]? {
        let words = line.split(separator: " ")
        let heads = words.compactMap { LogHead(String($0)) }
        return heads.count == words.count && !heads.isEmpty ? heads : nil
    }
}
