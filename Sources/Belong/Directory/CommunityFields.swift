import Kernel
import Web

extension CommunityPage {
    /// One line for everything, and the same things one by one for those who like
    /// to choose. What the line said already stands in its field.
    var fields: HTML {
        """
        \(Field("q", "What would help?", hint: "In your own words: someone to eat with near M33, step-free, Tuesday, free")
            .line(searched, .search))
        <details\(wanted.hasChoices ? " open" as HTML : nil)><summary>Choose one by one</summary>
        <div class="two"><div>\(whereabouts)</div><div>\(manner)</div></div></details>
        <button class="btn">Look</button>
        """
    }

    /// Once the line has been read into the fields only its words are left of it.
    private var searched: String {
        wanted.hasChoices ? wanted.words : line
    }

    private var whereabouts: HTML {
        """
        \(Field("need", "What it is for").list(needs, chosen: wanted.needs.first?.rawValue ?? ""))
        \(Field("near", "Near", hint: "A postcode, its first half, or a town").line(wanted.near))
        \(Field("miles", "How far").list(Self.distances, chosen: "\(wanted.miles)"))
        \(Field("age", "Age of the person").line(wanted.age.map(String.init), .number))
        """
    }

    private var manner: HTML {
        """
        \(Field("day", "Day").list(days, chosen: wanted.days.first.map { "\($0.rawValue)" } ?? ""))
        \(Field("time", "Time").list(times, chosen: wanted.time?.value ?? ""))
        \(Field("language", "Language").line(wanted.language))
        <fieldset class="field"><legend>It must be</legend><div class="opts">\
        \(mark("free", "Free", isChosen: wanted.isFree))\(mark("step_free", "Step-free", isChosen: wanted.isStepFree))\
        </div></fieldset>
        """
    }

    private func mark(_ name: String, _ words: String, isChosen: Bool) -> HTML {
        """
        <span class="opt"><input type="checkbox" id="f-\(name)" name="\(name)" value="yes"\
        \(isChosen ? " checked" as HTML : nil)><label for="f-\(name)">\(words)</label></span>
        """
    }

    private var needs: [Choice] {
        [Choice("", "Anything")] + Need.allCases.map { Choice($0.rawValue, $0.name) }
    }

    private static let distances = Wanted.distances.map { Choice("\($0)", "Within \($0.counted("mile"))") }

    private var days: [Choice] {
        [Choice("", "Any day")] + Weekday.allCases.map { Choice("\($0.rawValue)", $0.name) }
    }

    private var times: [Choice] {
        let fixed = [
            Choice("", "Any time"), Choice("now", "Open now"), Choice("morning", "In the morning"),
            Choice("afternoon", "In the afternoon"), Choice("evening", "In the evening"),
        ]
        guard let time = wanted.time, case .at = time else { return fixed }
        return fixed + [Choice(time.value, "At \(time.value)")]
    }
}

extension Wanted {
    /// Whether anything but words is wanted.
    fileprivate var hasChoices: Bool {
        var rest = self
        rest.words = ""
        return !rest.isEmpty
    }
}
