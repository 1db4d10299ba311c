import Store

extension Following {
    static let messages = Following("message", "message", "messages") { work, rows, person in
        try work.run("UPDATE message SET person = \(person) WHERE \(rows)")
    }
}
