import Foundation
import Kernel
import Store

/// What flowed to one's own groups, as a coordinator reads it, and says if it did not arrive.
struct OwnFlows: Sendable {
    let store: any Store
    let member: Member

    func all(at now: Date = .now) async throws -> [ResourceFlow] {
        let own = own
        let year = Day(now).advanced(by: -Partner.year)
        return try await store.read { view in
            try view.resourceFlows("until_day > \(year) AND \(own)").map(\.flow)
        }
    }

    /// It did not reach us. From then on it counts for nothing, and the network reads that.
    func deny(_ flow: ResourceFlow.ID, at now: Date = .now) async throws {
        let (own, me) = (own, member.id)
        try await store.write { work in
            guard try !work.resourceFlows("resource_flow.id = \(flow) AND \(own)").isEmpty else {
                throw Missing()
            }
            try work.run(
                """
                INSERT INTO resource_flow_denial (flow, denied_at, denied_by) VALUES (\(flow), \(now), \(me))
                ON CONFLICT (flow) DO NOTHING
                """
            )
            try work.log(.changed, flow, by: me, at: now)
        }
    }

    private var own: SQL {
        """
        EXISTS (
            SELECT 1 FROM welcoming
            WHERE welcoming.provider = resource_flow.provider AND \(Welcomings.current)
                AND welcoming.organisation IN (\(each: member.organisations(as: .coordinator))))
        """
    }
}
