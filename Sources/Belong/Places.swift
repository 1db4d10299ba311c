import Kernel
import Web

extension Features {
    /// Where the navigation leads, for what this member does: the daily work first, as
    /// what comes after that is folded away.
    static func places(for member: Member) -> [Place] {
        let refers = !member.practices.isEmpty || member.isA(.coordinator)
        let isAtDesk = refers && !member.isA(.linkWorker)
        return [
            member.isA(.linkWorker)
                ? Place("Today", "/today")
                : isAtDesk && !member.isA(.coordinator) ? nil : Place("Today", "/"),
            member.isA(.linkWorker) ? Place("Waiting", "/waiting") : nil,
            member.isA(.linkWorker) ? Place("Diary", "/diary") : nil,
            member.isA(.linkWorker) ? Place("People", "/people") : nil,
            member.isA(.linkWorker) ? Place("Introductions", "/introductions") : nil,
            isAtFrontDesk(member) ? Place("Front desk", "/front-desk") : nil,
            member.isA(.coordinator) ? Place("Welcome", "/welcome") : nil,
            isAtDesk ? Place("Desk", "/desk") : nil,
            member.isA(.linkWorker) ? Place("Community", "/community") : nil,
            refers ? Place("Refer", "/referrals/new") : nil,
            NewsInbox.isFor(member) ? Place("News", "/news") : nil,
            member.isA(.linkWorker) ? nil : Place("Community", "/community"),
            Rooms.isFor(member) ? Place("Rooms", "/rooms") : nil,
            Stories.isFor(member) ? Place("Stories", "/stories") : nil,
            Measures.isFor(member) ? Place("Measures", "/measures") : nil,
            member.isA(.networkLead) ? Place("Gaps", "/gaps") : nil,
            member.isA(.networkLead) ? Place("Posts", "/funding") : nil,
            Owing.isFor(member) ? Place("Placements", "/placements") : nil,
            Issues.isFor(member) ? Place("Issues", "/issues") : nil,
            ChangeNotices.isFor(member) ? Place("Changes", "/changes") : nil,
            Targets.isFor(member) ? Place("What is counted", "/targets") : nil,
            Partners.isFor(member) ? Place("Groups as partners", "/partners") : nil,
            member.isA(.linkWorker) ? Place("How it is for you", "/check-in") : nil,
            Standings.isFor(member) ? Place("Belonging", "/belonging") : nil,
            hearsWorries(member) ? Place("Worries", "/worries") : nil,
            member.isA(.supervisor) ? Place("Shown to me", "/shown") : nil,
            member.isA(.supervisor) ? Place("Hours", "/diary/hours") : nil,
            Loads.isFor(member) ? Place("How many people", "/load") : nil,
            Team.isFor(member) ? Place("Team", "/team") : nil,
            member.isA(.linkWorker) ? Place("Ask a peer", "/peers") : nil,
            member.isA(.linkWorker) ? Place("Breathing space", "/breathing-space") : nil,
            member.isA(.administrator) ? Place("Post", "/post") : nil,
            member.isA(.administrator) ? Place("Colleagues", "/colleagues") : nil,
            HandOversPage.isFor(member) ? Place("Hand-overs", "/hand-overs") : nil,
        ]
        .compactMap(\.self)
    }

    /// Whether this member is asked where a link worker is.
    static func isAtFrontDesk(_ member: Member) -> Bool {
        [.receptionist, .practiceManager].contains(where: member.isA)
    }

    /// Whether this member is of those who are told of a worry, or raise one.
    static func hearsWorries(_ member: Member) -> Bool {
        [.linkWorker, .clinician, .practiceManager, .supervisor].contains(where: member.isA)
    }
}
