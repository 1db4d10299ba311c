import Testing

@testable import Belong

@Suite("Words cut back")
struct StemTests {
    @Test(
        arguments: [
            ["singing", "singers", "sing", "Singer"],
            ["walk", "walks", "walking", "walkers"],
            ["lunch", "lunches"],
            ["garden", "gardens", "gardening", "gardeners"],
            ["befriend", "befriending", "befrienders"],
            ["family", "families"],
            ["carers", "caring", "carer", "care"],
            ["lonely", "loneliness"],
            ["swim", "swimming", "swimmers"],
            ["bereaved", "bereavement"],
            ["men", "men's", "mens"],
        ]
    )
    func `meet in one`(_ family: [String]) {
        #expect(Set(family.flatMap(Stem.words)).count == 1)
    }

    @Test func `stay apart where they mean something else`() {
        for (one, other) in [
            ("car", "care"), ("men", "mental"), ("new", "news"), ("being", "bee"), ("art", "arthritis"),
        ] {
            #expect(Stem.of(one) != Stem.of(other))
        }
    }

    @Test func `are left alone where they are not English`() {
        #expect(Stem.words(of: "שלום Zoë 日本語 🌻 m33") == ["שלום", "zoe", "日本語", "m33"])
    }

    @Test(arguments: [
        ("alzeimers", "alzheimers", 1), ("altringham", "altrincham", 1), ("slae", "sale", 1), ("", "abc", 3),
    ])
    func `are so many slips apart`(_ typed: String, _ meant: String, _ slips: Int) {
        #expect(typed.slips(to: meant) == slips)
    }
}
