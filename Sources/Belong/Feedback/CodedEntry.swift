import Foundation
import Kernel
import Store
import Web

/// One code for the record of a practice, with the day it is about. Drafted from what is
/// written down, and nobody's until a link worker has looked at it and said that it is so.
struct CodedEntry: Sendable, Equatable {
    let code: RecordCode
    let on: Day

    /// *2026-03-03, Referral to social prescribing service (procedure) (SNOMED CT 871731000000106)*
    var line: String { "\(on), \(code.line)" }
}

/// What a link worker says is so.
struct CodesChecked: Sendable {
    let codes: Set<RecordCode>
}

/// The codes of one link worker's own cases.
struct CodedEntries: Sendable {
    let store: any Store
    let member: Member

    private var cases: Cases { Cases(store: store, member: member) }

    func page(_ id: Case.ID, _ problems: Problems = Problems(), at now: Date = .now) async throws -> CodesPage
    {
        try await cases.open(id, at: now) { view, found in
            _ = try cases.findToChange(id, in: view, at: now)
            return try CodesPage(
                id: id,
                listed: view.particulars(of: found.person).listed,
                drafted: view.draftedCodes(of: found),
                checked: view.checkedCodes(of: id),
                refusal: view.newsExtent(of: id) == .nothing ? News.Refused.objected.sentence : nil,
                problems: problems
            )
        }
    }

    /// Keeps what was ticked, and ends what was not.
    func check(_ asked: CodesChecked, of id: Case.ID, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            let found = try cases.findToChange(id, in: work, at: now)
            guard try work.newsExtent(of: id) != .nothing else { throw News.Refused.objected }
            try work.holdCase(id)
            let drafted = try work.draftedCodes(of: found)
            for code in RecordCode.allCases where !asked.codes.contains(code) {
                try work.run(
                    """
                    UPDATE coded_entry SET ended_at = \(now), ended_by = \(me)
                    WHERE coded_entry."case" = \(id) AND code = \(code) AND ended_at IS NULL
                    """
                )
            }
            for code in RecordCode.allCases where asked.codes.contains(code) {
                let day = drafted.first { $0.code == code }?.on ?? Day(now)
                try work.run(
                    """
                    INSERT INTO coded_entry (id, "case", code, happened_on, checked_at, checked_by)
                    VALUES (\(Key<CodedEntry>(at: now)), \(id), \(code), \(day), \(now), \(me))
                    ON CONFLICT ("case", code) WHERE ended_at IS NULL DO NOTHING
                    """
                )
            }
            try work.log(.changed, id, about: found.person, by: me, at: now)
        }
    }

    /// Those checked, for the practice's own system: a line each, under its headings.
    func file(_ id: Case.ID, at now: Date = .now) async throws -> String {
        let me = member.id
        return try await store.write { work in
            let found = try cases.findToChange(id, in: work, at: now)
            guard try work.newsExtent(of: id) != .nothing else { throw News.Refused.objected }
            let entries = try work.checkedCodes(of: id)
            guard !entries.isEmpty else { throw Missing() }
            try work.log(.printed, id, about: found.person, by: me, at: now)
            return (["date,code,term,system"] + entries.map(\.fileLine)).map { $0 + "\r\n" }.joined()
        }
    }
}

extension CodedEntry {
    fileprivate var fileLine: String {
        "\(on),\(code.rawValue),\"\(code.term)\",http://snomed.info/sct"
    }
}

extension Reader {
    /// What is written down and has a code. A code is about a day on which something happened.
    func draftedCodes(of found: Case) throws -> [CodedEntry] {
        let made: Date? = try value("SELECT made_at FROM referral WHERE id = \(found.referral)")
        let no: Date? = try value(
            """
            SELECT said_at FROM wish
            WHERE referral = \(found.referral) AND answer = 'no' AND replaced_by IS NULL
            """
        )
        let moving: Date? = try value(
            """
            SELECT introduction.made_at
            FROM introduction
            JOIN activity_need ON activity_need.activity = introduction.activity
            WHERE introduction."case" = \(found.id) AND introduction.way <> 'signposting'
                AND activity_need.need = 'moving' AND \(Introduction.stands)
            ORDER BY introduction.made_at
            LIMIT 1
            """
        )
        let all: [(RecordCode, Date?)] = [
            (.referral, made), (.declined, no), (.physicalActivity, moving),
        ]
        return all.compactMap { code, at in at.map { CodedEntry(code: code, on: Day($0)) } }
    }

    /// What a link worker said is so, as it stands.
    func checkedCodes(of id: Case.ID) throws -> [CodedEntry] {
        try rows(
            """
            SELECT code, happened_on
            FROM coded_entry
            WHERE coded_entry."case" = \(id) AND ended_at IS NULL
            ORDER BY happened_on, code
            """
        ).map { try CodedEntry(code: $0("code"), on: $0("happened_on")) }
    }
}
