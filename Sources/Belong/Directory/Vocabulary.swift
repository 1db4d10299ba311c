import Kernel

/// The words a line of a search is read by.
enum Vocabulary {
    static let nearness: Set<String> = ["near", "around", "by", "in", "at"]

    /// What a place name does not go on past.
    static let endsPlace: Set<String> = [
        "for", "with", "that", "who", "and", "or", "step", "free", "monday", "tuesday", "wednesday",
        "thursday",
        "friday", "saturday", "sunday", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays",
        "saturdays", "sundays", "today", "tomorrow", "tonight", "weekend", "morning", "afternoon", "evening",
        "open", "wheelchair", "aged", "at",
    ]

    /// What something may be free of without being free.
    static let freeOf: Set<String> = [
        "step", "smoke", "sugar", "gluten", "dairy", "alcohol", "drug", "drugs", "nut", "lactose", "hands",
        "feel", "meat", "pain", "debt",
    ]

    /// What people say when they need something, the longest first.
    static let asks: [(phrase: String, need: Need)] = {
        let asks = Need.allCases.flatMap { need in need.asks.map { (phrase: $0, need: need) } }
        return asks.sorted { ($0.phrase.count, $1.phrase) > ($1.phrase.count, $0.phrase) }
    }()

    /// The short names that are also English words count only after *on*.
    static func day(_ plain: String, isLed: Bool) -> Weekday? {
        Weekday.allCases.first { day in
            let name = day.name.lowercased()
            if plain == name || plain == name + "s" { return true }
            let short = [String(name.prefix(3))] + (longer[day] ?? [])
            let isEnglish = ["sun", "sat", "wed"].contains(plain)
            return short.contains(plain) && (isLed || !isEnglish)
        }
    }

    private static let longer: [Weekday: [String]] = [
        .tuesday: ["tues"], .wednesday: ["weds"], .thursday: ["thur", "thurs"],
    ]

    /// The first half of a postcode: one of the areas of the United Kingdom and a district.
    static func isOutward(_ plain: String) -> Bool {
        let area = plain.prefix { $0.isLetter }
        let district = plain.dropFirst(area.count)
        guard areas.contains(String(area)), (1...2).contains(district.count) else { return false }
        guard let first = district.first, first.isASCII, first.isNumber else { return false }
        return district.dropFirst().allSatisfy { $0.isASCII && ($0.isNumber || $0.isLetter) }
    }

    /// Royal Mail's postcode areas.
    private static let areas = Set(
        """
        ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en \
        ex fk fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu m me mk ml \
        n ne ng nn np nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td \
        tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze
        """.split(separator: " ").map(String.init)
    )

    /// Languages people ask for most (England's census of 2021, and sign language).
    static let languages = [
        "Polish", "Romanian", "Punjabi", "Panjabi", "Urdu", "Portuguese", "Spanish", "Arabic", "Bengali",
        "Gujarati", "Italian", "Tamil", "French", "Lithuanian", "Chinese", "Cantonese", "Mandarin", "Turkish",
        "Bulgarian", "Russian", "Persian", "Farsi", "Hungarian", "Greek", "Kurdish", "Somali", "Ukrainian",
        "Hindi", "Pashto", "Dari", "Tigrinya", "Amharic", "Yoruba", "Igbo", "Welsh", "BSL", "Vietnamese",
        "Albanian", "German", "Malayalam", "Nepali", "Swahili",
    ]
}
