import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("A group putting its own listing right")
struct AmendmentTests {
    let town: Neighbourhood
    let lunch: Activity.ID

    init() async throws {
        town = try await Neighbourhood.withTown()
        lunch = try await town.activity(named: "Tuesday Table")
        try await town.letWalterWelcome(lunch)
    }

    private var walter: Activities { town.activities(seenBy: town.walter) }

    /// The whole form as Walter's browser sends it, with some of it changed.
    private func typed(_ changes: [ListingField: String]) async throws -> [ListingField: String] {
        let (activity, own) = try await walter.ownListing(lunch)
        let shown = ListingPage(activity, own, today: Day(Neighbourhood.now)).form
        var typed: [ListingField: String] = [:]
        for field in ListingField.allCases { typed[field] = changes[field] ?? shown.typed(field) }
        return try ListingForm(typed).read(besides: shown)
    }

    private func amend(_ changes: [ListingField: String]) async throws {
        try await walter.amend(lunch, typed(changes), at: Neighbourhood.now)
    }

    private func imports(_ change: (inout Listing) -> Void) async throws {
        var listing = Town.lunch
        change(&listing)
        _ = try await Shelves(store: town.store).take(Town.reading([listing], isWhole: false))
    }

    @Test func `stands above the list, in what is read and in what is found`() async throws {
        try await amend([
            .description: "Soup, bread and dominoes.", .times: "Thursdays 12-2pm", .cost: "£2", .free: "no",
            .stepFree: "no",
        ])

        let activity = try await walter.find(lunch).activity
        #expect(activity.description == "Soup, bread and dominoes.")
        #expect(activity.gatherings.lines == ["Thursdays, 12:00 to 14:00"])
        #expect(activity.cost == "£2" && activity.isFree == false && activity.stepFree == false)
        #expect(try await town.names("dominoes") == ["Tuesday Table"])
        #expect(try await town.names("meal thursday").contains("Tuesday Table") == false)
        #expect(try await town.names("table thursday") == ["Tuesday Table"])
        #expect(try await town.names("table free").isEmpty)
    }

    @Test func `says who put it right, when, and what the list says`() async throws {
        try await amend([.cost: "£2"])

        let seen = try await town.opens("/community/\(lunch)", as: town.drPatel)
        #expect(seen.says("Put right by the group: Walter Green"))
        #expect(seen.says("What its list says there"))
        #expect(try await town.count("amendment") == 1)
    }

    @Test func `is not overwritten when the list is read again, and shows the difference`() async throws {
        try await amend([.cost: "£2"])
        try await imports { listing in
            listing.cost = "£3.50"
            listing.description = "A hot meal, now with pudding."
        }

        let found = try await walter.find(lunch)
        #expect(found.activity.cost == "£2")
        #expect(found.activity.description == "A hot meal, now with pudding.")
        #expect(found.differences.map(\.listed) == ["£3.50"])
        #expect(
            try await town.opens("/community/\(lunch)/listing", as: town.walter).says("Its list says: £3.50")
        )
    }

    @Test func `changes nothing by a list that says the same as before`() async throws {
        try await amend([.cost: "£2"])
        let report = try await Shelves(store: town.store).take(Town.reading(isWhole: false))

        #expect(!report.changedAnything)
        #expect(try await walter.find(lunch).activity.cost == "£2")
    }

    @Test func `gives way to the list once it is typed as the list has it`() async throws {
        try await amend([.stepFree: "no"])
        try await amend([.stepFree: "yes"])

        #expect(try await walter.find(lunch).differences.isEmpty)
        #expect(try await town.count("amendment") == 2)
        try await imports { $0.stepFree = nil }
        #expect(try await walter.find(lunch).activity.stepFree == nil)
    }

    @Test func `is nothing where nothing was changed`() async throws {
        try await amend([:])
        #expect(try await town.count("amendment") == 0)
    }

    @Test func `keeps what was said before, and one of each stands`() async throws {
        try await amend([.cost: "£2"])
        try await amend([.cost: "£2.50"])

        #expect(try await town.count("amendment") == 2)
        #expect(try await town.count("amendment WHERE replaced_by IS NULL") == 1)
    }

    @Test func `leaves closed what was found closed, and gone what is gone`() async throws {
        try await town.activities(seenBy: town.amara).check(lunch, .closed, by: .rang)
        try await amend([.cost: "£2"])
        #expect(try await town.names("table").isEmpty)

        let typed = try await typed([.cost: "£4"])
        _ = try await Shelves(store: town.store).take(Town.reading([Town.choir]))
        await #expect(throws: Amendment.Refused.gone) { try await walter.amend(lunch, typed) }
    }

    @Test func `moves to where its new postcode is`() async throws {
        try await amend([.venue: "The Green Room", .postcode: "m337zg"])

        let found = try await town.finds("table near M33 7ZG")
        #expect(found.findings.first?.distance == "under 200 yards")
        #expect(found.findings.first?.place == "The Green Room, M33 7ZG")
    }

    @Test func `asks for everything that cannot be at once, and keeps what was typed`() async throws {
        let sent = try await town.sends(
            "/community/\(lunch)/listing",
            [
                "name": "", "phone": "ring Jean", "email": "jean at home", "web": "javascript:alert(1)",
                "postcode": "M33", "youngest": "old", "free": "maybe", "description": "Kept",
            ],
            as: town.walter
        )

        #expect(sent.status == 422)
        for words in [
            "Say what it is called", "That cannot be rung", "A letter sent there would not arrive",
            "That leads nowhere", "That is no whole postcode", "Write an age in figures",
            "Choose one of the answers", "7 things to put right", "ring Jean", "Kept",
        ] {
            #expect(sent.says(words), "\(words)")
        }
        #expect(try await town.count("amendment") == 0)
    }

    @Test func `asks for ages that do not cross`() async throws {
        let form = ListingForm([.name: "Lunch", .youngest: "70", .oldest: "60"])
        #expect(throws: Problems.self) { try form.read() }
    }

    @Test func `is done once, however often it is sent`() async throws {
        let nonce = Submission.ID()
        for _ in 1...2 {
            let sent = try await town.sends(
                "/community/\(lunch)/listing",
                ["name": "Tuesday Table", "web": "example.org/lunch"],
                as: town.walter,
                nonce: nonce
            )
            #expect(sent.location == "/community/\(lunch)")
        }
        #expect(try await town.count("amendment WHERE field = 'web'") == 1)
        #expect(try await walter.find(lunch).activity.web?.description == "https://example.org/lunch")
    }

    @Test func `is for whoever welcomes for it, and for nobody else`() async throws {
        let other = try await town.activity(named: "Moorside Meals")
        for member in town.everyone where member.id != town.walter.id {
            #expect(try await town.opens("/community/\(lunch)/listing", as: member).status == 404)
            let sent = try await town.sends("/community/\(lunch)/listing", ["name": "Mine"], as: member)
            #expect(sent.status == 404)
        }
        #expect(try await town.opens("/community/\(other)/listing", as: town.walter).status == 404)
        let sent = try await town.sends("/community/\(other)/listing", ["name": "Mine"], as: town.walter)
        #expect(sent.status == 404)
        #expect(try await town.count("amendment") == 0)
    }
}
