import Foundation
import Kernel
import Web

/// A coordinator puts right what the directory says of their own group. What its
/// list says differently stands beside each line.
struct ListingPage: FormPage {
    let id: Activity.ID
    let group: String
    let listed: [ListingField: String]
    let signed: String?
    var form: ListingForm
    var problems = Problems()

    var title: String { "What people read of \(group)" }
    var place: String? { "/welcome" }

    var main: HTML {
        """
        <p class="small muted"><a href="/community/\(id)">See it as others do</a></p>
        <h1>\(title)</h1>
        <p class="lead">You know it best. What you write here stands above the list it came from, \
        also when that list is read again.</p>
        \(problems.summary)
        \(signed.map { "<p class=\"small muted\">\($0)</p>" as HTML })
        \(HTML.form("/community/\(id)/listing", fields, classes: "card"))
        """
    }

    private var fields: HTML {
        """
        \(line(.name))
        \(field(.description).paper(form.typed(.description), rows: 5))
        \(field(.times, "One on a line: Tuesdays, 12:00 to 14:00").paper(form.typed(.times), rows: 3))
        <div class="cols">\(line(.venue))\(line(.postcode))</div>
        <div class="cols">\(line(.cost, "In your words: free, with a tin for those who like"))\(choices(.free))\
        \(choices(.stepFree))</div>
        <div class="cols">\(line(.youngest, "Empty means no limit", .number))\
        \(line(.oldest, "Empty means no limit", .number))\(line(.languages, "With commas between"))</div>
        <div class="cols">\(line(.phone, "Anybody may read it", .tel))\
        \(line(.email, "Anybody may read it", .email))\(line(.web, "Its address"))</div>
        <button class="btn">Put it right</button>
        """
    }

    private func field(_ field: ListingField, _ hint: String? = nil) -> Field {
        let differs = listed[field].map { listed in
            listed.isEmpty
                ? "Its list says nothing of this"
                : "Its list says: \(listed.prefix(160))\(listed.count > 160 ? "…" : "")"
        }
        let notes = [hint, differs].compactMap(\.self).joined(separator: ". ")
        return Field(field.rawValue, field.title, hint: notes.isEmpty ? nil : notes, problems)
    }

    private func line(_ field: ListingField, _ hint: String? = nil, _ typing: Typing = .text) -> HTML {
        self.field(field, hint).line(form.typed(field), typing)
    }

    private func choices(_ field: ListingField) -> HTML {
        self.field(field).list(
            [Choice("", "Nobody has said"), Choice("yes", "Yes"), Choice("no", "No")],
            chosen: form.typed(field)
        )
    }
}

extension ListingPage {
    init(_ activity: Activity, _ own: OwnListing, today: Day) {
        id = activity.id
        group = activity.name
        var typed: [ListingField: String] = [:]
        for field in ListingField.allCases { typed[field] = field.words(of: own.shown) }
        for amendment in own.amendments { typed[amendment.field] = amendment.words }
        form = ListingForm(typed)
        listed = Dictionary(
            own.differences.map { ($0.amendment.field, $0.listed) },
            uniquingKeysWith: { first, _ in first }
        )
        signed = own.amendments.last.map { last in
            "Last put right by \(last.by), \(Day(last.at).nearness(to: today))"
        }
    }

    static let sample = ListingPage(
        .sample,
        OwnListing(
            shown: .sample,
            listed: .sample,
            listedAt: nil,
            amendments: [
                Amendment(field: .cost, words: "£2", by: "Walter Green", at: .now)
            ]
        ),
        today: Activity.sampleDay
    )
}

extension ListingForm {
    init(_ typed: [ListingField: String]) {
        self.init(
            name: typed[.name],
            description: typed[.description],
            times: typed[.times],
            venue: typed[.venue],
            postcode: typed[.postcode],
            cost: typed[.cost],
            free: typed[.free],
            steps: typed[.stepFree],
            youngest: typed[.youngest],
            oldest: typed[.oldest],
            languages: typed[.languages],
            phone: typed[.phone],
            email: typed[.email],
            web: typed[.web]
        )
    }
}

extension Listing {
    fileprivate static var sample: Listing {
        var listing = Listing(
            key: "sample",
            provider: Provider(key: "sample", name: "St Anne's Hall"),
            name: "Tuesday lunch"
        )
        listing.description = "A hot meal at long tables."
        listing.gatherings = [Gathering(weekday: 2, opens: 720, closes: 840)]
        listing.cost = "Free"
        return listing
    }
}
