import Kernel

/// What one kind of reader sees: the words and figures first, ready to be read,
/// and then how they are set out.
package protocol Page: Sendable {
    /// What the window is called, and what a screen reader says first.
    var title: String { get }

    /// Everything between header and footer, with one heading of the first rank.
    var main: HTML { get }

    /// The path of the place in the navigation it belongs to.
    var place: String? { get }

    /// On every page of a person: where a worry about them is raised.
    var worry: String? { get }

    /// A believable one, for the preview gallery and the accessibility check.
    static var sample: Self { get }
}

extension Page {
    package var place: String? { nil }
    package var worry: String? { nil }
}

/// Somewhere the navigation leads.
package struct Place: Sendable {
    package let name: String
    package let path: String

    package init(_ name: String, _ path: String) {
        self.name = name
        self.path = path
    }
}
