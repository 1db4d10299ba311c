import Kernel
import Testing

@testable import Store

@Suite("A statement")
struct SQLTests {
    @Test func `carries what people type beside its text, never in it`() {
        let typed = "'; DROP TABLE person; --"
        let statement: SQL = "SELECT * FROM person WHERE name = \(typed) AND born_on = \(Day(number: 0))"

        #expect(statement.bound.text == "SELECT * FROM person WHERE name = $1 AND born_on = $2")
        #expect(statement.bound.values == [.text(typed), .day(Day(number: 0))])
    }
}
