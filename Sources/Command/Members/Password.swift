import Foundation

/// Reads a password without showing it.
enum Password {
    /// From the first line of a file, from standard input, or from whoever sits
    /// at the terminal, who is asked twice.
    static func read(from file: String?) throws -> String {
        switch file {
        case "-": try firstLine(of: readLine())
        case .some(let path): try firstLine(of: try? String(contentsOfFile: path, encoding: .utf8))
        case nil: isatty(STDIN_FILENO) == 1 ? try asked() : try firstLine(of: readLine())
        }
    }

    private static func firstLine(of text: String?) throws -> String {
        guard let line = text?.split(whereSeparator: \.isNewline).first else {
            throw Stop("There is no password to read.")
        }
        return String(line)
    }

    private static func asked() throws -> String {
        guard let first = typed("Password: "), let second = typed("The same again: ") else {
            throw Stop("There is no password to read.")
        }
        guard first == second else { throw Stop("Those two were not the same. Nothing was changed.") }
        return first
    }

    private static func typed(_ question: String) -> String? {
        getpass(question).map { String(cString: $0) }
    }
}
