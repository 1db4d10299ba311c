import Foundation
import Kernel
import Store

/// Introductions to groups, and news to the referrer, of a made-up story.
extension SeedPlaying {
    mutating func playIntroduction(_ stage: SeedFile.Stage, at now: Date) async throws {
        let introductions = try Introductions(
            store: ground.store,
            member: openCase.linkWorker,
            site: ground.site
        )
        if stage.what == .introduce {
            introduction = try await introduce(stage, at: now)
        }
        guard let introduction else { return }
        switch stage.what {
        case .groupAnswer:
            let answer = GroupAnswer(
                kind: stage.answer.flatMap(GroupAnswer.Kind.init) ?? .yes,
                from: stage.fromInDays.map { Day(now).advanced(by: $0) },
                words: stage.words ?? ""
            )
            try await introductions.hear(answer, on: introduction, at: now)
        case .attendance:
            let attendance = Attendance(
                kind: stage.kind.flatMap(Attendance.Kind.init) ?? .coming,
                toldBy: stage.teller.flatMap(Attendance.Teller.init) ?? .group,
                words: stage.words ?? ""
            )
            if attendance.toldBy == .person {
                try await says(attendance, of: introduction, at: now)
            } else {
                try await introductions.hear(attendance, on: introduction, at: now)
            }
        case .thanks: try await introductions.thank(introduction, stage.words ?? "", at: now)
        default: break
        }
    }

    /// As the person does it: behind their own link, for the group to read as well.
    private func says(_ attendance: Attendance, of introduction: Introduction.ID, at now: Date) async throws {
        let id = try openCase.id
        let token = try await ground.store.write { try $0.makeLink(to: .ownPage, id, at: now).token }
        try await OwnVoices(store: ground.store)
            .say(attendance, for: [.group, .referrer], of: introduction, token, at: now)
    }

    /// What went to and fro; a text from a number of nobody's comes in like any other.
    func playMessage(_ stage: SeedFile.Stage, at now: Date) async throws {
        let words = stage.words ?? ""
        guard stage.what == .text else {
            let (id, linkWorker) = try openCase
            let correspondence = Correspondence(store: ground.store, member: linkWorker)
            return try await correspondence.send(.init(text: words, isNeutral: false), to: id, at: now)
        }
        let arrival = Arrival(
            id: Arrival.ID(at: now),
            notification: Arrival.ID(at: now).description,
            sender: stage.number ?? somebody.phone ?? "",
            body: words
        )
        try await Arriving(store: ground.store, site: ground.site).take(arrival, at: now)
    }

    mutating func playNews(_ stage: SeedFile.Stage, at now: Date) async throws {
        let store = ground.store
        if stage.what == .news {
            let milestone = stage.milestone.flatMap(News.Milestone.init) ?? .contact
            let wanted = NewsToSend(milestone: milestone, asked: stage.asked, words: stage.words ?? "")
            news = try await CaseNews(store: store, member: openCase.linkWorker).send(
                wanted,
                of: openCase.id,
                at: now
            )
        }
        guard let news, let by = somebody.referral.by else { return }
        let inbox = try NewsInbox(store: store, member: ground.member(by))
        switch stage.what {
        case .newsRead: _ = try await inbox.open(news, at: now)
        case .newsReply:
            if let verdict = stage.kind.flatMap(NewsReply.Verdict.init) {
                try await inbox.judge(news, verdict, at: now)
            }
            if let words = stage.words, !words.isEmpty { try await inbox.reply(words, to: news, at: now) }
        default: break
        }
    }

    /// As a link worker does it: the words are made, read out, agreed to, and go.
    private func introduce(_ stage: SeedFile.Stage, at now: Date) async throws -> Introduction.ID {
        let (id, linkWorker) = try openCase
        let introducing = Introducing(store: ground.store, member: linkWorker, site: ground.site)
        var form = try IntroductionForm(activity: ground.activity(stage.activity).description)
        form.hope = stage.hopes
        form.companion = stage.goesWith
        form.reach = "link_worker"
        form.way = stage.way
        form.agreed = stage.agreeing
        let hasCompanion = !(stage.goesWith ?? "").isEmpty
        form.part = ["name", "hope", "reach"] + (hasCompanion ? ["companion"] : [])
        form.heard = try await introducing.word(form, of: id).wording.text
        return try await introducing.introduce(form, of: id, at: now)
    }
}
