import Foundation
import Kernel
import Store

extension Reader {
    /// What may take a group's place: offered, for the same needs, nearest first;
    /// nothing that might have to stop itself or takes nobody new.
    func alike(to activity: Activity, at now: Date) throws -> [(activity: Activity, miles: Double?)] {
        guard !activity.needs.isEmpty else { return [] }
        let spot = try middle("offering WHERE activity = \(activity.id) AND latitude IS NOT NULL")
        let hits = try rows(
            """
            SELECT offering.activity, COUNT(DISTINCT need) AS shared, MIN(\(spot?.squaredMiles ?? "0.0")) AS distance
            FROM activity_need
            JOIN offering ON offering.activity = activity_need.activity
            WHERE need IN (\(each: activity.needs)) AND offering.offered AND offering.activity <> \(activity.id)
                AND \(spot.map { dialect.isBetween($0.box(miles: Search.reach), "offering") } ?? "TRUE")
            GROUP BY offering.activity
            ORDER BY shared DESC, distance, offering.activity
            LIMIT 12
            """
        )
        let found = try activities(hits.map { try $0("activity") })
        return try zip(found, hits).compactMap { other, hit in
            let squared: Double = try hit("distance")
            guard other.takesPeople(on: Day(now)) else { return nil }
            return (other, spot.map { _ in squared.squareRoot() })
        }
        .prefix(6).map(\.self)
    }
}

extension Search {
    /// As far as people go for something alike, in miles `[X]`.
    static let reach = 5.0
}

extension Activity {
    fileprivate func takesPeople(on today: Day) -> Bool {
        let isFragile = outlook?.isFragile(on: today) ?? false
        return !isFragile && capacity?.state != .pausing && capacity?.state != .full
    }
}
