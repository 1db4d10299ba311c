import Foundation
import Kernel

/// What somebody looks for in the directory, read from one line of everyday
/// words, from the fields beside it, or from both.
struct Wanted: Equatable, Sendable {
    /// The words that are searched for as they stand.
    var words = ""
    var needs: [Need] = []
    /// A postcode, the first half of one, or the name of a place.
    var near: String?
    var miles = 5
    var days: [Weekday] = []
    var time: Time?
    var isFree = false
    var isStepFree = false
    var language: String?
    var age: Int?

    /// What part of a day.
    enum Time: Equatable, Sendable {
        case now
        case morning
        case afternoon
        case evening
        /// Minutes after midnight.
        case at(Int)

        var words: String {
            switch self {
            case .now: "open now"
            case .morning: "in the morning"
            case .afternoon: "in the afternoon"
            case .evening: "in the evening"
            case .at(let minute): "at \(minute.clock)"
            }
        }
    }

    static let distances = [1, 3, 5, 10, 25]

    /// Whether anything is looked for at all.
    var isEmpty: Bool {
        self == Wanted()
    }

    /// One thing that was understood, and the same search without it.
    struct Tag: Equatable, Sendable {
        let words: String
        let without: Wanted
    }

    /// Everything understood, so that it can be read back and taken away piece by piece.
    var tags: [Tag] {
        let words = words.isEmpty ? [] : [tag("“\(words)”") { $0.words = "" }]
        let needs = needs.map { need in tag(need.name) { $0.needs.removeAll { $0 == need } } }
        let place = near.map { near in [tag("within \(miles.counted("mile")) of \(near)") { $0.near = nil }] }
        let days = days.map { day in tag(day.name) { $0.days.removeAll { $0 == day } } }
        let time = time.map { time in [tag(time.words) { $0.time = nil }] }
        return words + needs + (place ?? []) + days + (time ?? []) + qualities
    }

    private var qualities: [Tag] {
        let all = [
            isFree ? tag("free") { $0.isFree = false } : nil,
            isStepFree ? tag("step-free") { $0.isStepFree = false } : nil,
            language.map { language in tag("in \(language)") { $0.language = nil } },
            age.map { age in tag("for someone aged \(age)") { $0.age = nil } },
        ]
        return all.compactMap(\.self)
    }

    private func tag(_ words: String, _ remove: (inout Wanted) -> Void) -> Tag {
        var without = self
        remove(&without)
        return Tag(words: words, without: without)
    }

    /// Both of two searches: what was typed on the line, and what the fields say.
    /// Where they disagree the fields win, for they were chosen one by one.
    func narrowed(by fields: Wanted) -> Wanted {
        var both = self
        both.needs += fields.needs.filter { !needs.contains($0) }
        both.near = fields.near ?? near
        both.miles = fields.miles
        both.days = (days + fields.days.filter { !days.contains($0) }).sorted { $0.rawValue < $1.rawValue }
        both.time = fields.time ?? time
        both.isFree = isFree || fields.isFree
        both.isStepFree = isStepFree || fields.isStepFree
        both.language = fields.language ?? language
        both.age = fields.age ?? age
        return both
    }
}

extension Wanted {
    /// The same search as an address, for a link.
    func address(page: Int = 1) -> String {
        var address = URLComponents()
        address.path = "/community"
        let items: [(String, String?)] = [
            ("q", words.isEmpty ? nil : words),
            ("near", near),
            ("miles", near == nil || miles == 5 ? nil : "\(miles)"),
            ("time", time?.value),
            ("free", isFree ? "yes" : nil),
            ("step_free", isStepFree ? "yes" : nil),
            ("language", language),
            ("age", age.map(String.init)),
            ("page", page > 1 ? "\(page)" : nil),
        ]
        let lists = needs.map { ("need", Optional($0.rawValue)) } + days.map { ("day", "\($0.rawValue)") }
        address.queryItems = (items + lists).compactMap { name, value in
            value.map { URLQueryItem(name: name, value: $0) }
        }
        if address.queryItems?.isEmpty == true { address.queryItems = nil }
        return (address.string ?? address.path).replacing("+", with: "%2B")
    }
}

extension Wanted.Time {
    /// As it stands in a field of the form.
    var value: String {
        switch self {
        case .now: "now"
        case .morning: "morning"
        case .afternoon: "afternoon"
        case .evening: "evening"
        case .at(let minute): minute.clock
        }
    }

    init?(_ value: String) {
        switch value {
        case "now": self = .now
        case "morning": self = .morning
        case "afternoon": self = .afternoon
        case "evening": self = .evening
        default:
            guard let minute = TypedWord.minute(value.lowercased()) else { return nil }
            self = .at(minute)
        }
    }
}
