import Foundation
import Kernel

extension LoadPage {
    static var sample: LoadPage {
        let now = Date(timeIntervalSince1970: 1_776_150_000)
        let (amara, sam, ruth) = (
            Worry.Named(id: Member.ID(), name: "Amara Okafor"),
            Worry.Named(id: Member.ID(), name: "Sam Reed"),
            Worry.Named(id: Member.ID(), name: "Ruth Adler")
        )
        let said = { (people: Int, of: Worry.Named, by: Worry.Named, days: Double, agreed: Bool) in
            AgreedLoad(
                id: AgreedLoad.ID(),
                linkWorker: of.id,
                people: people,
                words: "Six need an interpreter.",
                saidBy: by,
                saidAt: now - days * 86_400,
                agreed: agreed ? .init(by: ruth.name, at: now - days * 86_400) : nil
            )
        }
        let past = LoadAnswer(
            words: "A second link worker from May.",
            until: Day(now).advanced(by: -3),
            by: "Peter Hale",
            at: now - 40 * 86_400
        )
        return LoadPage(
            loads: [
                Load(
                    linkWorker: amara,
                    people: 23,
                    holding: 4,
                    agreed: said(20, amara, amara, 50, true),
                    proposed: said(18, amara, amara, 1, false),
                    earlier: [said(25, amara, amara, 200, true)],
                    answers: [past]
                ),
                Load(
                    linkWorker: sam,
                    people: 12,
                    holding: 0,
                    agreed: nil,
                    proposed: nil,
                    earlier: [],
                    answers: []
                ),
            ],
            me: ruth.id,
            agrees: [amara, sam],
            answers: true,
            today: Day(now)
        )
    }
}
