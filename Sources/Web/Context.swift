import Hummingbird
import Kernel
import NIOCore
import Store

/// What is known of one request: who asks, from where, and which form it carries.
package struct Context: RequestContext {
    package var coreContext: CoreRequestContextStorage
    package var signedIn: SignedIn?
    package var submission: Submission.ID?
    /// The address the request came from, for slowing down wrong sign-ins.
    package internal(set) var address: String

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? "unknown"
    }

    package var requestDecoder: URLEncodedFormDecoder { URLEncodedFormDecoder() }

    /// The longest form that is read: a very long story, not a film.
    package var maxUploadSize: Int { 512 * 1024 }

    /// Whoever is signed in. Routes that need nobody do not ask.
    package var member: Member {
        get throws {
            guard let signedIn else { throw NotSignedIn() }
            return signedIn.member
        }
    }

    /// The thing a path names. Nonsense in the path is as good as nothing there.
    package func id<Subject>(_ name: String, of _: Subject.Type = Subject.self) throws -> Key<Subject> {
        guard let text = parameters.get(name), let id = Key<Subject>(text) else { throw Missing() }
        return id
    }

    /// The store through which this request does its work: once, if it carries a form.
    package func store(_ store: any Store) -> any Store {
        submission.map { OnceStore(store, for: $0) } ?? store
    }
}

/// Somebody at a desk, as the session knows them.
package struct SignedIn: Sendable {
    package let member: Member
    /// Stands in every form of this session, so that no other site can send one.
    let token: String
    let places: [Place]

    package init(member: Member, token: String, places: [Place]) {
        self.member = member
        self.token = token
        self.places = places
    }
}

/// The page is for people who are signed in. Carries what they were about to do.
package struct NotSignedIn: Error {
    var carried: Carried?

    package init() {}

    init(carrying carried: Carried?) {
        self.carried = carried
    }
}

/// The paths of one feature.
package protocol Routes: Sendable {
    func add(to router: RouterGroup<Context>)
}
