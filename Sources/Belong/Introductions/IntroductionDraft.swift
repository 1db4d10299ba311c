import Kernel
import Store

/// What was begun and not agreed yet: kept as it is typed, and when it is read out.
extension Introducing {
    func drafting(_ id: Case.ID, goingOn draft: Draft.ID?) async throws -> Drafting {
        try await Drafts(store: store, member: member)
            .begin(.introduction, about: id, on: Beginning.page(of: id), goingOn: draft)
    }

    func keep(_ draft: Draft.ID?, of id: Case.ID, _ body: String) async throws {
        guard let draft else { return }
        try await Drafts(store: store, member: member).keep(draft, .introduction, about: id, body)
    }
}

extension Introducing.Beginning {
    static func page(of id: Case.ID) -> String { "/cases/\(id)/introductions/new" }

    var page: String { Self.page(of: caseID) }
}
