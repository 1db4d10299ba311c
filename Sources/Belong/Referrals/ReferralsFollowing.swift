import Store

extension Following {
    static let referrals = Following("referral", "referral", "referrals") { work, rows, person in
        try work.run("UPDATE referral SET person = \(person) WHERE \(rows)")
    }
}
