/// Why a signal says nothing yet: Belong keeps no record of this kind, or keeps it and does not count it here yet.
/// Said wherever the signal is shown, and never filled in.
enum Unkept {
    static let reasons: [Signal.ID: String] = [
        "C01.c1": changes, "C01.c2": changes,
        "C01.m1": "Nobody notes yet who opened a link worker’s page.",
        "C03.c1": "Nobody notes yet which meetings planned the service, and with whom.",
        "C03.c2": "Nobody notes yet what flows back to groups.",
        "C04.c1": "There is no role card yet that staff could open.",
        "C04.c2": "Nobody notes yet when a new starter is introduced.",
        "C04.o1": "Link workers are not asked yet whether somebody was right for the service.",
        "C04.o2": "There is no list of the practice’s patients here to compare with.",
        "C05.c1": "Nobody notes yet how the link worker was introduced.",
        "C07.c2": "Nobody notes yet in which ways the words are there.",
        "C08.m1": "Contacts with GPs are not counted here yet: cannot tell.",
        "C08.m2": "Nobody notes yet when a link worker advised seeing a clinician.",
        "C09.c1": "There is no page yet on what came of it.",
        "C09.o2": "Nobody notes yet for how long the post is paid.",
        "C11.c2": "Belong does not time how long recording takes.",
        "C12.c1": "There is no register of targets yet.",
        "C12.m2": "There is no cap on conversations here to compare with.",
        "C12.o2": "Nobody notes yet that a plan changed at the person’s wish.",
        "C13.c2": "Nobody notes yet who was asked how the service should run.",
        "C14.c4": "Nobody notes yet what training was asked for.",
        "C15.c2": "Nobody notes acts of welcome yet.",
        "C15.c3": "Nobody notes yet what was changed at the link worker’s request.",
        "C16.c1": "There are no reviews yet.",
        "C16.o3": noted("what was raised, and whether it was put right"),
    ]

    /// A signal that a site added: Belong does not know how to count it.
    static let unheard = "Nothing counts this yet."

    private static let changes = "There is no register of changes and of who was asked before them yet."

    private static func noted(_ what: String) -> String {
        "It is noted in Belong \(what); this page does not count it yet."
    }
}
