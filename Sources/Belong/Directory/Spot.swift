import Foundation
import Store

/// A point on the map.
struct Spot: Equatable, Sendable {
    let latitude: Double
    let longitude: Double

    /// Miles to a degree of latitude.
    private static let degree = 69.06

    /// Miles to a degree of longitude here. Within Britain and a day's journey
    /// the earth may be taken as flat: the error stays under one part in a hundred.
    private var shrunkDegree: Double {
        Self.degree * cos(latitude * .pi / 180)
    }

    func box(miles: Double) -> MapBox {
        let (up, across) = (miles / Self.degree, miles / shrunkDegree)
        return MapBox(
            south: latitude - up,
            north: latitude + up,
            west: longitude - across,
            east: longitude + across
        )
    }

    /// The square of the miles from here to a row that has `latitude` and
    /// `longitude`: neither engine need know a root or a cosine.
    var squaredMiles: SQL {
        let (north, east) = (Self.degree * Self.degree, shrunkDegree * shrunkDegree)
        return """
            ((latitude - \(latitude)) * (latitude - \(latitude)) * \(north)
                + (longitude - \(longitude)) * (longitude - \(longitude)) * \(east))
            """
    }
}

extension Double {
    /// A distance as people say it: under 200 yards, 0.8 miles, 1 mile, 12 miles.
    var milesInWords: String {
        switch self {
        case ..<0.12: return "under 200 yards"
        case 9.95...: return "\(Int(rounded())) miles"
        default:
            let tenths = Int((self * 10).rounded())
            if tenths == 10 { return "1 mile" }
            return tenths % 10 == 0 ? "\(tenths / 10) miles" : "\(tenths / 10).\(tenths % 10) miles"
        }
    }
}
