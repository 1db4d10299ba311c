import Foundation
import Kernel
import Web

extension CasePage {
    static var sample: CasePage {
        let id = Case.ID()
        return CasePage(
            id: id,
            person: Person.ID(),
            title: "Alan Brooks",
            givenName: "Alan",
            listed: "Alan B.",
            lead: "67 · Elm Street Surgery · referred by Dr Patel on 2 February · safe by text, phone call · "
                + "no voicemail",
            risk: "Risk to a visitor: nothing known",
            needs: ["Step-free places"],
            worries: [],
            matters: WhatMatters(
                words: "I want a reason to put my shoes on in the morning.",
                saidAt: .now,
                isFromContact: true
            ),
            plan: .sample,
            holding: nil,
            isClosed: false,
            standing: .own(supervisor: "Ruth Adler", isShown: false),
            story: [
                Event(
                    at: .now,
                    title: "Went along together",
                    facets: ["2 h", "St Mark's Hall"],
                    words: "Nervous at the door, stayed to the end.",
                    tags: ["sign of change: left the house"],
                    isWithPerson: true
                ),
                Event(at: .now, title: "Referred by Dr Patel"),
            ],
            agreements: [Agreed(what: "GP hears how it goes", answer: "yes, 10 February", isYes: true)],
            cards: [],
            ways: [Place("Before you ring", "/cases/\(id)/call")]
        )
    }
}
