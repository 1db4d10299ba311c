import Yams

/// What somebody wrote in a file of settings, as a tree in which every piece knows its line. The one place that
/// knows YAML.
struct Written: Sendable {
    let line: Int
    let content: Content

    enum Content: Sendable {
        case words(String)
        case list([Written])
        case fields([Field])
    }

    struct Field: Sendable {
        let name: String
        let line: Int
        let value: Written
    }

    /// Something that cannot be taken as it is written: where, and why.
    struct Fault: Error, Equatable, Sendable {
        let line: Int
        let reason: String

        /// line 12: C06.c1 needs bands such as 0.50 to 0.90
        var sentence: String { "line \(line): \(reason)" }
    }

    init(_ text: String) throws(Fault) {
        do {
            guard let node = try Yams.compose(yaml: text) else {
                throw Fault(line: 1, reason: "there is nothing in it")
            }
            self.init(node)
        } catch let fault as Fault {
            throw fault
        } catch let error as YamlError {
            throw Fault(error)
        } catch {
            throw Fault(line: 1, reason: "this is not YAML")
        }
    }

    private init(_ node: Node) {
        line = node.mark?.line ?? 1
        content =
            switch node {
            case .scalar(let scalar): .words(scalar.string)
            case .sequence(let sequence): .list(sequence.map(Written.init))
            case .mapping(let mapping):
                .fields(
                    mapping.map { name, value in
                        Field(
                            name: name.scalar?.string ?? "",
                            line: name.mark?.line ?? 1,
                            value: Written(value)
                        )
                    }
                )
            case .alias: .words("")
            }
    }
}

extension Written.Fault {
    fileprivate init(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(line: mark.line, reason: "this is not YAML: \(problem)")
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.joined(separator: ", ")
            self.init(line: context.mark.line, reason: "the same is said twice: \(names)")
        default:
            self.init(line: 1, reason: "this is not YAML")
        }
    }
}
