import Kernel
import Testing

@testable import Belong

@Suite("What is begun and not sent yet")
struct DraftTests {
    let here: Neighbourhood
    let subject = Key<Case>()
    let page = "/cases/x/contacts/new"

    init() async throws {
        here = try await Neighbourhood()
    }

    private func drafts(of member: Member) -> Drafts {
        Drafts(store: here.store, member: member)
    }

    @Test func `is kept exactly as typed, without the token of the session`() async throws {
        let id = Draft.ID()
        let body = "formToken=abc&nonce=n&draft=\(id)&matters=%F0%9F%8C%B1+%3Cscript%3E&helps="
        try await drafts(of: here.amara).keep(id, .contact, about: subject, body)

        let again = try await drafts(of: here.amara)
            .begin(.contact, about: subject, on: page, goingOn: id)
        #expect(again.content == "matters=%F0%9F%8C%B1+%3Cscript%3E&helps=")
        #expect(again.id == id)
    }

    @Test func `two tabs keep two, and both are offered`() async throws {
        let (one, other) = (Draft.ID(), Draft.ID())
        let mine = drafts(of: here.amara)
        try await mine.keep(one, .contact, about: subject, "matters=one")
        try await mine.keep(other, .contact, about: subject, "matters=other")
        try await mine.keep(one, .contact, about: subject, "matters=one+and+more")

        let begun = try await mine.begin(.contact, about: subject, on: page).begun
        #expect(Set(begun.map(\.content)) == ["matters=one+and+more", "matters=other"])
    }

    @Test func `is nobody else's to read, change or end`() async throws {
        let id = Draft.ID()
        try await drafts(of: here.amara).keep(id, .contact, about: subject, "matters=mine")

        await #expect(throws: Missing.self) {
            try await drafts(of: here.sam).keep(id, .contact, about: subject, "matters=his")
        }
        try await drafts(of: here.sam).throwAway(id)
        let his = try await drafts(of: here.sam).begin(.contact, about: subject, on: page, goingOn: id)
        #expect(his.content == nil && his.begun.isEmpty && his.id != id)
        let hers = try await drafts(of: here.amara).begin(.contact, about: subject, on: page, goingOn: id)
        #expect(hers.content == "matters=mine")
    }

    @Test func `does not come back when a late save arrives after it was sent`() async throws {
        let id = Draft.ID()
        let mine = drafts(of: here.amara)
        try await mine.keep(id, .contact, about: subject, "matters=mine")
        try await mine.throwAway(id)
        try await mine.keep(id, .contact, about: subject, "matters=late")

        #expect(try await mine.begin(.contact, about: subject, on: page).begun.isEmpty)
    }

    @Test func `is kept quietly by the page, and by a button without JavaScript`() async throws {
        let id = Draft.ID()
        let address = "/drafts/contact/\(subject)"
        let quiet = try await here.sends(
            address,
            ["draft": "\(id)", "draftPage": page, "matters": "a"],
            as: here.amara,
            accepting: "*/*"
        )
        let plain = try await here.sends(
            address,
            ["draft": "\(id)", "draftPage": page, "matters": "b"],
            as: here.amara
        )

        #expect(quiet.status == 204)
        #expect(plain.status == 303 && plain.location == "\(page)?draft=\(id)")
        let kept = try await drafts(of: here.amara).begin(.contact, about: subject, on: page, goingOn: id)
        #expect(kept.content == "matters=b")
    }

    @Test func `leads back to a page of ours and nowhere else`() async throws {
        let away = try await here.sends(
            "/drafts/end",
            ["draft": "\(Draft.ID())", "draftPage": "//elsewhere.example"],
            as: here.amara
        )
        #expect(away.location == "/")
    }

    @Test func `needs somebody signed in, and a form there is`() async throws {
        let nobody = try await here.sends("/drafts/contact/\(subject)", ["draft": "\(Draft.ID())"], as: nil)
        let nonsense = try await here.sends(
            "/drafts/nonsense/\(subject)",
            ["draft": "\(Draft.ID())"],
            as: here.amara
        )
        #expect(nobody.status == 401 && nobody.says("What you wrote is still here"))
        #expect(nonsense.status == 404)
    }
}
