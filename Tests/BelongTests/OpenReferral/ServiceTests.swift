import Foundation
import Kernel
import Testing

@testable import Belong

@Suite("A service of Open Referral")
struct ServiceTests {
    /// Reads a list with this one service in it.
    private func read(_ service: String) throws -> Reading {
        try ServiceFile(path: "").read(Data("[\(service)]".utf8), named: "list.json")
    }

    private func listing(_ fields: String) throws -> Listing {
        try #require(read("{\"id\": \"7\", \"name\": \"Lunch\", \(fields)}").listings.first)
    }

    @Test func `of version three is read whole`() throws {
        let reading = try read(
            """
            {"id": "AC148810-d857-441c-9679-408f346de14b", "name": "Lunch", "description": "<p>Soup &amp; bread.</p>Come in",
             "url": "http://example.com/lunch", "email": "lunch@example.com", "status": "active", "alert": "Back in May",
             "minimum_age": 60, "assured_date": "2026-01-05", "organization_id": "1",
             "organization": {"id": "1", "name": "St Mark's", "website": "www.example.com"},
             "schedules": [{"id": "1", "freq": "WEEKLY", "byday": "TU,TH", "opens_at": "12:00:00", "closes_at": "14:00"}],
             "service_at_locations": [{"location": {"name": "The Hall", "latitude": 53.4, "longitude": -2.3,
                "addresses": [{"address_1": "1 Road", "city": "Sale", "postal_code": "m337zf"}],
                "accessibility": [{"description": "Level access throughout"}]}}],
             "languages": [{"name": "Polish"}, {"id": "x"}], "contacts": [{"phones": [{"number": "0161 496 0000"}]}],
             "cost_options": [{"amount": 2.5, "amount_description": "a meal"}],
             "attributes": [{"taxonomy_term": {"name": "Lunch club"}}]}
            """
        )

        let read = try #require(reading.listings.first)
        #expect(read.key == "ac148810-d857-441c-9679-408f346de14b")
        #expect(read.description == "Soup & bread.\nCome in")
        #expect(read.web == "http://example.com/lunch" && read.provider.web == "https://www.example.com")
        #expect(read.gatherings.map(\.line) == ["Tuesdays, 12:00 to 14:00", "Thursdays, 12:00 to 14:00"])
        #expect(read.venues.first?.line == "The Hall, 1 Road, Sale, M33 7ZF")
        #expect(read.cost == "£2.50, a meal" && read.isFree == false)
        #expect(read.stepFree == true && read.languages == ["Polish"] && read.phone == "01614960000")
        #expect(read.categories == ["Lunch club"] && read.minimumAge == 60 && read.assuredOn == "2026-01-05")
        #expect(reading.report.notes.isEmpty)
    }

    @Test func `of the older shape is read too`() throws {
        let read = try listing(
            """
            "fees": "Free", "organization": {"id": 12, "name": "St Mark's", "url": "https://example.com"},
            "regular_schedules": [{"weekday": "Thursday", "opens_at": "10:00", "closes_at": "11:30"}],
            "service_at_locations": [{"location": {"latitude": "53.4", "longitude": "-2.3",
                "physical_addresses": [{"address_1": "1 Road", "city": "Sale", "postal_code": "M33 7ZF"}],
                "accessibility_for_disabilities": [{"accessibility": "Not wheelchair accessible"}]}}],
            "eligibilitys": [{"minimum_age": 18, "maximum_age": 25}],
            "service_taxonomys": [{"taxonomy": {"name": "Advice"}}],
            "languages": [{"language": "Urdu"}]
            """
        )

        #expect(read.key == "list.json 7" && read.provider.key == "list.json 12")
        #expect(read.isFree == true && read.stepFree == false)
        #expect(read.gatherings == [Gathering(weekday: 4, opens: 600, closes: 690)])
        #expect(read.venues.first?.latitude == 53.4)
        #expect(read.minimumAge == 18 && read.maximumAge == 25)
        #expect(read.categories == ["Advice"] && read.languages == ["Urdu"])
    }

    @Test(
        arguments: [
            ("javascript:alert(1)", nil), ("data:text/html,x", nil), ("ftp://example.com", nil),
            ("java\\nscript:x", nil),
            ("https://example.com/a", "https://example.com/a"),
            ("mailto:a@example.com", "mailto:a@example.com"),
            ("tel:01614960000", "tel:01614960000"), ("www.example.com", "https://www.example.com"),
        ]
    )
    func `keeps a link only if it can be followed safely, and says so`(_ link: String, _ kept: String?) throws
    {
        let reading = try read("{\"id\": \"7\", \"name\": \"Lunch\", \"url\": \"\(link)\"}")

        #expect(reading.listings.first?.web == kept)
        let said = "“Lunch”: the link in “url” was left out: only http, https, mailto and tel are taken"
        #expect(reading.report.notes.map(\.reason) == (kept == nil ? [said] : []))
    }

