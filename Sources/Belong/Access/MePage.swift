import Kernel
import Web

/// Oneself: what one does where, what one brings, and the way out of every browser.
struct MePage: Page {
    let title = "You"
    let id: Member.ID
    let name: String
    let memberships: [Line]
    let isLinkWorker: Bool
    let profile: ProfileForm
    var hasNewPassword = false
    /// Browsers that keep what was written without signal, each with when it was last used.
    var devices: [(id: String, used: String)] = []
    var problems = Problems()

    struct Line: Sendable {
        let role: String
        let organisation: String
    }

    init(_ member: Member, _ profile: ProfileForm, _ problems: Problems = Problems()) {
        (id, name) = (member.id, member.name)
        memberships = member.memberships.map { Line(role: $0.role.title, organisation: $0.organisation.name) }
        isLinkWorker = member.isA(.linkWorker)
        self.profile = profile
        self.problems = problems
    }
}

extension MePage {
    var main: HTML {
        """
        <h1>\(name)</h1>
        \(hasNewPassword ? changed : nil)
        <ul class="plain lead">\(each: memberships, { "<li>\($0.role), \($0.organisation)</li>" })</ul>
        \(problems.summary)
        \(isLinkWorker ? brings : nil)
        <p><a href="/me/password">Change your password</a></p>
        \(devices.isEmpty ? nil : keeping)
        <section class="card"><h2>Signed in elsewhere?</h2>
        <p>If you left a browser open somewhere, end every session at once, this one too. Forms left open there can no longer be sent.</p>
        \(HTML.button("Sign out everywhere", "/me/sessions/end", classes: "btn quiet"))</section>
        """
    }

    private var changed: HTML {
        """
        <p class="notice leaf" role="status">Your new password counts from now on. Wherever else you were signed in, \
        you are signed out.</p>
        """
    }

    private var keeping: HTML {
        """
        <section class="card"><h2>Writing without signal</h2><p>These browsers keep what you write without signal, until it \
        is sent. One that is told to forget wipes it as soon as it has a signal.</p>
        <ul class="plain">\(each: devices, { device in
            "<li class=\"row\"><span class=\"grow\">Last used \(device.used)</span>\(HTML.button("Forget this device", "/me/devices/\(device.id)/end", classes: "btn quiet sm"))</li>"
        })</ul></section>
        """
    }

    private var brings: HTML {
        """
        <section class="card"><h2>What you bring</h2>
        <p class="hint">Clinicians read this when they wonder whether to ask you. Nothing personal unless you choose. \
        <a href="/team/\(id)">As others read it, and who has</a></p>
        \(HTML.form("/me/profile", fields))</section>
        """
    }

    private var fields: HTML {
        """
        \(Field("brings", "In your own words", hint: "Work you did before, what you know about, where you know people.", problems)
            .paper(profile.brings, rows: 4))
        \(Field("leaves", "What is not for you", hint: "Whoever refers reads it before they write. For example: filling in forms for a tribunal.", problems)
            .paper(profile.leaves, rows: 2))
        \(Field("specialisms", "Whom you know most about, or are there for in particular", problems)
            .any(of: Specialism.allCases.map { Choice($0.rawValue, $0.name) }, chosen: profile.specialisms ?? []))
        \(Field("languages", "Languages you speak with people", problems).line(profile.languages))
        \(Field("phone", "The number people can ring you on", problems).line(profile.phone, .tel))
        <button class="btn">Keep</button>
        """
    }

    static let sample = MePage(
        Member(
            name: "Amara Okafor",
            memberships: [
                .init(
                    role: .linkWorker,
                    organisation: Organisation(kind: .practice, name: "Elm Street Surgery")
                )
            ]
        ),
        ProfileForm(
            brings: "Ten years in housing advice, five as a carer.",
            languages: "Igbo, some Polish",
            phone: "",
            leaves: "Counselling, and anything a nurse should look at first."
        )
    )
}

/// The profile as it was typed.
struct ProfileForm: Decodable, Sendable {
    let brings: String
    let languages: String
    let phone: String
    var leaves: String?
    var specialisms: [String]?

    func read() throws(Problems) -> Profile {
        var problems = Problems()
        let number = problems.optional(phone, "phone", "Enter a telephone number, or leave it empty") {
            PhoneNumber($0)
        }
        let brings = problems.text(brings, "brings", "Write a line or two", upTo: 1_000)
        let leaves = problems.words(leaves, "leaves", upTo: 500)
        let languages = problems.words(languages, "languages", upTo: 300)
        guard let brings, problems.list.isEmpty else { throw problems }
        let chosen = Set((specialisms ?? []).compactMap(Specialism.init(rawValue:)))
        return Profile(
            brings: brings,
            languages: languages,
            phone: number,
            leaves: leaves,
            specialisms: Specialism.allCases.filter(chosen.contains)
        )
    }
}

extension ProfileForm {
    init(_ profile: Profile?) {
        self.init(
            brings: profile?.brings ?? "",
            languages: profile?.languages ?? "",
            phone: profile?.phone?.description ?? "",
            leaves: profile?.leaves,
            specialisms: profile?.specialisms.map(\.rawValue)
        )
    }
}
