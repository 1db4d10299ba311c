/// What a link worker does at a practice and what they do not, a sentence each: for colleagues or for patients, in
/// plain English or as easy read. These ship with Belong and were written by people; a practice may make them its own.
struct RoleWords: Equatable, Sendable {
    let does: [String]
    let doesNot: [String]

    enum Audience: String, CaseIterable, Sendable {
        case staff
        case patients
    }

    enum Style: String, CaseIterable, Sendable {
        case plain
        case easy

        var name: String {
            switch self {
            case .plain: "Plain English"
            case .easy: "Easy read"
            }
        }
    }

    static func ready(_ audience: Audience, _ style: Style) -> RoleWords {
        switch (audience, style) {
        case (.staff, .plain): staff
        case (.staff, .easy): staffEasily
        case (.patients, .plain): patients
        case (.patients, .easy): patientsEasily
        }
    }

    private static let staff = RoleWords(
        does: [
            "Listens. A first conversation takes about an hour, because people rarely say at once what matters. The time is the work.",
            "Finds out with each person what matters to them, and makes a plan in their words.",
            "Introduces people to groups, advice and company nearby, and goes along the first time where that helps.",
            "Tells whoever referred how it went, where the person agrees.",
            "Answers a quick question first: is this one for you?",
        ],
        doesNot: [
            "Diagnose, treat, or give therapy. Somebody in danger goes the usual way, at once.",
            "Take over a housing or benefits case. They find whoever does, and stay beside the person.",
            "Hold people for a service that is full.",
            "Ring people who have not been asked. It is fine to say no.",
        ]
    )

    private static let staffEasily = RoleWords(
        does: [
            "A link worker has time to listen.",
            "They ask: what matters to you?",
            "They know groups and advice near here.",
            "They can go with a person the first time.",
            "They tell you how it went, if the person says yes.",
            "You can ask them a question first.",
        ],
        doesNot: [
            "They are not a doctor or a nurse.",
            "They do not give medicine or therapy.",
            "They do not help in an emergency. Ring 999.",
            "They do not ring a person who was not asked.",
        ]
    )

    private static let patients = RoleWords(
        does: [
            "A link worker has time to listen: about money, housing, caring, grief, or being too much alone.",
            "Together you find out what matters to you, and what might help, at your pace.",
            "They know groups, advice and company nearby, and can come along the first time.",
            "You can meet at the surgery, somewhere else, on a walk or on the telephone.",
        ],
        doesNot: [
            "They are not doctors, and do not change your medicines.",
            "They tell nobody what you say unless you agree, or somebody is in danger.",
            "They do not mind if you say no. You can ask again another time.",
        ]
    )

    private static let patientsEasily = RoleWords(
        does: [
            "A link worker has time for you.",
            "You can talk about money, your home, caring or feeling alone.",
            "You say what matters to you.",
            "The link worker knows groups and people who can help.",
            "They can go with you the first time.",
        ],
        doesNot: [
            "A link worker is not a doctor.",
            "They do not tell other people what you say, unless you say yes or somebody is in danger.",
            "You can say no. That is fine.",
        ]
    )
}

/// A language in which a practice may have its own words, by its code, as we call it and as its speakers do.
struct CardLanguage: Equatable, Sendable {
    let code: String
    let name: String
    let ownName: String
    var isRightToLeft = false

    static let all = [
        CardLanguage(code: "ar", name: "Arabic", ownName: "العربية", isRightToLeft: true),
        CardLanguage(code: "bn", name: "Bengali", ownName: "বাংলা"),
        CardLanguage(code: "zh", name: "Chinese", ownName: "中文"),
        CardLanguage(code: "fa", name: "Farsi", ownName: "فارسی", isRightToLeft: true),
        CardLanguage(code: "fr", name: "French", ownName: "Français"),
        CardLanguage(code: "gu", name: "Gujarati", ownName: "ગુજરાતી"),
        CardLanguage(code: "hi", name: "Hindi", ownName: "हिन्दी"),
        CardLanguage(code: "it", name: "Italian", ownName: "Italiano"),
        CardLanguage(code: "ckb", name: "Kurdish (Sorani)", ownName: "کوردی", isRightToLeft: true),
        CardLanguage(code: "lt", name: "Lithuanian", ownName: "Lietuvių"),
        CardLanguage(code: "pl", name: "Polish", ownName: "Polski"),
        CardLanguage(code: "pt", name: "Portuguese", ownName: "Português"),
        CardLanguage(code: "pa", name: "Punjabi", ownName: "ਪੰਜਾਬੀ"),
        CardLanguage(code: "ro", name: "Romanian", ownName: "Română"),
        CardLanguage(code: "ru", name: "Russian", ownName: "Русский"),
        CardLanguage(code: "so", name: "Somali", ownName: "Soomaali"),
        CardLanguage(code: "es", name: "Spanish", ownName: "Español"),
        CardLanguage(code: "ta", name: "Tamil", ownName: "தமிழ்"),
        CardLanguage(code: "tr", name: "Turkish", ownName: "Türkçe"),
        CardLanguage(code: "uk", name: "Ukrainian", ownName: "Українська"),
        CardLanguage(code: "ur", name: "Urdu", ownName: "اردو", isRightToLeft: true),
        CardLanguage(code: "vi", name: "Vietnamese", ownName: "Tiếng Việt"),
        CardLanguage(code: "cy", name: "Welsh", ownName: "Cymraeg"),
        CardLanguage(code: "yo", name: "Yoruba", ownName: "Yorùbá"),
    ]

    init(code: String, name: String, ownName: String, isRightToLeft: Bool = false) {
        (self.code, self.name, self.ownName, self.isRightToLeft) = (code, name, ownName, isRightToLeft)
    }

    init?(_ code: String?) {
        guard let found = Self.all.first(where: { $0.code == code }) else { return nil }
        self = found
    }
}
