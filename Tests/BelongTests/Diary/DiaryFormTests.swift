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

    @Test func `refuses a time that does not come on the night the clocks go forward`() throws {
        var form = DiaryForm()
        (form.kind, form.day, form.from, form.until) = ("community", "2027-03-28", "01:30", "02:30")

        #expect {
            try form.read()
        } throws: { error in
            (error as? Problems)?.list.map(\.sentence) == [
                "That night the clocks go forward, and this time does not come. Enter another"
            ]
        }
        form.from = "00:30"
        #expect(try form.read().plan.minutes == 60)
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
