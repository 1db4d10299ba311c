import Kernel
import Store

extension Reader {
    /// One of a link worker's own cases. Anybody else's is not there.
    func ownCase(_ id: Case.ID, of member: Member) throws -> Case {
        let found: Case? = try first(
            """
            SELECT \(Case.columns)
            FROM "case"
            WHERE "case".id = \(id) AND "case".link_worker = \(member.id)
            """
        )
        guard let found, member.isA(.linkWorker) else { throw Missing() }
        return found
    }

    /// What may be told of a case, and what there is a reason to tell now.
    func newsFacts(of about: Case) throws -> NewsFacts {
        try NewsFacts(givenName: particulars(of: about.person).givenName)
    }
}
