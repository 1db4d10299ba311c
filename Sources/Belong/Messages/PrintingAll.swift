import Foundation
import Kernel
import Store
import Web

extension Printing {
    /// All that may be printed, in one go. That each was printed is written down first; what gives
    /// the service away is left out, to be told by the link worker themself.
    func letters(at now: Date = .now) async throws -> PrintedLettersPage {
        guard member.isA(.linkWorker) else { throw Missing() }
        let waiting = try await waiting(at: now)
        var (letters, kept) = ([Letter](), [String]())
        for (id, name) in waiting {
            do {
                let one = try await letter(id, at: now)
                letters.append(one)
            } catch is Refused {
                kept.append(name)
            }
        }
        return PrintedLettersPage(letters: letters, kept: kept, date: Day(now).full)
    }
}

/// Several letters, each on a sheet of its own.
struct PrintedLettersPage: Page {
    let title = "Letters to print"
    let place: String? = "/people"
    let letters: [Printing.Letter]
    /// Who is to be told by voice, because the words would give something away.
    let kept: [String]
    let date: String

    var main: HTML {
        """
        <div class="no-print"><h1>\(title)</h1>
        \(letters.isEmpty ? "<p>Nothing that may be printed waits.</p>" as HTML : nil)
        \(kept.isEmpty ? nil : telling)<ul>\(each: letters, way)</ul>
        <p><a href="/printing">Back to what waits</a></p></div>
        \(each: letters, sheet)
        """
    }

    private var telling: HTML {
        """
        <p class="notice">Tell them yourself, their words name the service: \(kept.joined(separator: ", ")).</p>
        """
    }

    private func way(_ letter: Printing.Letter) -> HTML {
        """
        <li>\(letter.name): \(letter.isSafeToPost ? "may go by post" : "hand it over, a letter is not safe for them")</li>
        """
    }

    private func sheet(_ letter: Printing.Letter) -> HTML {
        """
        <div class="letter sheet"><p>\(letter.name)<br>\(text: letter.address)</p><p>\(date)</p>
        <h2>\(letter.subject)</h2><p class="keep">\(letter.words)</p></div>
        """
    }

    static let sample = PrintedLettersPage(
        letters: [PrintedLetterPage.sample.letter],
        kept: ["Alan Brooks"],
        date: Day(number: 20_557).full
    )
}
