import Foundation

/// A live feed of services: pages of a list, and behind each line the whole
/// service. It is read to its end before anything is taken; if it stops half way
/// nothing is.
struct ServiceFeed: Sendable {
    private let services: URL
    private let allowPrivate: Bool
    private let source: String

    /// Together more than any directory of one country.
    private static let mostPages = 20_000
    private static let perPage = 100
    /// How many whole services are asked for at once.
    private static let atOnce = 6

    init(_ address: String, allowPrivate: Bool) throws {
        guard let url = URL(string: address), ["http", "https"].contains(url.scheme?.lowercased() ?? ""),
            url.host() != nil
        else {
            throw UnreadableSource(
                "“\(address)” is not the address of a feed: it should begin with https://."
            )
        }
        let isList = url.lastPathComponent == "services"
        services = isList ? url : url.appending(path: "services")
        source = address
        self.allowPrivate = allowPrivate
    }

    func read() async throws -> Reading {
        let line = FeedLine(allowPrivate: allowPrivate)
        do {
            let reading = try await read(over: line)
            await line.hangUp()
            return try reading.unlessEmpty()
        } catch {
            await line.hangUp()
            throw error
        }
    }

    private func read(over line: FeedLine) async throws -> Reading {
        var reading = Reading(source: source)
        var (listed, total) = (0, Int?.none)
        var (number, page) = try await beginning(over: line)
        while number <= Self.mostPages {
            for (place, service) in try await whole(page, number, over: line) {
                reading.take(service, at: place)
            }
            listed += page.services.count
            total = page.total ?? total
            if page.isLast ?? (page.services.isEmpty || number >= (page.pages ?? .max)) { break }
            guard !page.services.isEmpty else { throw stopped(number, "the page is empty and not the last") }
            number += 1
            page = try await self.page(number, over: line)
        }
        if let total, listed < total {
            throw stopped(number, "it says it has \(total) services and gave \(listed)")
        }
        return reading
    }

    /// The first page. Some feeds of the older shape count their pages from nought.
    private func beginning(over line: FeedLine) async throws -> (number: Int, page: ServicePage) {
        let first = try await page(1, over: line)
        guard first.isFirst == false, first.number == 1 else { return (1, first) }
        return try await (0, page(0, over: line))
    }

    private func page(_ number: Int, over line: FeedLine) async throws -> ServicePage {
        let address = services.appending(queryItems: [
            URLQueryItem(name: "page", value: "\(number)"),
            URLQueryItem(name: "per_page", value: "\(Self.perPage)"),
        ])
        switch try await line.get(address, for: "page \(number) of \(source)") {
        case .found(let bytes): return try ServicePage.read(bytes, from: "Page \(number) of \(source)")
        case .missing: throw stopped(number, "there is no such page")
        }
    }

    /// The services of a page, each whole, in the order of the page.
    private func whole(
        _ page: ServicePage,
        _ number: Int,
        over line: FeedLine
    ) async throws -> [(place: String, service: Attempt<Service>)] {
        let answers = try await fetch(page.services.map(\.missingPart), over: line)
        return try zip(page.services, answers).enumerated().map { index, pair in
            let place = "page \(number), service \(index + 1)"
            return (place: place, service: try pair.0.completed(by: pair.1, of: source))
        }
    }

    /// The pages behind these ids, a few at once.
    private func fetch(_ ids: [String?], over line: FeedLine) async throws -> [FeedLine.Answer?] {
        var answers = [FeedLine.Answer?](repeating: nil, count: ids.count)
        for start in stride(from: 0, to: ids.count, by: Self.atOnce) {
            try await withThrowingTaskGroup(of: (Int, FeedLine.Answer).self) { group in
                for index in start..<min(start + Self.atOnce, ids.count) {
                    guard let id = ids[index] else { continue }
                    let address = services.appending(path: id)
                    group.addTask { (index, try await line.get(address, for: "service \(id) of \(source)")) }
                }
                for try await (index, answer) in group { answers[index] = answer }
            }
        }
        return answers
    }

    private func stopped(_ page: Int, _ reason: String) -> UnreadableSource {
        UnreadableSource("The feed \(source) stopped at page \(page): \(reason).")
    }
}

extension Attempt where Thing == Service {
    /// The id to ask for, if the list gave only the head of it.
    fileprivate var missingPart: String? {
        guard case .success(let service) = result, !service.isFull else { return nil }
        return service.id
    }

    fileprivate func completed(by answer: FeedLine.Answer?, of source: String) throws -> Attempt {
        guard let answer, let id = missingPart else { return self }
        switch answer {
        case .missing: return Attempt(refusing: "the feed lists it and has no page for it", id: id)
        case .found(let bytes):
            guard let found = try? JSONDecoder().decode(Attempt<Service>.self, from: bytes) else {
                let reason = JSONBreak(in: bytes).words
                throw UnreadableSource(
                    "Service \(id) of \(source) is not whole JSON: it cannot be read \(reason)."
                )
            }
            guard case .success(let service) = found.result, service.id == id else {
                return Attempt(refusing: "the page behind it is of another service, or of none", id: id)
            }
            return found
        }
    }
}
