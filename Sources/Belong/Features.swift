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
    ]
    .flatMap(\.self)

    /// Every page, for the gallery and for the tests that look at all of them.
    static let pages: [any Page.Type] = [
        Notice.self,
        Gallery.self,
        SigningInPage.self,
        MePage.self,
    ]

    /// The routes that are open to everyone. All others are closed to whoever is not signed in.
    static let publicPaths: [String] = [
        "/assets/belong.css",
        "/assets/belong.js",
        "/assets/belong.svg",
        "/healthz",
        "/readyz",
        "/preview",
        "/preview/{page}",
        "/signing-in",
    ]

    static func routes(_ site: Site) -> [any Routes] {
        [
            AccessRoutes(store: site.store, cookie: site.cookie),
            DraftRoutes(store: site.store),
        ]
    }

    /// Where the navigation leads, for what this member does.
    static func places(for member: Member) -> [Place] {
        []
    }
}
