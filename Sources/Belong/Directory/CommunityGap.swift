import Web

extension CommunityPage {
    /// Fewer that fit than this is little.
    static let few = 3

    static let noted: HTML = """
        <p class="notice leaf" role="status">Noted as missing, without anybody’s name. Whoever leads your network reads it.</p>
        """

    /// One click: it is not there. Only what is shown here is kept.
    func missing(_ gap: Gap) -> HTML {
        let kept = [gap.words.map { "“\($0)”" }, gap.need?.name, gap.area].compactMap(\.self)
        let fields: HTML = """
            <input type="hidden" name="words" value="\(gap.words ?? "")">\
            <input type="hidden" name="need" value="\(gap.need?.rawValue ?? "")">\
            <input type="hidden" name="area" value="\(gap.area ?? "")">\
            <button class="btn quiet">It is not there: note that</button>
            """
        return """
            <section class="card"><h2>Not what you need?</h2>
            <p>Say that it is missing, so that somebody may begin it. What is kept: \
            \(kept.joined(separator: ", ")). Never for whom.</p>
            \(HTML.form("/gaps", fields))</section>
            """
    }
}
