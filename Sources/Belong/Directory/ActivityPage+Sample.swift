import Foundation
import Kernel

extension ActivityPage {
    static let sample: ActivityPage = {
        let noted = KnowHow(
            id: Key(),
            words: "Ask for Jean. Side door, by the bins.",
            by: "Amara Okafor",
            at: Activity.sampleDay.noon,
            isCorrection: false
        )
        return ActivityPage(.sample, knowHow: [noted], today: Activity.sampleDay)
    }()
}

extension Day {
    fileprivate var noon: Date { London.instant(self, hour: 12) }
}

extension Activity {
    /// A Tuesday in spring.
    static let sampleDay = Day(number: 20_557)

    /// Invented, for the gallery.
    static let sample = Activity(
        id: Key(),
        provider: Provider(
            id: Key(),
            name: "St Anne's Hall",
            description: nil,
            web: WebAddress("https://example.org/lunch"),
            email: EmailAddress("hello@example.org"),
            phone: PhoneNumber("0161 496 0000")
        ),
        name: "Tuesday lunch",
        description: "A hot meal at long tables. Come early and help to lay them, or just come.",
        web: nil,
        email: nil,
        phone: nil,
        status: .active,
        alert: nil,
        cost: "Free, with a tin for those who like",
        isFree: true,
        stepFree: nil,
        ages: Ages(minimum: 18, maximum: nil),
        assuredOn: nil,
        goneAt: nil,
        needs: [.eating, .company],
        venues: [Venue(name: "St Anne's Hall", town: "Sale", postcode: "M33 7ZF")],
        gatherings: [Gathering(weekday: 2, opens: 720, closes: 840)],
        check: Check(
            id: Key(),
            answer: .running,
            means: .rang,
            words: nil,
            by: "Amara Okafor",
            at: Activity.sampleDay.advanced(by: -6).noon
        ),
        capacity: Capacity(
            state: .few,
            wait: nil,
            saidBy: "Jean",
            saidAt: Activity.sampleDay.advanced(by: -6).noon,
            heardBy: "Amara Okafor"
        )
    )
}
