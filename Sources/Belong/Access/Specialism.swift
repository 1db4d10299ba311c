import Kernel
import Store

/// Whom a link worker knows most about, or is there for in particular: said by
/// themself, and read where a referral is made or passed on.
enum Specialism: String, CaseIterable, Sendable, Column {
    case children
    case families
    case older
    case substances
    case mind
    case disability
    case carers
    case housing
    case money
    case newcomers
    case grief
    case conditions

    var name: String {
        switch self {
        case .children: "Children and young people"
        case .families: "Families"
        case .older: "Older people and dementia"
        case .substances: "Drugs and alcohol"
        case .mind: "Mental health"
        case .disability: "Learning disability and autism"
        case .carers: "Carers"
        case .housing: "Housing and homelessness"
        case .money: "Money and debt"
        case .newcomers: "People new to this country"
        case .grief: "Grief"
        case .conditions: "Living with a long-term condition"
        }
    }
}

extension Reader {
    /// What each of these said of themself, in the order of the list.
    func specialisms(of members: [Member.ID]) throws -> [Member.ID: [Specialism]] {
        guard !members.isEmpty else { return [:] }
        let found: [(Member.ID, Specialism)] = try rows(
            """
            SELECT profile.member, profile_specialism.specialism
            FROM profile
            JOIN profile_specialism ON profile_specialism.profile = profile.id
            WHERE profile.member IN (\(each: members)) AND profile.replaced_by IS NULL
            """
        ).map { try ($0("member"), $0("specialism")) }
        return Dictionary(grouping: found, by: \.0).mapValues { pairs in
            let said = Set(pairs.map(\.1))
            return Specialism.allCases.filter(said.contains)
        }
    }
}

extension Writer {
    func add(_ specialisms: [Specialism], to profile: Key<Profile>) throws {
        for specialism in specialisms {
            try run(
                "INSERT INTO profile_specialism (profile, specialism) VALUES (\(profile), \(specialism))"
            )
        }
    }
}
