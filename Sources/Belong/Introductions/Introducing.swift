import Foundation
import Kernel
import Store
import Web

/// Introducing the people of one link worker's own cases.
struct Introducing: Sendable {
    let store: any Store
    let member: Member
    let site: WebAddress

    private var cases: Cases { Cases(store: store, member: member) }

    /// What a link worker sees before anything is asked.
    struct Beginning: Sendable {
        let caseID: Case.ID
        var tellable: Tellable
        let activity: Activity
        let refusal: Introduction.Refused?
        /// The link worker's own employer runs it: said, not judged (paper, line 37).
        let isOwnEmployer: Bool
        /// Whether a message reaches the group.
        let canBeWrittenTo: Bool
    }

    func begin(_ id: Case.ID, _ activity: Activity.ID, at now: Date = .now) async throws -> Beginning {
        let (cases, member) = (cases, member)
        return try await cases.open(id, at: now) { view, found in
            guard let wanted = try view.activity(activity) else { throw Missing() }
            return try Beginning(
                caseID: id,
                tellable: view.tellable(of: found, by: member),
                activity: wanted,
                refusal: view.refusal(to: wanted, for: id),
                isOwnEmployer: view.isEmployed(member.id, by: wanted.provider.id),
                canBeWrittenTo: view.reach(wanted) != nil
            )
        }
    }

    /// Word for word what would go. Nothing goes yet.
    func word(_ form: IntroductionForm, of id: Case.ID) async throws -> (begun: Beginning, wording: Wording) {
        guard let activity = form.activityID else { throw Missing() }
        let begun = try await begin(id, activity)
        if let refusal = begun.refusal { throw refusal }
        return try (begun, Wording(activity: begun.activity.name, form.agreed(of: begun.tellable)))
    }

    /// Introduces them, if what goes is still what they heard.
    func introduce(
        _ form: IntroductionForm,
        of id: Case.ID,
        at now: Date = .now
    ) async throws -> Introduction.ID {
        guard let activity = form.activityID else { throw Missing() }
        let (way, agreedBy) = try form.read()
        let (cases, member, site) = (cases, member, site)
        return try await store.write { work in
            let found = try cases.findOpen(id, in: work, at: now)
            try work.holdCase(id)
            guard let wanted = try work.activity(activity) else { throw Missing() }
            if let refusal = try work.refusal(to: wanted, for: id) { throw refusal }
            let agreed = try form.agreed(of: work.tellable(of: found, by: member))
            let wording = Wording(activity: wanted.name, agreed)
            guard wording.text == form.heard?.replacing("\r\n", with: "\n") else {
                throw Introduction.Refused.changedSince
            }
            let introduction = Introduction(
                id: Introduction.ID(at: now),
                caseID: id,
                activity: activity,
                way: way,
                words: wording.text,
                agreedBy: agreedBy,
                companion: form.companionNamed,
                madeAt: now
            )
            let message = try way == .message ? work.ask(introduction.id, wanted, site, at: now) : nil
            if let message { try work.add(message, about: found.person, by: member.id, at: now) }
            try work.add(introduction, agreed, message?.id, by: member.id)
            try work.endDraft(form.draftID, of: member.id, at: now)
            try work.log(.sent, introduction.id, about: found.person, by: member.id, at: now)
            return introduction.id
        }
    }

    /// Tells the person of a group and the group nothing.
    func signpost(_ activity: Activity.ID, to id: Case.ID, at now: Date = .now) async throws {
        let (cases, member) = (cases, member)
        try await store.write { work in
            let found = try cases.findOpen(id, in: work, at: now)
            guard let wanted = try work.activity(activity) else { throw Missing() }
            guard wanted.isOffered else { throw Introduction.Refused.gone }
            let introduction = Introduction(
                id: Introduction.ID(at: now),
                caseID: id,
                activity: activity,
                way: .signposting,
                words: nil,
                agreedBy: nil,
                companion: nil,
                madeAt: now
            )
            try work.add(introduction, [:], nil, by: member.id)
            try work.log(.changed, introduction.id, about: found.person, by: member.id, at: now)
        }
    }
}
