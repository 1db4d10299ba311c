import Kernel
import Web

/// The places to choose from together, on a sheet in large print.
struct ShortlistSheet: Page {
    let givenName: String
    let practice: String
    let places: [ShortlistPage.Item]

    var title: String { "Some places you might like, \(givenName)" }

    var main: HTML {
        """
        <div class="letter"><h1>\(title)</h1>
        \(each: places, { "<h2>\($0.name)</h2>\(each: $0.lines, { "<p>\($0)</p>" })" })
        <p>You can just go. Or ask your link worker at \(practice) to come along or to let them know.</p></div>
        """
    }

    init(givenName: String, practice: String, places: [ShortlistPage.Item]) {
        self.givenName = givenName
        self.practice = practice
        self.places = places
    }

    init(_ list: Shortlists.Shortlist) {
        let places = list.activities.filter(\.isOffered).map(ShortlistPage.Item.init)
        self.init(givenName: list.givenName, practice: list.practice, places: places)
    }

    static let sample = ShortlistSheet(
        givenName: "Jean",
        practice: "Elm Street Surgery",
        places: ShortlistPage.sample.places
    )
}
