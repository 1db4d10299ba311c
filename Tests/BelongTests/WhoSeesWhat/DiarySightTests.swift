import Foundation
import Kernel
import Store
import Testing

@testable import Belong

/// Governance 4.2, as far as the diary goes: one test for each reader.
@Suite("What is planned with somebody is seen")
struct DiarySightTests {
    let here: Neighbourhood
    let entry: DiaryEntry.ID
    private static let secret = "Relaxation group, hall B"

    init() async throws {
        here = try await Neighbourhood()
        entry = try await here.goesAlong(here.accepts(here.refers()))
    }

    private func status(_ path: String, _ member: Member) async throws -> Int {
        try await here.opens(path, as: member).status
    }

    private func isShut(to member: Member, except open: Set<String> = []) async throws -> Bool {
        for path in ["/diary", "/diary/\(entry)", "/today", "/today/sheet", "/front-desk", "/diary/hours"]
        where !open.contains(path) {
            guard try await status(path, member) == 404 else { return false }
        }
        return true
    }

    @Test func `by the link worker whose diary it is`() async throws {
        let seen = try await here.opens("/diary/\(entry)", as: here.amara)
        #expect(seen.says(Self.secret) && seen.says("Jean M."))
    }

    @Test func `by no other link worker, of the same practice or not`() async throws {
        #expect(try await status("/diary/\(entry)", here.sam) == 404)
        #expect(try await status("/diary/\(entry)", here.jo) == 404)
    }

    @Test func `by no clinician`() async throws {
        #expect(try await isShut(to: here.drPatel))
    }

    @Test func `by reception and the practice manager as whereabouts only`() async throws {
        for member in [here.mina, here.peter] {
            #expect(try await isShut(to: member, except: ["/front-desk"]))
            let desk = try await here.opens("/front-desk", as: member)
            #expect(desk.status == 200 && !desk.says(Self.secret) && !desk.says("Jean"))
        }
    }

    @Test func `by the supervisor as hours of a week only`() async throws {
        #expect(try await isShut(to: here.ruth, except: ["/diary/hours"]))
        let hours = try await here.opens("/diary/hours?week=2026-04-14", as: here.ruth)
        #expect(hours.says("With people <b>1½ h</b>"))
        #expect(!hours.says(Self.secret) && !hours.says("Jean"))
    }

    @Test func `by no other supervisor, no group, no network lead and no stranger`() async throws {
        let hours = try await here.opens("/diary/hours?week=2026-04-14", as: here.olu)
        #expect(!hours.says("Amara"))
        for member in [here.walter, here.nadia, here.stranger] { #expect(try await isShut(to: member)) }
    }

    @Test func `and changed by nobody else`() async throws {
        let others = [here.sam, here.jo, here.mina, here.ruth]
        for member in others {
            let answer = try await here.sends("/diary/\(entry)/cancelling", ["why": "person"], as: member)
            #expect(answer.status == 404, "\(member.name)")
        }
        #expect(try await here.count("diary_cancelling") == 0)
    }
}
