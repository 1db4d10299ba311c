import Kernel

extension Contact {
    enum Refused: Refusal {
        case alreadyPutRight
        case atOnce

        var sentence: String {
            switch self {
            case .alreadyPutRight: "This has been put right already. Open it again to see how it reads now."
            case .atOnce: "A first conversation was written in two windows at once. Send this one again."
            }
        }
    }
}
