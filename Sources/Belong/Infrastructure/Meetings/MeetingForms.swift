import Foundation
import Kernel
import Web

/// A meeting, as it was typed.
struct MeetingForm: Decodable, Sendable {
    var name: String?
    var day: String?
    var from: String?
    var until: String?
    var `where`: String?
    var times: String? = "1"

    init() {}

    func read() throws(Problems) -> Meetings.Asked {
        var problems = Problems()
        let name = problems.text(name, "name", "Say what it is called", upTo: 80)
        let hours = DiaryHours(day: day ?? "", from: from ?? "", until: until ?? "").read(&problems)
        let place = problems.words(self.where, "where", upTo: 200)
        let times = problems.unless(
            Int((times ?? "1").asWritten).flatMap { (1...13).contains($0) ? $0 : nil },
            "times",
            "Enter from 1 to 13 weeks"
        )
        guard let name, let hours, let times, problems.list.isEmpty else { throw problems }
        return .init(name: name, place: place, beginsAt: hours.from, endsAt: hours.until, times: times)
    }
}

/// Something for the agenda, as it was typed.
struct MeetingItemForm: Decodable, Sendable {
    var words: String?

    init() {}

    func read() throws(Problems) -> String {
        var problems = Problems()
        guard let words = problems.text(words, "words", "Write a line for the agenda", upTo: 300) else {
            throw problems
        }
        return words
    }
}

/// Why a link worker should not come, as it was typed.
struct InvitingForm: Decodable, Sendable {
    var why: String?

    init() {}

    func read() throws(Problems) -> String {
        var problems = Problems()
        guard let words = problems.text(why, "why", "Say why they should not come: they read it", upTo: 300)
        else {
            throw problems
        }
        return words
    }
}
