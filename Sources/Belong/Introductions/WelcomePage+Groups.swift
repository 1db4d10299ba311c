import Kernel
import Web

extension WelcomePage {
    /// What a coordinator may say of their own groups, in a tap or on a page.
    var own: HTML {
        """
        <h2>Your groups</h2><ul class="plain">\(each: groups, group)</ul>
        <p><a href="/welcome/year">What you gave this year: a sheet for your own bids</a></p>
        """
    }

    private func group(_ group: Group) -> HTML {
        """
        <li class="card"><h3><a href="/community/\(group.id)">\(group.name)</a></h3>
        \(each: group.lines, { "<p class=\"small\">\($0)</p>" })
        <div class="acts">\(group.isOffered ? HTML.form("/community/\(group.id)/confirmation", running(group), classes: "inline") : nil)
        <a class="btn quiet sm" href="/community/\(group.id)/listing">What people read\(of(group))</a>
        <a class="btn quiet sm" href="/community/\(group.id)/outlook">Can you go on?\(of(group))</a></div></li>
        """
    }

    private func of(_ group: Group) -> HTML {
        "<span class=\"aside\"> \(group.name)</span>"
    }

    private func running(_ group: Group) -> HTML {
        """
        <input type="hidden" name="from" value="welcome"><button class="btn sm">We still run\(of(group))</button>
        """
    }
}

extension WelcomePage.Group {
    init(_ activity: Activity, today: Day) {
        id = activity.id
        name = activity.name
        let outlook = activity.outlook.flatMap { $0.standing == .sound ? nil : $0.line(on: today) }
        lines = [activity.lastChecked(on: today), outlook].compactMap(\.self)
        isOffered = activity.isOffered
    }
}
