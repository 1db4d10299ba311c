import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("What a link worker marks with a tap")
struct MarkSoundingTests {
    let facts: Facts
    var here: Neighbourhood { facts.here }

    init() async throws {
        facts = try await Facts()
    }

    private func fits(
        _ answer: ServiceFit,
        _ days: Double,
        then: ServiceFit? = nil,
        to linkWorker: Member? = nil,
        at practice: Organisation? = nil
    ) async throws {
        let made = try await facts.refers(days + 1, at: practice, to: linkWorker)
        let (first, second) = (Key<ServiceFit>(), Key<ServiceFit>())
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO service_fit (id, "case", answer, said_at, said_by, replaced_by)
                VALUES (\(first), \(made.id), \(answer), \(Facts.day(days)), \(made.linkWorker),
                    \(then == nil ? nil : second))
                """
            )
            guard let then else { return }
            try work.run(
                """
                INSERT INTO service_fit (id, "case", answer, said_at, said_by)
                VALUES (\(second), \(made.id), \(then), \(Facts.day(days - 2)), \(made.linkWorker))
                """
            )
        }
    }

    @Test func `C04.o1 counts who was right for the service, partly as a half`() async throws {
        #expect(try await facts.evidence("C04.o1") == nil)
        for (answer, days) in [(ServiceFit.yes, 10.0), (.yes, 20), (.partly, 30), (.no, 40), (.yes, 181)] {
            try await fits(answer, days)
        }
        try await fits(.no, 50, then: .yes)
        try await fits(.no, 10, to: here.sam)
        try await fits(.no, 10, at: here.harbour)
        let six = try await facts.evidence("C04.o1")
        #expect(six == .share(Proportion(3.5, of: 5)))
        #expect(try !facts.isKnown("C04.o1", six))
        #expect(try await facts.evidence("C04.o1", at: Facts.day(49)) == .share(Proportion(1, of: 2)))
        try await fits(.no, 5)
        try await fits(.no, 5)
        #expect(try await !facts.isKnown("C04.o1", facts.evidence("C04.o1")))
        try await fits(.no, 5)
        #expect(try await facts.isKnown("C04.o1", facts.evidence("C04.o1")))
    }

    @Test func `C08.m2 counts when a clinician was advised, as good work`() async throws {
        #expect(try await facts.evidence("C08.m2") == nil)
        for days in [10.0, 20, 200] {
            let made = try await facts.refers(days + 1)
            try await facts.talks(made, days)
            try await advises(made, days - 0.1)
        }
        let made = try await facts.refers(31)
        try await facts.talks(made, 30)
        try await advises(made, 29, until: 25)
        #expect(try await facts.evidence("C08.m2") == .count(2))
        #expect(try await facts.evidence("C08.m2", at: Facts.day(26)) == .count(2))
        #expect(try await facts.evidence("C08.m2", at: Facts.day(24)) == .count(1))
        let sam = try await here.placement(of: here.sam)
        #expect(try await facts.evidence("C08.m2", of: sam) == nil)
    }

    private func advises(_ made: Facts.Made, _ days: Double, until: Double? = nil) async throws {
        let (first, second) = (Key<ContactMarks>(), Key<ContactMarks>())
        try await here.store.write { work in
            let contact: Contact.ID? = try work.value("SELECT id FROM contact WHERE \"case\" = \(made.id)")
            try work.run(
                """
                INSERT INTO clinician_advice (id, contact, is_so, said_at, said_by, replaced_by)
                VALUES (\(first), \(contact), \(true), \(Facts.day(days)), \(made.linkWorker),
                    \(until == nil ? nil : second))
                """
            )
            guard let until else { return }
            try work.run(
                """
                INSERT INTO clinician_advice (id, contact, is_so, said_at, said_by)
                VALUES (\(second), \(contact), \(false), \(Facts.day(until)), \(made.linkWorker))
                """
            )
        }
    }
}