    @Test(
        arguments: [
            ("{}", "it has no “id”"), ("{\"id\": \"1\"}", "it has no “name”"),
            ("{\"id\": \"1\", \"name\": \" \"}", "it has no “name”"), ("null", "it is empty"),
            ("\"a word\"", "it is not what it should be"), ("[1, 2]", "it is not what it should be"),
        ]
    )
    func `that cannot be taken is listed with its place, and the rest is taken`(
        _ bad: String,
        _ why: String
    ) throws {
        let reading = try read(
            "{\"id\": \"0\", \"name\": \"Good\"}, \(bad), {\"id\": \"9\", \"name\": \"Also good\"}"
        )

        #expect(reading.listings.map(\.name) == ["Good", "Also good"])
        #expect(reading.report.refusals.map(\.description) == ["service 2: \(why)"])
    }

    @Test func `with an id that stood there before is listed and left out`() throws {
        let reading = try read("{\"id\": \"1\", \"name\": \"One\"}, {\"id\": \"1\", \"name\": \"Two\"}")

        #expect(reading.listings.map(\.name) == ["One"])
        #expect(
            reading.report.refusals.map(\.description) == [
                "service 2: “Two” has an id that stood there before"
            ]
        )
    }

    @Test func `loses what makes no sense, and nothing else`() throws {
        let reading = try read(
            """
            {"id": "7", "name": "\\u202eLunch\\u0007", "description": 12, "email": "not one", "status": "maybe",
             "minimum_age": 70, "maximum_age": 60, "schedules": "none", "languages": [3, {"name": null}],
             "service_at_locations": [{"location": {"latitude": 100, "longitude": 101}}, 7, {"location": []}]}
            """
        )

        let read = try #require(reading.listings.first)
        #expect(read.name == "Lunch" && read.description == "12")
        #expect(read.email == nil && read.minimumAge == nil && read.status == .inactive)
        #expect(read.venues.isEmpty && read.gatherings.isEmpty && read.languages.isEmpty)
        #expect(reading.report.notes.count == 4)
    }

    @Test(
        arguments: [
            ("FR", "12:00", "14:00", "Tuesday - Friday 12noon - 2pm", [2, 3, 4, 5], 720),
            ("TH", "10:00", "12:00", "Tuesdays and Thursdays 10am- 12noon", [2, 4], 600),
            ("TH", "01:30", "15:30", "Thursday 1.30 - 3.30pm", [4], 810),
            ("SA", "10:00", "14:00", "Monday - Friday via referral and Saturdays 10am -2pm", [6], 600),
            ("TU", "18:00", "20:00", "Tuesday 6pm - 8pm and Sunday 3pm - 5pm", [2], 1080),
            ("FR", "12:00", "15:00", "Tuesdays & Fridays 12pm - 3pm; 1st Saturday of month 10am", [5], 720),
            ("SU", "07:00", "09:00", "Saturday & Sunday 7am - 9am.", [6, 7], 420),
        ]
    )
    func `has its times read together with its words`(
        _ day: String,
        _ opens: String,
        _ closes: String,
        _ words: String,
        _ days: [Int],
        _ from: Int
    ) throws {
        let read = try listing(
            "\"schedules\": [{\"byday\": \"\(day)\", \"opens_at\": \"\(opens)\", \"closes_at\": \"\(closes)\", \"description\": \"\(words)\"}]"
        )

        #expect(read.gatherings.map(\.weekday) == days)
        #expect(Set(read.gatherings.map(\.opens)) == [from])
    }

    @Test func `with words alone has its days, and hours only in words`() throws {
        let read = try listing(
            "\"schedules\": [{\"description\": \"Mon - Thu 10am - 3pm\"}, {\"description\": \"By appointment\"}]"
        )

        #expect(read.gatherings.map(\.weekday) == [1, 2, 3, 4, nil])
        #expect(read.gatherings.allSatisfy { $0.opens == nil })
    }

    @Test(
        arguments: [
            ("Free", true), ("No charge", true), ("£3.50", false), ("£0", nil), ("Donations welcome", nil),
            ("Free for under 5s", nil), ("Not free", nil),
        ] as [(String, Bool?)]
    )
    func `is free only if somebody says so`(_ fees: String, _ isFree: Bool?) throws {
        #expect(try listing("\"fees\": \"\(fees)\"").isFree == isFree)
    }
}
