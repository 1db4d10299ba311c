import Hummingbird
import Kernel
import NIOCore
import Store

extension Context {
    /// A page on its way to a browser.
    package func page(_ page: some Page, status: HTTPResponse.Status = .ok) -> Response {
        let guardian = Guard(token: signedIn?.token)
        let bytes = Layout(of: page, for: signedIn).html.filling { guardian.fields }
        return Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }

    /// Does what a form asks. If something in it must be put right first, the
    /// form comes back as it was typed with every problem beside its field. If a
    /// colleague wrote the same in the same moment, it comes back as it was typed
    /// too, with how things stand now.
    package func form<Form: Decodable & Sendable>(
        _: Form.Type,
        from request: Request,
        again: (Form, Problems) async throws -> some Page,
        _ done: (Form) async throws -> Response
    ) async throws -> Response {
        let form = try await request.decode(as: Form.self, context: self)
        do {
            return try await done(form)
        } catch let problems as Problems {
            comesBack()
            return try await page(again(form, problems), status: .unprocessableContent)
        } catch let conflict as Conflict {
            comesBack()
            // Where the form itself has no place any more, the sentence alone says it.
            guard let shown = try? await again(form, .overtaken) else { throw conflict }
            return page(shown, status: .conflict)
        }
    }
}

/// A page with forms on it. One that comes back shows what was typed, and every problem beside its field.
package protocol FormPage: Page {
    var problems: Problems { get set }
}

extension Context {
    /// The same for a form that is part of a page: should it come back, the page is shown with it as it was typed.
    package func form<Form: Decodable & Sendable, Shown: FormPage>(
        _ part: WritableKeyPath<Shown, Form>,
        of shown: () async throws -> Shown,
        from request: Request,
        _ done: (Form) async throws -> Response
    ) async throws -> Response {
        let again = { (form: Form, problems: Problems) in
            var page = try await shown()
            (page[keyPath: part], page.problems) = (form, problems)
            return page
        }
        return try await self.form(Form.self, from: request, again: again, done)
    }
}

extension Response {
    /// To the page that shows what was done.
    package static func seeOther(_ path: String) -> Response {
        .redirect(to: path, type: .normal)
    }
}

/// The two hidden fields of a form: the session's token, and the key of this one
/// submission.
struct Guard {
    let token: String?

    var fields: HTML {
        """
        <input type="hidden" name="formToken" value="\(token ?? "")">\
        <input type="hidden" name="nonce" value="\(Submission.ID())">
        """
    }
}
