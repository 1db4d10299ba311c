import Testing

@testable import Belong

@Suite("A public address")
struct PublicAddressTests {
    @Test(
        arguments: [
            "127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1", "224.0.0.1", "255.255.255.255", "198.18.0.1", "::1", "::", "fe80::1",
            "fe80::1%eth0", "fc00::1",
            "fd12:3456::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2001:db8::1", "2002:7f00:1::",
            "64:ff9b::7f00:1",
            "nonsense", "",
        ]
    )
    func `is not one of these`(_ address: String) {
        #expect(!PublicAddress.isPublic(address))
    }

    @Test(arguments: [
        "93.184.216.34", "172.32.0.1", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:8.8.8.8",
    ])
    func `is one of these`(_ address: String) {
        #expect(PublicAddress.isPublic(address))
    }
}
