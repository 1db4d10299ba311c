import Foundation
import Kernel
import Store

/// A few light questions put to somebody else than the link worker, where they come up and never by a round of
/// e-mails: to staff after they referred or read news, to a group once it has said how it went, and to the person
/// twice in all. To leave them out is as good as to answer.
struct LightQuestions: Sendable, Equatable {
    let placement: Placement.ID
    /// Whom the questions name.
    let linkWorker: String
    let who: Who
    let occasion: CheckIn.Occasion
    let items: [CheckInItem]
    let began: Date

    enum Who: Sendable, Equatable {
        case staff(Member.ID)
        case group(Activity.ID)
        case person(Case.ID)
    }

    /// How a question reads on the page.
    func words(of item: CheckInItem) -> String {
        item.words.replacing("[name]", with: linkWorker)
    }
}

extension CheckIn.Occasion {
    /// The questions that may come up, the nearest first.
    var questions: [CheckInItem.ID] {
        switch self {
        case .rhythm, .own: []
        case .referral: ["ST1", "ST2", "ST3", "ST6"]
        case .news: ["ST5", "ST3", "ST1", "ST2", "ST6"]
        case .welcomed: ["V1", "V3", "V4", "V5"]
        case .begun: ["PT2", "PT3"]
        case .ended: ["PT4", "PT5"]
        }
    }

    /// At most so many of them at once.
    var atOnce: Int {
        switch self {
        case .rhythm, .own, .welcomed: CheckIn.questions
        case .referral, .news: 1
        case .begun, .ended: 2
        }
    }

    /// Whoever was asked is let be for so many days, about whichever placement; the person for good.
    var rest: Int {
        switch self {
        case .rhythm, .own: CheckIn.every
        case .referral, .news: 30
        case .welcomed: 91
        case .begun, .ended: 36_500
        }
    }
}

extension LightQuestions.Who {
    var respondent: Respondent {
        switch self {
        case .staff: .staff
        case .group: .vcse
        case .person: .person
        }
    }

    /// Their sittings, among all of `check_in`.
    var sittings: SQL {
        switch self {
        case .staff(let member): "check_in.respondent = 'staff' AND check_in.member = \(member)"
        case .group(let activity): "check_in.respondent = 'vcse' AND check_in.activity = \(activity)"
        case .person(let id): "check_in.respondent = 'person' AND check_in.\"case\" = \(id)"
        }
    }

    fileprivate var columns: (member: Member.ID?, activity: Activity.ID?, caseID: Case.ID?) {
        switch self {
        case .staff(let member): (member, nil, nil)
        case .group(let activity): (nil, activity, nil)
        case .person(let id): (nil, nil, id)
        }
    }
}

extension Writer {
    /// That they were asked, and whatever they answered; nothing is an answer too.
    func keep(_ asked: LightQuestions, _ said: CheckIns.Said, at now: Date) throws {
        let id = CheckIn.ID(at: now)
        let (respondent, who) = (asked.who.respondent, asked.who.columns)
        let seconds = min(max(said.seconds, 0), CheckIn.longest)
        try run(
            """
            INSERT INTO check_in (id, placement, respondent, member, activity, "case", occasion, seconds, sat_at)
            VALUES (\(id), \(asked.placement), \(respondent), \(who.member), \(who.activity), \(who.caseID),
                \(asked.occasion), \(seconds), \(now))
            """
        )
        for item in asked.items {
            guard let answer = said.answers[item.id] else { continue }
            try run(
                """
                INSERT INTO check_in_answer (check_in, item, placement, respondent, member, answer, answered_at)
                VALUES (\(id), \(item.id), \(asked.placement), \(respondent), \(who.member), \(answer), \(now))
                """
            )
        }
    }
}
