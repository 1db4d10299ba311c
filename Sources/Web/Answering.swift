import Hummingbird
import Kernel
import Logging
import Store

/// Turns what could not be done into something a person can read. This is the
/// only place where an error meets HTTP.
package struct Answering: RouterMiddleware {
    package typealias Door = @Sendable (Carried) -> any Page
    private let knownPaths: [RouterPath]
    private let door: Door

    /// - Parameters:
    ///   - knownPaths: every path there is, so that a page asked for in the wrong
    ///     way is told from one that does not exist.
    ///   - door: the front door for somebody whose form came after their session had ended.
    package init(knownPaths: [RouterPath] = [], door: @escaping Door) {
        self.knownPaths = knownPaths
        self.door = door
    }

    package func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let stopped as NotSignedIn {
            return frontDoor(stopped.carried, request, context)
        } catch let error as any HTTPResponseError {
            return notice(of: error.status, request, context)
        } catch let unsent as Unsent {
            var context = context
            context.signedIn = unsent.signedIn
            return notice(of: unsent.cause, unsent.carried, context)
        } catch {
            return notice(of: error, nil, context)
        }
    }

    /// Whoever was reading is sent to the front door and led back from there;
    /// whoever was writing finds it on the spot, with what they wrote.
    private func frontDoor(_ carried: Carried?, _ request: Request, _ context: Context) -> Response {
        if request.wantsNoPage { return Response(status: .unauthorized) }
        guard let carried else { return .seeOther("/signing-in") }
        guard request.method == .post else {
            return .seeOther(carried.path == "/" ? "/signing-in" : "/signing-in?to=\(carried.path)")
        }
        return context.page(door(carried), status: .unauthorized)
    }

    /// What stands in the way, with what was typed where somebody was writing.
    private func notice(of error: any Error, _ carried: Carried?, _ context: Context) -> Response {
        let trouble = Trouble(error, context)
        if let carried, !carried.written.isEmpty {
            let (title, reasons) = (trouble.title, trouble.reasons)
            let page = UnsentPage(title, reasons: reasons, carried, mayGoAgain: trouble.mayGoAgain)
            return context.page(page, status: trouble.status)
        }
        let advice = (trouble.reasons + [trouble.advice]).joined(separator: " ")
        return context.page(Notice(title: trouble.title, advice: advice), status: trouble.status)
    }

    private func notice(of status: HTTPResponse.Status, _ request: Request, _ context: Context) -> Response {
        switch status {
        case .notFound where knownPaths.contains { $0.matches(request.uri.path) }:
            context.page(
                Notice(title: "That cannot be done here", advice: "Go back and use the buttons on the page."),
                status: .methodNotAllowed
            )
        case .notFound:
            context.page(Notice.sample, status: .notFound)
        case .contentTooLarge:
            context.page(
                Notice(
                    title: "That is too long to send",
                    advice:
                        "Nothing was saved yet. Go back, where your words still are, and shorten them or send them in parts."
                ),
                status: .contentTooLarge
            )
        default:
            context.page(
                Notice(
                    title: "That could not be read",
                    advice: "Nothing was saved. Go back and send it again."
                ),
                status: status
            )
        }
    }
}

extension RouterPath {
    /// Whether an address has the shape of this path.
    fileprivate func matches(_ address: String) -> Bool {
        let parts = address.split(separator: "/")
        return parts.count == components.count
            && zip(components, parts).allSatisfy { component, part in component ~= part }
    }
}
