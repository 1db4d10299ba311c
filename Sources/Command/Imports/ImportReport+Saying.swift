import Belong

extension ImportReport {
    /// What an import did, in words, and what it could not take, line by line.
    func say() {
        for note in notes { tell("Taken with a change, \(note)") }
        for refusal in refusals { tell("Not taken, \(refusal)") }
        let counted = [
            "\(taken) taken", "\(changed) changed", "\(unchanged) as before", "\(gone) gone",
            "\(returned) back again",
            "\(refusals.count) not taken",
        ]
        Command.say(counted.joined(separator: ", ") + ".")
    }
}
