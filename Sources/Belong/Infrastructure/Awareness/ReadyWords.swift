/// Words that a practice may use as they are, in plain English, for each way of telling everyone.
struct ReadyWords: Sendable {
    let practice: String
    /// Who they would meet, by name.
    let linkWorkers: [String]

    func words(for kind: Awareness.Kind) -> String {
        switch kind {
        case .newsletter:
            """
            Not everything that makes us ill is helped by medicine. \(who) at \(practice) \(areNotDoctors), and \
            \(haveTime) to listen: about money, housing, caring, grief, or being too much alone. Together you look \
            for what would help round here, at your pace. Ask anyone at the practice. It is fine to say no.
            """
        case .telephone:
            """
            Did you know that \(practice) has somebody with time to listen? A link worker can help with money, \
            housing, caring or company. You need not see a doctor first: just ask whoever answers.
            """
        case .poster:
            "Something on your mind that is not for a doctor? \(who) \(haveTime) to listen. Ask at the desk."
        case .website:
            """
            Link workers. \(who) \(workHere). They are not doctors. They listen, find out with you what matters, \
            and know which groups and advice there are nearby. They see you here, on a walk, at home or on the \
            telephone, as often as you both think right. Nothing is written to anybody else unless you agree.
            """
        case .screen:
            "Money, housing, caring, company: \(who) \(haveTime) to listen. Ask at the desk."
        }
    }

    private var isOne: Bool { linkWorkers.count == 1 }
    private var areNotDoctors: String { isOne ? "is not a doctor" : "are not doctors" }
    private var haveTime: String { isOne ? "has time" : "have time" }
    private var workHere: String { isOne ? "works here" : "work here" }

    /// *Amara Okafor*; *Amara Okafor and Sam Reed*; *Our link workers*.
    private var who: String {
        switch linkWorkers.count {
        case 0: "Our link workers"
        case 1: linkWorkers[0]
        default: "\(linkWorkers.dropLast().joined(separator: ", ")) and \(linkWorkers[linkWorkers.count - 1])"
        }
    }
}
