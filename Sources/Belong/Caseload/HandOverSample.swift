import Foundation
import Kernel
import Web

extension HandOversPage {
    static var sample: HandOversPage {
        let (amara, sam) = (
            Worry.Named(id: Member.ID(), name: "Amara Okafor"), Worry.Named(id: Member.ID(), name: "Sam Reed")
        )
        func handOver(_ name: String, takenAt: Date? = nil) -> HandOver {
            HandOver(
                id: HandOver.ID(),
                caseID: Case.ID(),
                name: name,
                practice: "Elm Street Surgery",
                from: amara,
                to: sam,
                why: "I leave at the end of April.",
                toKnow: "She likes to be asked about her roses first.",
                madeAt: .now,
                takenAt: takenAt
            )
        }
        return HandOversPage(
            toMe: [handOver("Jean M.")],
            fromMe: [handOver("Alan B.")],
            lately: [Lately(handOver: handOver("Priya S.", takenAt: .now), isMine: true)],
            left: [
                .init(
                    linkWorker: amara,
                    practice: Organisation.ID(),
                    practiceName: "Elm Street Surgery",
                    people: 12,
                    colleagues: [sam]
                )
            ],
            isLinkWorker: true,
            seesWhoIsLeft: true
        )
    }
}
