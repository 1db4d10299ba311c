import Web

/// A pull in two directions that nobody wins, with facts on both ends. The paper has three: holistic or fragmented
/// practice, relational or transactional link work, groups that something flows back to or that are drawn upon. There is
/// no middle to aim at.
struct Tension: Sendable, Equatable {
    let title: String
    let one: End
    let other: End

    struct End: Sendable, Equatable {
        let name: String
        let facts: [String]
    }
}

extension Sixteen {
    var tensions: [Tension] {
        [
            Tension(
                title: "The whole, or in pieces",
                one: .init(
                    name: "People talk first",
                    facts: [
                        got("C06.o1", "referrals were talked over first"),
                        got("C10.m1", "pieces of news were read"),
                        got("C16.c1", "reviews were held together"),
                    ].kept
                ),
                other: .init(
                    name: "A line is sent",
                    facts: [
                        left("C06.o1", "referrals came without a word before"),
                        left("C10.m1", "pieces of news were not opened"),
                        left("C16.c1", "reviews did not happen"),
                    ].kept
                )
            ),
            Tension(
                title: "A relationship, or a transaction",
                one: .init(
                    name: "As long as it takes",
                    facts: [
                        got("C12.o2", "plans changed at the person’s wish"),
                        spread("C12.m3", "minutes, the first conversations"),
                    ].kept
                ),
                other: .init(
                    name: "As long as there is",
                    facts: [
                        left("C12.o2", "plans stayed as they were first"),
                        pushed,
                    ].kept
                )
            ),
            Tension(
                title: "Giving to groups, or drawing on them",
                one: .init(
                    name: "Something goes to them",
                    facts: [
                        got("C03.c2", "groups got something in return"),
                        got("C03.c3", "people went where there was room"),
                    ].kept
                ),
                other: .init(
                    name: "People are sent to them",
                    facts: [
                        left("C03.c2", "groups got nothing in return"),
                        left("C03.c3", "people went where room was not known"),
                        count("C03.o2", "groups pause or stopped"),
                    ].kept
                )
            ),
        ]
    }

    private func got(_ signal: Signal.ID, _ words: String) -> String? {
        guard case .share(let share) = evidence[signal], share.of > 0 else { return nil }
        return "\(share.credit.said) of \(share.of) \(words)"
    }

    private func left(_ signal: Signal.ID, _ words: String) -> String? {
        guard case .share(let share) = evidence[signal], share.of > 0 else { return nil }
        return "\((Double(share.of) - share.credit).said) of \(share.of) \(words)"
    }

    private func spread(_ signal: Signal.ID, _ words: String) -> String? {
        guard case .points(let points) = evidence[signal], let least = points.min(), let most = points.max()
        else {
            return nil
        }
        return "\(least.said) to \(most.said) \(words)"
    }

    private func count(_ signal: Signal.ID, _ words: String) -> String? {
        guard case .count(let count, let whole) = evidence[signal], count > 0 else { return nil }
        return "\(count)\(whole.map { " of \($0)" } ?? "") \(words)"
    }

    /// LW8, as far as it is shared with whoever looks.
    private var pushed: String? {
        guard case .answers(let answers) = evidence["C12.m1"], let said = answers[.linkWorker]?.tally,
            said.boltedOn + said.fittingIn > 0
        else { return nil }
        return "\(said.boltedOn + said.fittingIn) of \(said.answers) times the link worker felt pushed"
    }
}

extension [String?] {
    fileprivate var kept: [String] { compactMap(\.self) }
}

extension Tension {
    var html: HTML {
        """
        <div class="tension"><h3>\(title)</h3><div class="ends">\(end(one))\
        <span class="pull" aria-hidden="true">↔</span>\(end(other))</div></div>
        """
    }

    private func end(_ end: End) -> HTML {
        """
        <div><b>\(end.name)</b>\(end.facts.isEmpty
            ? "<p class=\"small muted\">Nothing known yet.</p>" as HTML
            : "<ul class=\"plain small\">\(each: end.facts, { "<li>\($0)</li>" })</ul>" as HTML)</div>
        """
    }
}
