import Foundation
import Testing

@testable import Belong

/// Numbers that were worked out elsewhere, with numpy and scipy, for ours to agree with to six decimals.
struct Reference: Sendable {
    static func values(_ path: String...) throws -> [Double] {
        let found = try find(path)
        if let number = found as? Double { return [number] }
        return try #require(found as? [Double], "\(path)")
    }

    static func value(_ path: String...) throws -> Double {
        try #require(try find(path) as? Double, "\(path)")
    }

    static func words(_ path: String...) throws -> String {
        try #require(try find(path) as? String, "\(path)")
    }

    static func keys(_ path: String...) throws -> [String] {
        try #require(try find(path) as? [String: Any]).keys.sorted()
    }

    private static func find(_ path: [String]) throws -> Any {
        let file = SourceFile.root.appending(path: "Tests/Reference/reference-numbers.json")
        var found: Any = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
        for name in path {
            found = try #require((found as? [String: Any])?[name], "\(path)")
        }
        return found
    }
}

extension Spread {
    var inOrder: [Double] { [boltedOn, fittingIn, belonging] }
}

/// Whether all agree to six decimals, as the reference was rounded.
func agree(_ ours: [Double], _ theirs: [Double]) -> Bool {
    ours.count == theirs.count && zip(ours, theirs).allSatisfy { abs($0 - $1) <= 0.000_000_51 }
}

/// *18/24*
func share(_ words: String) throws -> Proportion {
    let parts = words.split(separator: "/").compactMap { Int($0) }
    try #require(parts.count == 2)
    return Proportion(Double(parts[0]), of: parts[1])
}
