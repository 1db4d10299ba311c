import Kernel
import Testing

@Suite("An NHS number")
struct NHSNumberTests {
    @Test(arguments: ["943 476 5919", "9434765919", "943-476-5919"])
    func `is read with or without spaces and hyphens`(_ text: String) {
        #expect(NHSNumber(text)?.description == "943 476 5919")
    }

    @Test(arguments: ["", "943476591", "94347659190", "943 476 5918", "94347659IX", "９４３４７６５９１９"])
    func `is not just any ten characters`(_ text: String) {
        #expect(NHSNumber(text) == nil)
    }

    @Test(arguments: ["0000000000", "1111111111", "999 999 9999"])
    func `is never one digit ten times, though its sum may be right`(_ text: String) {
        #expect(NHSNumber(text) == nil)
    }

    @Test func `is refused where the sum asks for a check digit of ten`() {
        #expect(NHSNumber("9912003890") == nil)
    }
}
