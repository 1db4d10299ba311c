/// One light question, in the words in which it is asked.
struct CheckInItem: Identifiable, Equatable, Sendable {
    /// *LW6*
    let id: String
    let words: String
    let scale: Scale
    /// Full agreement is the troubled end.
    let isReversed: Bool

    /// Who is asked it, as its first letters say.
    var respondent: Respondent? { Self.respondent(of: id) }

    static func respondent(of id: String) -> Respondent? {
        switch id.prefix(while: \.isLetter) {
        case "LW": .linkWorker
        case "ST": .staff
        case "V": .vcse
        case "PT": .person
        default: nil
        }
    }

    enum Scale: String, CaseIterable, Sendable {
        /// *not at all* to *fully*
        case agree
        /// *added on*, *fitting in around others*, *I belong here*
        case standing
        /// *yes*, *partly*, *no*
        case yes
        /// how much room a group has; it is kept with the group's capacity
        case room

        var answers: [CheckInAnswer] {
            switch self {
            case .agree: [.notAtAll, .aLittle, .mostly, .fully, .cannotSay, .ratherNot]
            case .standing: [.addedOn, .aroundOthers, .belong, .cannotSay, .ratherNot]
            case .yes: [.yes, .partly, .no, .cannotSay, .ratherNot]
            case .room: []
            }
        }
    }

    /// The band an answer folds to. None of them carries weight where somebody cannot say, or would rather not.
    func band(of answer: CheckInAnswer) -> Band? {
        guard let band = answer.band, isReversed else { return answer.band }
        switch band {
        case .boltedOn: return .belonging
        case .fittingIn: return .fittingIn
        case .belonging: return .boltedOn
        }
    }

    /// The plain *no* of somebody who was asked how it is for them.
    func isNo(_ answer: CheckInAnswer) -> Bool {
        isReversed ? answer == .fully : [.notAtAll, .addedOn, .no].contains(answer)
    }
}

/// What may be answered, one tap each.
enum CheckInAnswer: String, CaseIterable, Sendable {
    case notAtAll = "not_at_all"
    case aLittle = "a_little"
    case mostly
    case fully
    case addedOn = "added_on"
    case aroundOthers = "around_others"
    case belong
    case yes
    case partly
    case no
    case cannotSay = "cannot_say"
    case ratherNot = "rather_not"

    var name: String {
        switch self {
        case .notAtAll: "Not at all"
        case .aLittle: "A little"
        case .mostly: "Mostly"
        case .fully: "Fully"
        case .addedOn: "Added on"
        case .aroundOthers: "Fitting in around others"
        case .belong: "I belong here"
        case .yes: "Yes"
        case .partly: "Partly"
        case .no: "No"
        case .cannotSay: "Can’t say"
        case .ratherNot: "Rather not say"
        }
    }

    /// *Not at all* and *a little* fold together; *mostly* is between.
    fileprivate var band: Band? {
        switch self {
        case .notAtAll, .aLittle, .addedOn, .no: .boltedOn
        case .mostly, .aroundOthers, .partly: .fittingIn
        case .fully, .belong, .yes: .belonging
        case .cannotSay, .ratherNot: nil
        }
    }
}
