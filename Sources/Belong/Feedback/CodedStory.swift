import Kernel
import Store
import Web

extension CasePart {
    /// The codes that were checked for the record of a practice.
    static let codes = CasePart(
        record: { view, found in
            try view.passages(
                "coded entry",
                """
                SELECT id, checked_at AS at, code, happened_on
                FROM coded_entry WHERE coded_entry."case" = \(found.id)
                """
            ) { row in
                let entry = try CodedEntry(code: row("code"), on: row("happened_on"))
                return ["A code checked for your GP’s record": entry.line]
            }
        },
        ways: { found in [Place("Codes for their record", "/cases/\(found.id)/codes")] }
    )
}
