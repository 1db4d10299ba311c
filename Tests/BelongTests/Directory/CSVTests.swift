import Testing

@testable import Belong

@Suite("A table as text")
struct CSVTests {
    private func lines(_ text: String) throws -> [CSV.Line] {
        try Array(CSV(Array(text.utf8)))
    }

    @Test func `keeps what stands in quotes, and counts its lines`() throws {
        let read = try lines("\u{FEFF}a,b\r\n\"x, \"\"y\"\"\",\"two\nlines\"\r\n\r\nlast,\n")

        #expect(read.map(\.fields) == [["a", "b"], ["x, \"y\"", "two\nlines"], ["last", ""]])
        #expect(read.map(\.number) == [1, 2, 5])
    }

    @Test func `says where a quote is never closed`() throws {
        let read = try lines("a,b\n1,\"2\n3,4\n")

        #expect(read.last?.isBroken == true && read.last?.number == 2)
    }

    @Test func `is refused in another encoding, with the line`() {
        #expect(throws: CSV.Refused.encoding(line: 2)) { try CSV(Array("a\n".utf8) + [0x4A, 0xE9, 0x0A]) }
        #expect(throws: CSV.Refused.encoding(line: 1)) { try CSV([0xFF, 0xFE, 0x41, 0x00]) }
        #expect(throws: CSV.Refused.empty) { try CSV([]) }
    }
}
