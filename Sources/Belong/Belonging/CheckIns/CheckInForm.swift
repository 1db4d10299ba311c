import Foundation
import Kernel
import Web

/// A check-in as it was tapped. Nothing in it is needed: to skip is as good as to answer.
struct CheckInForm: Decodable, Sendable {
    /// By question.
    var answers: [String: String]?
    /// Who may see it, by question.
    var seen: [String: [String]]?
    /// The questions that stood on the page.
    var items: [String]?
    /// Seconds since 1970 when the page was opened.
    var began: String?
    var occasion: String?

    init() {}

    func read(_ catalogue: [CheckInItem], at now: Date) throws(Problems) -> CheckIns.Said {
        var problems = Problems()
        var said: [CheckInItem.ID: CheckInAnswer] = [:]
        for (id, typed) in answers ?? [:] {
            let item = catalogue.first { $0.id == id }
            if let answer = item?.scale.answers.first(where: { $0.rawValue == typed }) {
                said[id] = answer
            } else {
                problems.add("answers[\(id)]", "Choose one of the answers, or leave it")
            }
        }
        guard problems.list.isEmpty else { throw problems }
        let seconds = began.flatMap { Double($0) }.map { Int(now.timeIntervalSince1970 - $0) } ?? 0
        return CheckIns.Said(answers: said, shared: shared(among: catalogue), seconds: seconds)
    }

    /// What was ticked, of every question that stood there. Nothing ticked is *nobody*.
    func shared(among catalogue: [CheckInItem]) -> [CheckInItem.ID: Set<Confidant>] {
        let known = Set(catalogue.map(\.id))
        return (items ?? []).filter(known.contains).reduce(into: [:]) { all, id in
            all[id] = Set((seen?[id] ?? []).compactMap { Confidant(rawValue: $0) })
        }
    }
}
