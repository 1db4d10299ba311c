import Testing

@testable import Web

@Suite("Where a request came from")
struct ForwardingTests {
    private let forwarding = Forwarding(
        trusting: ["127.0.0.1", "10.0.0.0/8", "::1"].compactMap(AddressRange.init)
    )

    @Test func `is what the last proxy of ours was asked from`() {
        #expect(forwarding.origin(of: ["192.0.2.7"], sentBy: "127.0.0.1") == "192.0.2.7")
        #expect(forwarding.origin(of: ["192.0.2.7, 10.1.2.3"], sentBy: "127.0.0.1") == "192.0.2.7")
        #expect(forwarding.origin(of: ["192.0.2.7", "10.1.2.3"], sentBy: "127.0.0.1") == "192.0.2.7")
    }

    @Test func `is not what a stranger wrote before it`() {
        #expect(forwarding.origin(of: ["8.8.8.8, 192.0.2.7"], sentBy: "127.0.0.1") == "192.0.2.7")
        #expect(forwarding.origin(of: ["10.9.9.9, 192.0.2.7"], sentBy: "127.0.0.1") == "192.0.2.7")
    }

    @Test(arguments: ["", "unknown", "a.example.org", "1.2.3", "127.0.0.1\u{1B}[0m"])
    func `is the proxy itself where it says nothing to be believed`(_ said: String) {
        #expect(forwarding.origin(of: [said], sentBy: "127.0.0.1") == "127.0.0.1")
    }

    @Test(arguments: [
        ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false), ("::1", "::1", true),
        ("192.0.2.128/25", "192.0.2.127", false), ("0.0.0.0/0", "192.0.2.1", true),
        ("192.0.2.1", "::ffff:192.0.2.1", true), ("2001:db8::/32", "2001:db9::1", false),
    ])
    func `is in a range or not`(_ range: String, _ address: String, _ isIn: Bool) {
        #expect(AddressRange(range)?.contains(address) == isIn)
    }

    @Test(arguments: ["", "10.0.0.0/33", "::/129", "10.0.0/8", "host", "1.2.3.4/", "1.2.3.4/-1"])
    func `is not in a range that is none`(_ text: String) {
        #expect(AddressRange(text) == nil)
    }
}
