import CoreMetrics
import Foundation
import Logging
import Testing

@testable import Command

@Suite("Numbers and log lines")
struct CountingTests {
    @Test func `are written as Prometheus reads them`() {
        let counts = Prometheus()
        let dimensions = [("http.route", "/cases/{case}"), ("say", "\"yes\"\n")]
        counts.makeCounter(label: "hb.requests", dimensions: dimensions).increment(by: 2)
        counts.makeCounter(label: "hb.requests", dimensions: dimensions).increment(by: 1)
        counts.makeMeter(label: "outbox.waiting", dimensions: []).set(2.5)
        counts.makeRecorder(label: "outbox.dead", dimensions: [], aggregate: false).record(Int64(4))

        #expect(
            counts.text == """
                # TYPE http_server_requests_total counter
                http_server_requests_total{http_route="/cases/{case}",say="\\"yes\\"\\n"} 3
                # TYPE outbox_dead gauge
                outbox_dead 4
                # TYPE outbox_waiting gauge
                outbox_waiting 2.5

                """
        )
    }

    @Test func `put what took long into its bucket and all longer ones`() {
        let counts = Prometheus()
        counts.makeTimer(label: "page", dimensions: []).recordNanoseconds(30_000_000)

        #expect(counts.text.contains("# TYPE page_seconds histogram"))
        #expect(counts.text.contains("page_seconds_bucket{le=\"0.025\"} 0\n"))
        #expect(counts.text.contains("page_seconds_bucket{le=\"0.05\"} 1\n"))
        #expect(counts.text.contains("page_seconds_bucket{le=\"+Inf\"} 1\npage_seconds_sum 0.03\n"))
    }

    @Test func `stay one line, whatever somebody made us write`() throws {
        let typed = "a\"b\\c\nFAKE LINE\u{1B}[31m\u{202E}\u{2028}é"
        let event = LogEvent(
            level: .info,
            message: "\(typed)",
            metadata: ["status": .stringConvertible(200), "hb.request.id": "abc"],
            source: "",
            file: "",
            function: "",
            line: 0
        )

        let line = LogLines(label: "belong", level: .info).line(of: event, at: Date(timeIntervalSince1970: 0))

        let hidden = line.unicodeScalars.filter { $0.value < 32 || $0.value == 0x202E || $0.value == 0x2028 }
        #expect(hidden.isEmpty)
        let read = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        #expect(read?["message"] as? String == typed)
        #expect(read?["status"] as? Int == 200)
        #expect(read?["request"] as? String == "abc")
        #expect(read?["time"] as? String == "1970-01-01T00:00:00.000Z")
    }
}
