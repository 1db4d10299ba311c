extension Day {
    /// Mondays to Fridays after this day, up to and with that one. Bank holidays count
    /// as working days: the wait is no shorter for the person.
    public func workingDays(until day: Day) -> Int {
        guard day > self else { return 0 }
        let whole = (day.number - number) / 7
        let rest = (number + whole * 7 + 1)...max(number + whole * 7 + 1, day.number)
        let extra =
            day.number == number + whole * 7 ? 0 : rest.count { Day(number: $0).weekday.rawValue <= 5 }
        return whole * 5 + extra
    }
}
