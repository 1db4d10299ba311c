/// Why a signal says nothing yet: Belong keeps no record of this kind, or keeps it and does not count it here yet.
/// Said wherever the signal is shown, and never filled in.
enum Unkept {
    static let reasons: [Signal.ID: String] = [
        "C04.o2": "There is no list of the practice’s patients here to compare with.",
        "C08.m1": "Contacts with GPs are not counted here yet: cannot tell.",
        "C11.c2": "Belong does not time how long recording takes.",
        "C12.m2": "There is no cap on conversations here to compare with.",
        "C12.o2": "Nobody notes yet that a plan changed at the person’s wish.",
    ]

    /// A signal that a site added: Belong does not know how to count it.
    static let unheard = "Nothing counts this yet."
}
