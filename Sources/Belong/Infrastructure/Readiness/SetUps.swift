import Foundation
import Kernel
import Store

/// The twelve things of one placement. The practice and the supervisor name who sees
/// to each; whoever it is says that it is done; the link worker says whether it works.
struct SetUps: Sendable {
    let store: any Store
    let member: Member

    struct Look: Sendable {
        let placed: Owing.Placed
        let items: [SetUp]
        let owners: [Concerned]
        let me: Member.ID

        var isBegun: Bool { items.contains { $0.whose != nil } }
        var mayName: Bool { placed.side == .manager || placed.side == .supervisor }
        var isLinkWorker: Bool { placed.side == .linkWorker }

        func maySayDone(_ item: SetUp) -> Bool {
            item.whose != nil && !item.works && (item.whose?.id == me || mayName)
        }
    }

    static let owners: [Role] = [.practiceManager, .supervisor, .receptionist, .networkLead, .clinician]

    func look(at id: Placement.ID, at now: Date = .now) async throws -> Look {
        let member = member
        return try await store.read { try $0.setUpLook(id, member, at: now) }
    }

    /// Begins the list: the practice's things are the manager's, the supervisor's are theirs, all due the
    /// day before the first. What is named already stays.
    func begin(_ id: Placement.ID, at now: Date = .now) async throws {
        let member = member
        try await store.write { work in
            let look = try work.setUpLook(id, member, at: now)
            guard look.mayName else { throw Missing() }
            let manager = look.owners.first { $0.role == .practiceManager }?.id ?? member.id
            let supervisor = look.placed.supervisor?.id ?? manager
            let due = max(look.placed.beganOn.advanced(by: -1), Day(now).advanced(by: 7))
            let dueOn = look.placed.beganOn > Day(now) ? look.placed.beganOn.advanced(by: -1) : due
            for item in look.items where item.whose == nil {
                let owner = item.item.isSupervisors ? supervisor : manager
                try work.name(owner, for: item.item, by: member.id, dueOn: dueOn, in: id, at: now)
            }
            try work.log(.changed, id, by: member.id, at: now)
        }
    }

    func name(
        _ owner: Member.ID,
        for item: SetUp.Item,
        dueOn: Day,
        in id: Placement.ID,
        at now: Date = .now
    ) async throws {
        let member = member
        try await store.write { work in
            let look = try work.setUpLook(id, member, at: now)
            guard look.mayName else { throw Missing() }
            guard look.owners.contains(where: { $0.id == owner }) else { throw SetUp.Refused.notThere }
            try work.name(owner, for: item, by: member.id, dueOn: dueOn, in: id, at: now)
            try work.log(.changed, id, by: member.id, at: now)
        }
    }

    /// Done, says whoever owes it; that it works or does not, only the link worker.
    func say(
        _ act: SetUp.Act,
        _ words: String = "",
        of item: SetUp.Item,
        in id: Placement.ID,
        at now: Date = .now
    )
        async throws
    {
        let member = member
        try await store.write { work in
            let look = try work.setUpLook(id, member, at: now)
            guard let found = look.items.first(where: { $0.item == item }) else { throw Missing() }
            switch act {
            case .done:
                guard found.whose != nil else { throw SetUp.Refused.notBegun }
                guard found.whose?.id == member.id || look.mayName else { throw Missing() }
            case .works, .doesNot: guard look.isLinkWorker else { throw Missing() }
            }
            try work.run(
                """
                INSERT INTO readiness_turn (id, placement, item, act, words, said_at, said_by)
                VALUES (\(Key<SetUp.Turn>(at: now)), \(id), \(item), \(act), \(words), \(now), \(member.id))
                """
            )
            if act == .doesNot, let owner = found.whose?.id {
                try work.tell(
                    [owner],
                    "\(item.name): it does not work yet",
                    "At \(look.placed.practiceName), for \(look.placed.linkWorker.name).",
                    at: now
                )
            }
            try work.log(.changed, id, by: member.id, at: now)
        }
    }
}

extension Reader {
    fileprivate func setUpLook(_ id: Placement.ID, _ member: Member, at now: Date) throws -> SetUps.Look {
        let placed = try placed(id, for: member, at: now)
        let owners = try concerned(at: placed.practice, as: SetUps.owners, on: Day(now))
        return try SetUps.Look(
            placed: placed,
            items: setUps(of: id),
            owners: owners.filter { $0.id != placed.linkWorker.id },
            me: member.id
        )
    }
}

extension Writer {
    fileprivate func name(
        _ owner: Member.ID,
        for item: SetUp.Item,
        by member: Member.ID,
        dueOn: Day,
        in placement: Placement.ID,
        at now: Date
    ) throws {
        let id = Key<SetUp.Item>(at: now)
        try run(
            """
            UPDATE readiness_item SET replaced_by = \(id)
            WHERE placement = \(placement) AND item = \(item) AND replaced_by IS NULL
            """
        )
        try run(
            """
            INSERT INTO readiness_item (id, placement, item, whose, due_on, said_at, said_by)
            VALUES (\(id), \(placement), \(item), \(owner), \(dueOn), \(now), \(member))
            """
        )
    }
}
