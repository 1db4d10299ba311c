import Kernel
import Web

extension CasePart {
    /// What a link worker does next on anyone's page.
    static let ways = CasePart(
        ways: { found in
            [
                Place("Before you ring", "/cases/\(found.id)/call"),
                Place("Who they are, and how to reach them", "/people/\(found.person)"),
                Place("A copy of all that is kept, for them", "/cases/\(found.id)/record"),
                Place("Who looked", "/cases/\(found.id)/log"),
            ]
        },
        openWays: { found in [Place("Close, or not", "/cases/\(found.id)/closing")] }
    )
}

extension Cases {
    /// The list this reader came from: their people, or what they were shown.
    var list: Place {
        member.isA(.linkWorker) ? Place("People", "/people") : Place("Shown to me", "/shown")
    }
}
