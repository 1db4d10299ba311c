import Store

extension Particulars {
    /// From the name alone, where a list or a letter needs no more: `given_name, family_name`.
    init(naming row: Row) throws {
        try self.init(givenName: row("given_name"), familyName: row("family_name"))
    }
}
