import Foundation
import Kernel
import Store

/// The directory as one member may use it. Whoever is signed in may search it;
/// what a group says of its room, and whether it has closed, is written down by
/// those who speak with it, and what others heard of it is reported to them.
struct Activities: Sendable {
    let store: any Store
    let member: Member

    /// One page of what was found, and how the search was understood.
    struct Found: Sendable {
        var findings: [Finding] = []
        var hasMore = false
        var wanted: Wanted
        var respellings: [Respelling] = []
        /// No activity had all the words; these have some.
        var isRelaxed = false
        /// The place that was named and nobody knows.
        var unknownPlace: String?
    }

    /// What can be offered of what is wanted, best first. What is gone, closed or
    /// paused is never among it.
    func search(_ wanted: Wanted, page: Int = 1, at now: Date = .now) async throws -> Found {
        let member = member
        return try await store.read { view in
            var found = Found(wanted: wanted)
            var search = Search(wanted, at: now)
            if let near = wanted.near {
                search.spot = try view.spot(of: near)
                found.unknownPlace = search.spot == nil ? near : nil
            }
            found.respellings = try view.respellings(of: search.words.map { ($0.stems[0], $0.typed) })
            for respelling in found.respellings { search.allow(respelling) }
            if let planning = view.dialect.planning { _ = try view.rows(planning) }
            var hits = try view.rows(search.statement(page: page, in: view.dialect))
            if hits.isEmpty, page == 1, search.words.count > 1 {
                search.isRelaxed = true
                hits = try view.rows(search.statement(page: page, in: view.dialect))
                found.isRelaxed = !hits.isEmpty
            }
            found.hasMore = hits.count > Search.page
            found.findings = try view.findings(hits.prefix(Search.page), search, view.sight(of: member))
            return found
        }
    }

    /// One activity, what is known among colleagues, and what one may say of it.
    struct Opened: Sendable {
        let activity: Activity
        let knowHow: [KnowHow]
        let sight: Sight
        /// What its own group put right in it.
        let differences: [Amendment.Difference]
    }

    func find(_ id: Activity.ID) async throws -> Opened {
        let member = member
        return try await store.read { view in
            guard let activity = try view.activity(id) else { throw Missing() }
            let sight = try view.sight(of: member)
            let isTold = sight.seesKnowHow(of: activity.provider.id)
            let isAmended = try !view.amendments(of: id).isEmpty
            return try Opened(
                activity: sight.seen(activity),
                knowHow: isTold ? view.knowHow(of: id) : [],
                sight: sight,
                differences: isAmended ? view.ownListing(of: id).differences : []
            )
        }
    }

    /// Notes whether it still runs. *Closed* keeps it from being offered from this
    /// moment, if whoever says so speaks for the group; otherwise it is a report.
    func check(
        _ id: Activity.ID,
        _ answer: Check.Answer,
        by means: Check.Means,
        words: String? = nil,
        at now: Date = .now
    ) async throws {
        let me = member.id
        try await change(id, at: now) { work, provider, sight in
            guard sight.maySay else { throw Missing() }
            if try sight.speaksFor(provider) || !work.wouldTurn(id, answer) {
                try work.note(answer, of: id, by: means, words: words, from: me, at: now)
            } else {
                try work.report(answer, of: id, by: means, words: words, from: me, at: now)
            }
        }
    }

    /// Notes what the group said of its room.
    func hear(_ said: CapacitySaid, of id: Activity.ID, at now: Date = .now) async throws {
        let me = member.id
        try await change(id, at: now) { work, provider, sight in
            guard sight.speaksFor(provider) else { throw Missing() }
            try work.note(said, of: id, from: me, at: now)
        }
    }

    func change(
        _ id: Activity.ID,
        at now: Date,
        _ body: @escaping @Sendable (any Writer, Key<Provider>, Sight) throws -> Void
    ) async throws {
        let member = member
        try await store.write { work in
            let provider: Key<Provider>? = try work.value(
                "SELECT provider FROM activity WHERE id = \(id) \(work.dialect.forUpdate)"
            )
            guard let provider else { throw Missing() }
            try body(work, provider, work.sight(of: member))
            try work.log(.changed, id, by: member.id, at: now)
        }
    }
}

extension Search {
    /// Lets what was probably meant stand for what was typed.
    fileprivate mutating func allow(_ respelling: Respelling) {
        for index in words.indices where words[index].typed == respelling.typed {
            words[index].stems.append(respelling.stem)
        }
    }
}

extension Reader {
    /// Where that is: a postcode, the middle of its first half, or the middle of
    /// everything listed in a place of that name.
    fileprivate func spot(of place: String) throws -> Spot? {
        if let (postcode, outward) = PostcodeImport.split(place) {
            if let spot = try middle("postcode WHERE postcode = \(postcode)") { return spot }
            return try middle("postcode WHERE outward = \(outward)")
        }
        if let spot = try middle("postcode WHERE outward = \(place.uppercased())") { return spot }
        return try middle("venue WHERE town_folded = \(place.folded) AND latitude IS NOT NULL")
    }

    /// The middle of these.
    func middle(_ rows: SQL) throws -> Spot? {
        let found = try self.rows(
            "SELECT AVG(latitude) AS latitude, AVG(longitude) AS longitude FROM \(rows)"
        ).first
        guard let latitude: Double = try found?("latitude") ?? nil,
            let longitude: Double = try found?("longitude") ?? nil
        else { return nil }
        return Spot(latitude: latitude, longitude: longitude)
    }

    fileprivate func findings(
        _ hits: ArraySlice<Row>,
        _ search: Search,
        _ sight: Sight
    ) throws -> [Finding] {
        let ids: [Activity.ID] = try hits.map { try $0("activity") }
        let activities = try activities(ids)
        return try zip(activities, hits).map { activity, hit in
            let squared: Double = try hit("distance")
            let miles = search.spot == nil ? nil : squared.squareRoot()
            return Finding(sight.seen(activity), miles: miles, wanted: search.wanted, today: search.today)
        }
    }
}
