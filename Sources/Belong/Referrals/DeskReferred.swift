import Foundation
import Kernel
import Web

/// The people this member referred, as the desk lists them: what is new first.
extension DeskPage {
    struct ReferredLine: Sendable {
        let id: Referral.ID
        let name: String
        let standing: String
        let isNew: Bool
    }

    var people: HTML {
        """
        <section class="card"><h2>People you referred</h2>
        <ul class="plain">\(each: referred.prefix(shown), \.item)</ul>
        \(referred.count > shown ? earlier : nil)</section>
        """
    }

    private var earlier: HTML {
        """
        <details><summary>\(referred.count - shown) more</summary>
        <ul class="plain">\(each: referred.dropFirst(shown), \.item)</ul></details>
        """
    }

    /// Everyone of whom there is something new stands first and open, and five at least.
    private var shown: Int { max(5, referred.count(where: \.isNew)) }
}

extension DeskPage.ReferredLine {
    init(_ referred: Referred, at now: Date) {
        id = referred.referral.id
        name = referred.name
        standing = referred.standing(at: now)
        isNew = referred.isNew
    }

    fileprivate var item: HTML {
        """
        <li class="row"><div class="grow"><b>\(name)</b>\(isNew ? " <span class=\"tag clay\">new</span>" as HTML : nil)
        <div>\(standing)</div></div><a class="btn sm\(isNew ? "" : " quiet")" href="/referrals/\(id)">Open</a></li>
        """
    }
}

extension Referred {
    fileprivate func standing(at now: Date) -> String {
        if case .declined(let reason, _) = referral.progress {
            return "declined: \(reason.name.lowercased())"
        }
        if case .withdrawn = referral.progress {
            return hears ? "said no, and that is fine" : "no longer waiting"
        }
        if saidNo, hears { return "said no, and that is fine" }
        if let askedBy { return "\(askedBy) wrote to you" }
        if let endedAt, let linkWorker {
            return "was with \(linkWorker), came to an end on \(Day(endedAt).short)"
        }
        return linkWorker.map { "with \($0)" }
            ?? "waiting, sent \(Day(referral.madeAt).nearness(to: Day(now)))"
    }
}
