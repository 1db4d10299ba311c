import Foundation
import Testing

@testable import Belong

@Suite("How long things took, those still open among them")
struct WaitsTests {
    /// Ten people, three of them still waiting, as in the reference.
    static let ten: [(Double, Bool)] = [
        (3, true), (5, true), (5, true), (8, true), (9, false), (14, true), (14, true), (20, false),
        (28, true),
        (30, false),
    ]

    private func waits(_ all: [(Double, Bool)]) -> Waits {
        Waits(all.map { Waits.Wait(days: $0.0, isOver: $0.1) })
    }

    @Test func `are read as Kaplan and Meier read them`() throws {
        let waits = waits(Self.ten)
        let name = "E7_time_to_first_contact_km"

        #expect(try agree(waits.curve.map(\.days), Reference.values(name, "times")))
        #expect(try agree(waits.curve.map(\.open), Reference.values(name, "surv")))
        #expect(try waits.median == Reference.value(name, "median"))
        #expect(try Double(waits.open) == Reference.value(name, "still_waiting"))
    }

    @Test func `those who still wait are never dropped: the median of those seen would be too kind`() throws {
        let seen = waits(Self.ten.filter(\.1))

        #expect(try seen.median == Reference.value("E7_time_to_first_contact_km", "naive_median_of_seen"))
        #expect(seen.median != waits(Self.ten).median)
    }

    @Test func `have no median while more than half are open`() {
        #expect(waits([(3, true), (9, false), (9, false)]).median == nil)
        #expect(waits([]).median == nil)
        #expect(waits([(3, true), (9, false)]).median == 3)
    }

    @Test func `say which share was over within so many days`() {
        let waits = waits(Self.ten)

        #expect(abs(waits.over(within: 2)) < 1e-12)
        #expect(abs(waits.over(within: 8) - 0.4) < 1e-12)
        #expect(abs(waits.over(within: 13) - 0.4) < 1e-12)
        #expect(abs(waits.over(within: 60) - 0.82) < 1e-12)
    }

    @Test func `read the same in whatever order they are told, and every time`() {
        let cuts = Cuts(low: 10, high: 4)
        let once = waits(Self.ten).spreadOfMedian(cuts)

        for _ in 0..<5 { #expect(waits(Self.ten.shuffled()).spreadOfMedian(cuts) == once) }
        #expect(abs(once.inOrder.reduce(0, +) - 1) < 1e-9)
    }

    @Test func `are surely quick where all were quick, and surely slow where none is over`() {
        let cuts = Cuts(low: 10, high: 4)
        let quick = waits(Array(repeating: (2, true), count: 8)).spreadOfMedian(cuts)
        let open = waits(Array(repeating: (30, false), count: 8))

        #expect(agree(quick.inOrder, [0, 0, 1]))
        #expect(agree(open.spreadOfMedian(cuts).inOrder, [1, 0, 0]))
        #expect(agree(open.spread(within: 60, Cuts(low: 0.4, high: 0.75)).inOrder, [1, 0, 0]))
    }

    @Test func `the medians that were drawn lie about the median`() {
        let many = (1...99).map { (Double($0), true) }
        let around = waits(many).spreadOfMedian(Cuts(low: 35, high: 65))

        #expect(around.fittingIn > 0.99)
    }
}

@Suite("Whether a number has truly moved")
struct ControlChartTests {
    /// Twelve weeks with the mean and the moves of the reference.
    static let weeks: [Double] = [11, 14, 12, 9, 9, 9, 8, 13, 9, 15, 18, 6]

    @Test func `is seen against how much it moves by chance`() throws {
        let chart = try #require(ControlChart(Self.weeks))

        #expect(
            try agree(
                [chart.mean, chart.move, chart.upper, chart.lower],
                ["mean", "mr_bar", "upper", "lower"].map { try Reference.value("E6_xmr", $0) }
            )
        )
        #expect(chart.outside.isEmpty)
    }

    @Test func `and a week far out is found`() throws {
        var weeks = Self.weeks
        weeks[10] += 8
        let chart = try #require(ControlChart(weeks))

        #expect(
            try agree(
                [chart.mean, chart.move, chart.upper, chart.lower],
                ["mean", "mr_bar", "upper", "lower"].map { try Reference.value("E6b_xmr_with_signal", $0) }
            )
        )
        #expect(
            try chart.outside.map(Double.init) == Reference.values("E6b_xmr_with_signal", "points_outside")
        )
    }

    @Test func `is not said of one point`() {
        #expect(ControlChart([]) == nil)
        #expect(ControlChart([7]) == nil)
        #expect(ControlChart([7, 7])?.outside == [])
    }
}
