import Foundation
import Kernel

extension PartnersPage {
    static var sample: PartnersPage {
        let (today, nadia) = (Day(Date.sampled), Worry.Named(id: Member.ID(), name: "Nadia Aziz"))
        let meeting = PlanningMeeting(
            id: PlanningMeeting.ID(),
            placeName: "Riverside Network",
            heldOn: today.advanced(by: -20),
            words: "Where the second link worker begins",
            voice: "The lunch club’s treasurer",
            notedBy: nadia
        )
        let pause = GroupPause(
            activity: Activity.ID(),
            name: "Tuesday lunch",
            isOver: false,
            since: Date.sampled - 9 * 86_400,
            reason: (.overload, "Two cooks are ill", "Sam Reed")
        )
        let look = Partners.Look(
            reach: .sample,
            meetings: [meeting],
            partners: [
                .init(id: Key(), name: "St Mark’s Lunch Club", isBusy: true, flows: [.sample]),
                .init(id: Key(), name: "Walking for everybody", isBusy: true, flows: []),
            ],
            pauses: [pause],
            me: nadia.id
        )
        return PartnersPage(looks: [look], now: Date.sampled)
    }
}

extension ResourceFlow {
    static var sample: ResourceFlow {
        let today = Day(Date.sampled)
        return ResourceFlow(
            id: ResourceFlow.ID(),
            to: "St Mark’s Lunch Club",
            kind: .grant,
            pounds: 1_200,
            from: today.advanced(by: -90),
            until: today.advanced(by: 275),
            source: "Riverside Network",
            notedBy: .init(id: Member.ID(), name: "Nadia Aziz"),
            isDenied: false
        )
    }
}
