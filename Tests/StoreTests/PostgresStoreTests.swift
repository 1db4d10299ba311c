import Foundation
import Kernel
import TestStores
import Testing

@testable import Store

@Suite(
    "A store in PostgreSQL",
    .enabled(if: ProcessInfo.processInfo.environment["BELONG_TEST_STORE"] != nil)
)
struct PostgresStoreTests {
    /// A table whose rows cut the line at the moment they are committed.
    private func store() async throws -> any Store {
        let store = try await TestStores.fresh(SubmissionsSchema.changes)
        try await store.write { work in
            try work.execute(
                script: """
                    CREATE TABLE note (text TEXT NOT NULL);
                    CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
                    CREATE CONSTRAINT TRIGGER cut AFTER INSERT ON note DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW WHEN (NEW.text = 'cut') EXECUTE FUNCTION cut();
                    """
            )
        }
        return store
    }

    @Test func `says that it cannot tell, when the line is cut while something is being kept`() async throws {
        let store = try await store()

        await #expect(throws: Unavailable.unsure) {
            try await store.write { try $0.run("INSERT INTO note (text) VALUES (\("cut"))") }
        }

        try await store.write { try $0.run("INSERT INTO note (text) VALUES (\("kept"))") }
        let kept: [String] = try await store.read { try $0.values("SELECT text FROM note") }
        #expect(kept == ["kept"])
    }

    @Test func `says so in words that do not promise that nothing was saved`() {
        #expect(!Unavailable.unsure.sentence.contains("Nothing was saved"))
        #expect(
            Unavailable.unsure.sentence
                == "Our records went away while this was being kept. We cannot tell whether it was kept. Send it again: it is done once."
        )
    }
}
