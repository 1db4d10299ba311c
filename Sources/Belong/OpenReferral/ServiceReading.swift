import Foundation

extension Reading {
    /// Takes one service in, or lists why not. `place` is where it stood.
    mutating func take(_ attempt: Attempt<Service>, at place: String) {
        switch attempt.result {
        case .failure(let unread):
            if let id = unread.id { keys.insert(Service.key(id, in: source)) }
            report.refuse(place, unread.reason)
        case .success(let service): take(service, at: place)
        }
    }

    mutating func take(_ service: Service, at place: String) {
        var notes: [String] = []
        do {
            let listing = try service.listing(from: source) { notes.append($0) }
            guard keys.insert(listing.key).inserted else {
                return report.refuse(place, "“\(listing.name)” has an id that stood there before")
            }
            listings.append(listing)
            for reason in notes { report.note(place, "“\(listing.name)”: \(reason)") }
        } catch {
            if let id = service.id { keys.insert(Service.key(id, in: source)) }
            report.refuse(place, error.reason)
        }
    }

    /// What is empty is more likely broken than over: nothing in it would mean
    /// that everything is gone.
    func unlessEmpty() throws -> Reading {
        guard !keys.isEmpty || !report.refusals.isEmpty else {
            throw UnreadableSource("\(source) holds no services at all.")
        }
        return self
    }
}

/// A file of services on its way into the directory.
struct ServiceFile: Sendable {
    let path: String

    /// Longer files are refused before they are read: a directory of all England
    /// is a tenth of this.
    var longest = 512 * 1024 * 1024

    func read() throws -> Reading {
        let name = URL(fileURLWithPath: path).lastPathComponent
        guard let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int else {
            throw UnreadableSource("There is no file \(path).")
        }
        guard size <= longest else {
            throw UnreadableSource(
                "\(name) is too long to be a directory: more than \(longest / 1_048_576) megabytes."
            )
        }
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw UnreadableSource("\(name) is not a file that can be read.")
        }
        return try read(bytes, named: name)
    }

    func read(_ bytes: Data, named name: String) throws -> Reading {
        let page = try ServicePage.read(bytes, from: name)
        var reading = Reading(source: name)
        for (index, service) in page.services.enumerated() {
            reading.take(service, at: "service \(index + 1)")
        }
        let isPart =
            page.total.map { $0 > page.services.count } ?? ((page.pages ?? 1) > 1 || page.isLast == false)
        if isPart {
            reading.isWhole = false
            reading.report.note(name, "it is one page of several, so nothing was marked as gone")
        }
        return try reading.unlessEmpty()
    }
}
