import Hummingbird
import Kernel
import NIOCore
import Store
import Synchronization

/// What is known of one request: who asks, from where, and which form it carries.
package struct Context: RequestContext {
    package var coreContext: CoreRequestContextStorage
    package var signedIn: SignedIn?
    package var submission: Submission.ID?
    /// The one store through which this request's form does its work.
    private let sending = Sending()
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

    /// What stands in every form of this session.
    package var formToken: String {
        get throws {
            guard let signedIn else { throw NotSignedIn() }
            return signedIn.token
        }
    }

    /// The thing a path names. Nonsense in the path is as good as nothing there.
    package func id<Subject>(_ name: String, of _: Subject.Type = Subject.self) throws -> Key<Subject> {
        guard let text = parameters.get(name), let id = Key<Subject>(text) else { throw Missing() }
        return id
    }

    /// The store through which this request does its work: once, if it carries a form.
    package func store(_ store: any Store) -> any Store {
        submission.map { sending.store(store, for: $0) } ?? store
    }

    /// The form comes back to be put right. Whatever its page writes, that somebody
    /// looked, uses nothing up of the next sending.
    package func comesBack() {
        sending.comesBack()
    }
}

/// One sending of one form, for as long as its request lasts: all of its work takes
/// its turns from one place.
private final class Sending: Sendable {
    private struct Work {
        var once: OnceStore?
        var isOver = false
    }

    private let work = Mutex(Work())

    func store(_ store: any Store, for submission: Submission.ID) -> any Store {
        work.withLock { work in
            guard !work.isOver else { return store }
            let once = work.once ?? OnceStore(store, for: submission)
            work.once = once
            return once
        }
    }

    func comesBack() {
        work.withLock { work in
            work.isOver = true
            work.once?.comesBack()
        }
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
