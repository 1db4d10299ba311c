/// Each need in the words of those who have it, and of those who answer it.
extension Need {
    struct Words {
        let name: String
        let asks: [String]
        let signs: [String]
    }

    var words: Words {
        Self.everyday[self] ?? Words(name: rawValue, asks: [], signs: [])
    }

    private static let everyday: [Need: Words] = Dictionary(
        uniqueKeysWithValues: (social + practical + hard).map { need, name, asks, signs in
            (need, Words(name: name, asks: asks, signs: signs))
        }
    )

    private typealias Line = (Need, String, [String], [String])

    private static let social: [Line] = [
        (
            .company, "Company",
            ["company", "make friends", "to talk to", "lonely", "loneliness", "isolated", "a chat"],
            [
                "befriending", "loneliness", "social club", "social activities", "community cafe",
                "coffee morning", "friendship", "drop in", "men shed", "older people", "womens institute",
                "over 60s", "over 50s",
            ]
        ),
        (
            .eating, "Eating together",
            [
                "eat with", "eat together", "to eat with", "share a meal", "a meal with", "lunch club",
                "lunch clubs",
                "luncheon club", "somewhere to eat", "lunch", "eat",
            ],
            [
                "lunch club", "luncheon", "community cafe", "hot meal", "community meal", "breakfast club",
                "foodcycle", "lunch", "supper", "coffee morning",
            ]
        ),
        (
            .singing, "Singing and music", ["sing with"],
            ["choir", "choral", "singing", "music", "orchestra", "opera", "band", "ukulele"]
        ),
        (
            .making, "Making things", ["use my hands", "make things"],
            [
                "arts", "craft", "painting", "knitting", "sewing", "pottery", "visual arts", "men shed",
                "theatre", "drama", "dance", "photography", "film",
            ]
        ),
        (
            .moving, "Moving more", ["move more", "keep fit", "get fit", "more active", "gentle exercise"],
            [
                "walking", "walk", "exercise", "fitness", "yoga", "tai chi", "dance", "swimming", "bowling",
                "badminton", "cycling", "sports", "recreation", "pilates",
            ]
        ),
        (
            .outdoors, "Outdoors and green", ["get out more", "outside", "fresh air"],
            [
                "gardening", "garden", "allotment", "green space", "outdoor", "walking", "wildlife", "nature",
                "conservation",
            ]
        ),
        (
            .learning, "Learning", ["learn something", "learn to read", "learn english"],
            [
                "adult education", "training", "class", "u3a", "university of the third age", "literacy",
                "esol", "history", "library", "computer",
            ]
        ),
        (
            .faith, "Faith", ["somewhere to pray"],
            ["church", "mosque", "synagogue", "temple", "worship", "parish", "religion"]
        ),
        (
            .volunteering, "Giving time", ["to volunteer", "volunteer", "give something back"],
            ["volunteering", "volunteer", "timebank"]
        ),
    ]

    private static let practical: [Line] = [
        (
            .food, "Food when money is short", ["nothing to eat", "food parcel", "no food"],
            [
                "food bank", "foodbank", "pantry", "food parcel", "food club", "community grocer",
                "community shop",
            ]
        ),
        (
            .money, "Money and benefits",
            ["money worries", "in debt", "benefits advice", "pay my bills", "money help"],
            [
                "debt", "benefits advice", "citizens advice", "credit union", "individual poverty",
                "money advice", "advice and individual advocacy", "welfare rights",
            ]
        ),
        (
            .housing, "Somewhere to live",
            ["somewhere to live", "housing problem", "housing problems", "evicted"],
            ["housing", "homelessness", "homeless", "tenant", "accommodation", "hostel"]
        ),
        (
            .work, "Work", ["find a job", "get a job", "back to work"],
            ["jobcentre", "employability", "unemployment", "job club", "careers"]
        ),
        (
            .transport, "Getting about", ["a lift to", "no transport", "getting about"],
            ["community transport", "dial a ride", "ring and ride", "car scheme"]
        ),
    ]

    private static let hard: [Line] = [
        (
            .mood, "How someone feels", ["feeling low", "feels low", "anxious", "stressed", "mental health"],
            ["mental health", "counselling", "anxiety", "depression", "mind", "listening", "talking therapy"]
        ),
        (
            .grief, "Grief",
            ["grieving", "lost my husband", "lost my wife", "lost her husband", "lost his wife"],
            ["bereavement", "bereaved", "cruse", "widow", "hospice"]
        ),
        (
            .caring, "Caring for someone", ["looks after", "looking after", "cares for", "caring for"],
            ["carers", "carer", "dementia", "respite", "alzheimers"]
        ),
        (
            .family, "Families", ["help with the children"],
            ["families", "parents", "playgroup", "toddler", "family", "pre school", "young children"]
        ),
        (
            .health, "Living with illness or disability", ["long term condition"],
            [
                "health condition", "disabilities", "disabled", "cancer", "stroke", "diabetes",
                "visual impairment", "blind", "deaf", "learning disability", "autism", "spina bifida",
            ]
        ),
        (
            .safety, "Being safe", ["not safe at home"],
            ["domestic abuse", "abuse", "refuge", "victim support"]
        ),
        (
            .addiction, "Drink, drugs and gambling",
            ["drinks too much", "drinking too much", "stop drinking"],
            ["addiction", "alcohol", "drug", "gambling", "recovery", "alcoholics"]
        ),
        (
            .newcomers, "New to the country", ["new to the country"],
            ["asylum", "refugees", "refugee", "migrant", "esol"]
        ),
    ]
}
