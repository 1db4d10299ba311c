import Store

extension Following {
    /// A case goes with all that was written on it.
    static let cases = Following("case", "case", "cases") { work, rows, person in
        try work.run("UPDATE \"case\" SET person = \(person) WHERE \(rows)")
    }
}
