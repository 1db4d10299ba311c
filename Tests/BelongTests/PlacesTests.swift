import Kernel
import Testing
import Web

@testable import Belong

@Suite("The way about")
struct PlacesTests {
    let here: Neighbourhood
    let everyone: [Member]

    init() async throws {
        here = try await Neighbourhood()
        let admin = Member(
            name: "Ada Min",
            memberships: [.init(role: .administrator, organisation: here.network)]
        )
        everyone = here.everyone + [admin]
    }

    @Test func `leads every member to pages that are there`() async throws {
        for member in everyone {
            for place in Features.places(for: member) {
                let seen = try await here.opens(place.path, as: member)
                #expect(seen.status == 200, "\(member.name) at \(place.path)")
            }
        }
    }

    @Test func `begins each member's day where there is something for them`() async throws {
        for member in everyone {
            let begins = try await here.opens("/", as: member)
            let elsewhere = Home.beginning(of: member)
            #expect(begins.location == elsewhere, "\(member.name)")
            #expect(begins.status == (elsewhere == nil ? 200 : 303), "\(member.name)")
        }
        for member in [here.mina, here.peter] {
            #expect(Home.beginning(of: member) == "/front-desk")
        }
        #expect(Home.beginning(of: here.drPatel) == "/desk")
        #expect(Home.beginning(of: here.amara) == "/today")
    }

    @Test func `folds away what is more than six, the daily work first`() {
        let places = Features.places(for: here.amara).map(\.name)
        #expect(places.prefix(5) == ["Today", "Waiting", "Diary", "People", "Introductions"])
    }

    @Test func `shows a page that is not for a role as missing, and never as empty`() async throws {
        let pages = [
            "/waiting", "/people", "/introductions", "/replies", "/welcome", "/desk", "/news", "/worries",
            "/shown", "/today", "/diary", "/front-desk",
        ]
        for member in everyone {
            let places = Set(Features.places(for: member).map(\.path))
            let isLinkWorker = member.isA(.linkWorker)
            for page in pages {
                let isTheirs = places.contains(page) || isLinkWorker && ["/replies", "/desk"].contains(page)
                let seen = try await here.opens(page, as: member)
                #expect(seen.status == (isTheirs ? 200 : 404), "\(member.name) at \(page)")
            }
        }
    }

    @Test func `shows supervisors no news, unless of somebody they referred`() async throws {
        #expect(try await here.opens("/news", as: here.ruth).status == 404)
        let referring = Member(
            name: "Ruth Adler",
            memberships: here.ruth.memberships + [.init(role: .supervisor, organisation: here.elmStreet)]
        )
        #expect(try await here.opens("/news", as: referring).status == 200)
    }
}
