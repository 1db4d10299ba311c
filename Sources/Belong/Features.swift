import Kernel
import Store
import Web

/// Every part of the service, gathered: the table of contents.
package enum Features {
    /// What the store must hold, in the order it came to be.
    package static let changes: [Change] = [
        SubmissionsSchema.changes,
        AccessSchema.changes,
        DraftsSchema.changes,
        PeopleSchema.changes,
        MessagesSchema.changes,
        ReferralsSchema.changes,
        CaseloadSchema.changes,
        FeedbackSchema.changes,
    ]
    .flatMap(\.self)

    /// Every page, for the gallery and for the tests that look at all of them.
    static let pages: [any Page.Type] = [
        Notice.self,
        SigningInPage.self,
        MePage.self,
        NewsList.self,
        NewsPage.self,
        TellReferrer.self,
        RepliesPage.self,
    ]

    static func routes(_ site: Site) -> [any Routes] {
        [
            AccessRoutes(store: site.store, cookie: site.cookie),
            DraftRoutes(store: site.store),
            NewsRoutes(store: site.store),
            LinkRoutes(store: site.store, pages: linkPages(site)),
        ]
    }

    /// Where the navigation leads, for what this member does.
    static func places(for member: Member) -> [Place] {
        NewsInbox.isFor(member) ? [Place("News", "/news")] : []
    }

    /// What is behind the links of those who have no account.
    static func linkPages(_ site: Site) -> [any LinkPage] {
        []
    }
}
