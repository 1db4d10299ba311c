import Hummingbird

extension Context {
    /// A form as it was typed, read again from what was kept of it.
    package func typed<Form: Decodable>(_: Form.Type = Form.self, in content: String?) -> Form? {
        content.flatMap { try? requestDecoder.decode(Form.self, from: $0) }
    }

    /// What a search or a link carries after the question mark: `?draft=…`.
    package func asked(_ name: String, of request: Request) -> String? {
        request.uri.queryParameters[Substring(name)].map(String.init)
    }
}
