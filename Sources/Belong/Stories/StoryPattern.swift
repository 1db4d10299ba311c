import Foundation
import Kernel

/// A shape by which something can be told without knowing it: a number, a date, a street.
struct StoryPattern: Sendable {
    let regex: @Sendable () -> Regex<AnyRegexOutput>
    /// What it is, once the shape is met; nothing, if it was only alike.
    let kind: @Sendable (String) -> StoryCheck.Kind?

    func kind(of found: String) -> StoryCheck.Kind? { kind(found) }

    private static let months =
        "January|February|March|April|May|June|July|August|September|October|November|December"

    static let all: [StoryPattern] = [
        StoryPattern(regex: { Regex(/[^\s@<>,;]+@[^\s@<>,;]+\.[A-Za-z]{2,}/) }, kind: { _ in .email }),
        StoryPattern(regex: { Regex(/\+?\d(?:[ \-]?\d){8,12}/) }, kind: number),
        StoryPattern(
            regex: { Regex(/\b[A-Za-z]{1,2}\d[A-Za-z\d]?\s?\d[A-Za-z]{2}\b/) },
            kind: { Postcode($0) == nil ? nil : .postcode }
        ),
        StoryPattern(regex: { Regex(/\b\d{4}-\d{2}-\d{2}\b/) }, kind: { _ in .date }),
        StoryPattern(regex: { Regex(/\b\d{1,2}[\/.]\d{1,2}(?:[\/.]\d{2,4})?\b/) }, kind: { _ in .date }),
        StoryPattern(regex: { dated }, kind: { _ in .date }),
        StoryPattern(regex: { Regex(/\b(?:19|20)\d{2}\b/) }, kind: { _ in .date }),
        StoryPattern(
            regex: { Regex(/\b(?:[Aa]ged?|[Aa]ge of)\s\d{1,3}\b/) },
            kind: { _ in .age }
        ),
        StoryPattern(
            regex: { Regex(/\b(?:\d{1,3}|[A-Za-z]+(?:-[a-z]+)?)[\s\-]years?[\s\-]old\b/) },
            kind: { _ in .age }
        ),
        StoryPattern(
            regex: {
                Regex(
                    /\b(?:man|woman|lady|widow|widower|mother|father|boy|girl|somebody|someone) of \d{1,3}\b/
                )
            },
            kind: { _ in .age }
        ),
        StoryPattern(
            regex: {
                Regex(
                    /\b(?:[Hh]e|[Ss]he|[Tt]hey|[A-Z][a-z]+) (?:is|was|are|were|turned) \d{2,3}\b(?! ?(?:%|per|pounds?|minutes?|hours?|days?|weeks?|months?|miles?))/
                )
            },
            kind: { _ in .age }
        ),
        StoryPattern(regex: { Regex(/[,(]\s?\d{2}\s?[,).]/) }, kind: { _ in .age }),
        StoryPattern(regex: { street }, kind: { _ in .place }),
        StoryPattern(regex: { Regex(/\b[A-Z]{1,2}\d{1,2}[A-Z]?\b/) }, kind: { _ in .place }),
    ]

    /// *14 April*, *April 14th*, *the 3rd of May*, a month alone with a capital.
    private static var dated: Regex<AnyRegexOutput> {
        let day = "\\d{1,2}(?:st|nd|rd|th)?"
        let text = "\\b(?:\(day)(?: of)? (?:\(months))(?: \\d{4})?|(?:\(months))(?: \(day))?(?: \\d{4})?)\\b"
        return (try? Regex(text)) ?? Regex(/\d{1,2} [A-Z][a-z]+/)
    }

    /// *12 Elm Street*, *St Mark’s Church*
    private static var street: Regex<AnyRegexOutput> {
        let kinds = """
            Road|Street|Avenue|Lane|Close|Drive|Court|Crescent|Terrace|Gardens|House|Hall|Park|School|College|Church|\
            Mosque|Temple|Hospital|Hospice|Surgery|Practice|Centre|Club|Library
            """
        let text = "(?:\\d+[a-z]?\\s)?(?:[A-Z][\\w'’]+\\s){1,3}(?:\(kinds))\\b"
        return (try? Regex(text)) ?? Regex(/[A-Z][a-z]+ Street/)
    }

    /// Ten digits that pass the check are an NHS number; a run of others is a telephone.
    private static func number(_ found: String) -> StoryCheck.Kind? {
        let digits = found.filter(\.isNumber)
        if NHSNumber(digits) != nil { return .nhsNumber }
        return digits.count >= 9 ? .phone : nil
    }
}

/// One word of a story, and where in its sentence it stands.
struct StoryWord: Sendable {
    let text: String
    let range: Range<String.Index>
    let beginsSentence: Bool

    var isCapital: Bool { text.first?.isUppercase == true }

    /// Folded, and without the *’s* that makes it somebody’s.
    var plain: String {
        var plain = text
        for ending in ["’s", "'s", "’", "'"] where plain.hasSuffix(ending) {
            plain.removeLast(ending.count)
            break
        }
        return plain.folded
    }

    static func all(in words: String) -> [StoryWord] {
        var found: [StoryWord] = []
        var place = words.startIndex
        for match in words.matches(of: /[\p{L}\p{N}][\p{L}\p{N}'’\-]*/) {
            let between = words[place..<match.range.lowerBound]
            let begins = found.isEmpty || between.contains { ".!?:“\"\n(".contains($0) }
            found.append(
                StoryWord(text: String(words[match.range]), range: match.range, beginsSentence: begins)
            )
            place = match.range.upperBound
        }
        return found
    }
}
