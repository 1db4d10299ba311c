import Foundation
import Kernel
import Web

/// Finding the surgery, where there are too many to list: before the form, so that
/// nothing that was typed can be lost by it.
struct SurgeryPage: Page {
    let title = "Which surgery?"
    /// The form it leads to.
    let path: String
    let place: String?
    let lead: String
    let surgeries: Surgeries

    init(asking surgeries: Surgeries) {
        (path, place) = ("/ask", nil)
        lead = "Link workers work with surgeries. Find yours by its name or its postcode."
        self.surgeries = surgeries
    }

    init(referring surgeries: Surgeries) {
        (path, place) = ("/referrals/new", "/referrals/new")
        lead = "Find the surgery of whoever you refer, by its name or its postcode."
        self.surgeries = surgeries
    }
}

extension SurgeryPage {
    var main: HTML {
        """
        <div class="narrow"><h1>\(title)</h1>
        <p class="lead">\(lead)</p>
        <section class="card"><form method="get" action="\(path)">
        \(Field("surgery", "Name or postcode of the surgery").line(surgeries.sought, .search))
        <button class="btn">Find it</button></form>
        \(surgeries.sought.isEmpty ? nil : found)</section></div>
        """
    }

    private var found: HTML {
        surgeries.list.isEmpty ? Self.none : list
    }

    private var list: HTML {
        """
        <ul class="plain">\(each: surgeries.list, item)</ul>
        \(surgeries.hasMore ? Self.more : nil)
        """
    }

    private func item(_ surgery: Organisation) -> HTML {
        """
        <li class="row"><a href="\(path)?practice=\(surgery.id)">\(surgery.name)</a></li>
        """
    }

    private static let more: HTML = """
        <p class="small muted">There are more. Write more of its name, or its postcode.</p>
        """
    private static let none: HTML = """
        <p role="status">No surgery of that name has a link worker with us. \(elsewhere)</p>
        """

    /// Where else to turn: most surgeries have somebody, even where they do not work with us.
    static let elsewhere: HTML = """
        Most surgeries have a link worker of their own: ring yours, or ask at its desk, for the “social prescribing link \
        worker”.
        """

    static let sample = SurgeryPage(
        asking: Surgeries(
            list: [Organisation(kind: .practice, name: "Elm Street Surgery")],
            chosen: nil,
            sought: "elm",
            areMany: true,
            hasMore: true
        )
    )
}

extension Surgeries {
    /// The one that was found, on the form it was found for.
    func found(for path: String) -> HTML? {
        guard areMany, let chosen else { return nil }
        return """
            <input type="hidden" name="practice" value="\(chosen.id)">
            <p><b>\(chosen.name)</b> <a class="small" href="\(path)">Another surgery</a></p>
            """
    }
}
