import Kernel
import Web

/// On somebody's own page: whether the place they met in was right. One tap, and none
/// is needed.
struct OwnPlaceCard: Sendable {
    let asked: OwnPlaceAnswers.Asked?
    let address: String

    var html: HTML? { asked.map(card) }

    private func card(_ asked: OwnPlaceAnswers.Asked) -> HTML {
        let fields: HTML = """
            <input type="hidden" name="booking" value="\(asked.booking)">
            \(each: PlaceAnswer.allCases, { "<p><button class=\"btn big\" name=\"answer\" value=\"\($0.rawValue)\">\($0.name)</button></p>" })
            """
        return """
            <section class="card"><h2>Was the place right?</h2><p>\(asked.words). One tap, if you like. Nobody is blamed for \
            it: it helps to find places where it is easier to talk.</p>
            \(asked.answer.map { "<p class=\"notice leaf\" role=\"status\">You said: \($0.name). You can change it.</p>" as HTML })
            \(HTML.form("\(address)/place", fields))</section>
            """
    }

    static let sample = OwnPlaceCard(
        asked: OwnPlaceAnswers.Asked(
            booking: Booking.ID(),
            words: "Tuesday 14 April, Garden room",
            answer: .right
        ),
        address: "/l/sample"
    )
}
