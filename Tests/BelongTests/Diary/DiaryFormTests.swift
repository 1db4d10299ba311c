import Foundation
import Kernel
import Testing
import Web

@testable import Belong

@Suite("What is typed into a diary")
struct DiaryFormTests {
    @Test func `says everything that must be put right at once`() {
        var form = DiaryForm()
        (form.kind, form.day, form.from, form.until, form.back) = ("walk", "31/4/2026", "25:00", "", "x")

        var problems = Problems()
        do { _ = try form.read() } catch let found { problems = found }

        #expect(Set(problems.list.map(\.field)) == ["day", "from", "until", "caseID", "back"])
    }

    @Test func `keeps the hours of the clock on the days the clocks change`() throws {
        var form = DiaryForm()
        (form.kind, form.from, form.until) = ("community", "00:30", "03:30")

        form.day = "2026-03-29"
        #expect(try form.read().plan.minutes == 120)
        form.day = "2026-10-25"
        #expect(try form.read().plan.minutes == 240)
    }
}
