import Foundation
import Kernel
import Store

/// Somebody else's questions, asked only under a licence: SWEMWBS, MYCaW, PAM. Its words
/// are not part of Belong; an administrator loads them, and answers for the licence.
struct Instrument: Identifiable, Sendable {
    let id: Key<Instrument>
    let area: Organisation.ID
    let name: String
    let licence: Licence?
    let text: Text?

    /// What its owner allowed, to whom, until when.
    struct Licence: Sendable {
        let id: Key<Licence>
        let holder: String
        let number: String
        let until: Day
    }

    /// Its words, in the version that was loaded last.
    struct Text: Sendable {
        let id: Key<Text>
        let items: [MeasureItem]
        let loadedOn: Day
    }

    enum Refused: Refusal {
        case noLicence
        case expired
        case noText

        var sentence: String {
            switch self {
            case .noLicence:
                "No licence is recorded for this instrument, so it cannot be asked. An administrator records one."
            case .expired:
                "The licence of this instrument has ended, so it is not asked any more. An administrator can record "
                    + "a new one."
            case .noText:
                "The words of this instrument have not been loaded yet. An administrator loads them."
            }
        }
    }

    /// Why it cannot be asked on that day, if it cannot.
    func refusal(on day: Day) -> Refused? {
        guard let licence else { return .noLicence }
        guard day <= licence.until else { return .expired }
        return text == nil ? .noText : nil
    }

    /// Its words and the licence to put them to somebody.
    func asked(on day: Day) throws(Refused) -> (text: Text, licence: Licence) {
        if let refusal = refusal(on: day) { throw refusal }
        guard let licence else { throw .noLicence }
        guard let text else { throw .noText }
        return (text, licence)
    }
}

extension Instrument {
    /// Those a practice may use: its own and its network's. `instrument` must be in the query.
    static func isUsed(at practice: Organisation.ID) -> SQL {
        """
        (instrument.area = \(practice) OR instrument.area IN (
            SELECT network FROM organisation WHERE organisation.id = \(practice)))
        """
    }
}

extension Reader {
    func instruments(_ which: SQL) throws -> [Instrument] {
        try rows(
            """
            SELECT instrument.id, area, name, instrument_licence.id AS licence, holder, number, until_on,
                instrument_text.id AS text, loaded_at
            FROM instrument
            LEFT JOIN instrument_licence ON instrument_licence.instrument = instrument.id
                AND instrument_licence.replaced_by IS NULL
            LEFT JOIN instrument_text ON instrument_text.instrument = instrument.id
                AND instrument_text.replaced_by IS NULL
            WHERE \(which)
            ORDER BY name, instrument.id
            """
        ).map { row in
            let licence: Key<Instrument.Licence>? = try row("licence")
            let text: Key<Instrument.Text>? = try row("text")
            return try Instrument(
                id: row("id"),
                area: row("area"),
                name: row("name"),
                licence: licence.map { id in
                    try Instrument.Licence(
                        id: id,
                        holder: row("holder"),
                        number: row("number"),
                        until: row("until_on")
                    )
                },
                text: text.map { id in
                    try Instrument.Text(id: id, items: items(of: id), loadedOn: Day(row("loaded_at") as Date))
                }
            )
        }
    }

    /// The questions of one version, as they were loaded.
    func items(of text: Key<Instrument.Text>) throws -> [MeasureItem] {
        let choices: [(Int, MeasureItem.Scale.Word)] = try rows(
            "SELECT item, value, words FROM instrument_choice WHERE text = \(text) ORDER BY item, value"
        ).map { try ($0("item"), MeasureItem.Scale.Word(value: $0("value"), words: $0("words"))) }
        let scales = Dictionary(grouping: choices, by: \.0).mapValues { $0.map(\.1) }
        return try rows("SELECT item, words FROM instrument_item WHERE text = \(text) ORDER BY item").map {
            row in
            let number: Int = try row("item")
            return try MeasureItem(number: number, words: row("words"), scale: .words(scales[number] ?? []))
        }
    }
}
