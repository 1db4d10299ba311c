/// Why a signal says nothing yet: Belong keeps no record of this kind, or keeps it and does not count it here yet.
/// Said wherever the signal is shown, and never filled in.
enum Unkept {
    static let reasons: [Signal.ID: String] = [
        "C01.c1": changes, "C01.c2": changes,
        "C01.m1": "Nobody notes yet who opened a link worker’s page.",
        "C01.o1": "Nobody notes yet which skill somebody needs.",
        "C02.c1": noted("who owns which everyday question"),
        "C02.m1": conflicts, "C02.o1": conflicts,
        "C03.c1": meetings,
        "C03.c2": "Nobody notes yet what flows back to groups.",
        "C04.c1": "There is no role card yet that staff could open.",
        "C04.c2": "Nobody notes yet when a new starter is introduced.",
        "C04.o1": "Link workers are not asked yet whether somebody was right for the service.",
        "C04.o2": "There is no list of the practice’s patients here to compare with.",
        "C05.c1": "Nobody notes yet how the link worker was introduced.",
        "C06.c2": meetings,
        "C07.c2": "Nobody notes yet in which ways the words are there.",
        "C08.m1": "Contacts with GPs are not counted here yet: cannot tell.",
        "C08.m2": "Nobody notes yet when a link worker advised seeing a clinician.",
        "C09.c1": "There is no page yet on what came of it.",
        "C09.o2": "Nobody notes yet for how long the post is paid.",
        "C10.o1": "Staff are not asked yet whether they would refer again.",
        "C11.c1": measures,
        "C11.c2": "Belong does not time how long recording takes.",
        "C11.m2": measures, "C11.o1": measures,
        "C12.c1": "There is no register of targets yet.",
        "C12.m2": "There is no cap on conversations here to compare with.",
        "C12.o2": "Nobody notes yet that a plan changed at the person’s wish.",
        "C13.c1": readiness, "C13.m1": readiness, "C13.o1": readiness,
        "C13.c2": "Nobody notes yet who was asked how the service should run.",
        "C14.c1": noted("what of the induction happened"),
        "C14.c2": supervision, "C14.c3": supervision,
        "C14.c4": "Nobody notes yet what training was asked for.",
        "C14.o3": noted("how many people were agreed"),
        "C15.c2": "Nobody notes acts of welcome yet.",
        "C15.c3": "Nobody notes yet what was changed at the link worker’s request.",
        "C16.c1": "There are no reviews yet.",
        "C16.c2": "Nobody notes yet who read a check-in that was shared.",
        "C16.m1": issues, "C16.o1": issues, "C16.o2": issues, "C16.o3": issues,
    ]

    /// A signal that a site added: Belong does not know how to count it.
    static let unheard = "Nothing counts this yet."

    private static let changes = "There is no register of changes and of who was asked before them yet."
    private static let conflicts = noted("when a link worker is asked for different things")
    private static let meetings = noted("meetings and invitations")
    private static let measures = noted("what is measured, and for whose sake")
    private static let readiness = noted("what was ready for the first day")
    private static let supervision = noted("which supervision was agreed and held")
    private static let issues = noted("what was raised, and whether it was put right")

    private static func noted(_ what: String) -> String {
        "It is noted in Belong \(what); this page does not count it yet."
    }
}
