import Kernel
import Web

extension String {
    /// As it is kept: nothing before or after, and none of the character that no
    /// store can hold.
    var asWritten: String {
        filter { $0 != "\0" }.trimmingSpaces()
    }
}

extension Problems {
    /// Words somebody may write, up to a length.
    mutating func words(_ typed: String?, _ field: String, upTo most: Int = 50_000) -> String {
        let words = (typed ?? "").asWritten
        let limit = most >= 1_000 ? "\(most / 1_000),\((most % 1_000).padded(3))" : "\(most)"
        _ = unless(
            words.count <= most ? words : nil,
            field,
            "That is too long: \(limit) characters at most"
        )
        return words
    }

    /// Words somebody must write.
    mutating func needed(
        _ typed: String?,
        _ field: String,
        _ sentence: String,
        upTo most: Int = 2_000
    ) -> String {
        let words = words(typed, field, upTo: most)
        _ = unless(words.isEmpty ? nil : words, field, sentence)
        return words
    }
}
