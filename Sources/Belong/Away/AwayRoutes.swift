import Foundation
import Hummingbird
import Kernel
import NIOCore
import Store
import Web

/// Writing without signal: the page that waits on a device, who may be written about,
/// and what arrives later. Spoken with by a script, in JSON, and never with anybody's name.
struct AwayRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/away", use: paper)
        router.get("/away/standing", use: standing)
        router.post("/away/day", use: day)
        router.post("/away/sendings", use: take)
        router.get("/away/devices/{device}", use: mayKeep)
        router.post("/me/devices/{device}/end", use: forget)
    }

    /// The same for everybody, so that a device may keep it.
    func paper(_ request: Request, _ context: Context) async throws -> Response {
        context.page(AwayPage())
    }

    /// Whose words a device may show and send just now.
    func standing(_ request: Request, _ context: Context) async throws -> Response {
        let member = try context.member
        guard member.isA(.linkWorker) else { throw Missing() }
        return try json(Standing(keeper: "\(member.id)", formToken: context.formToken))
    }

    func day(_ request: Request, _ context: Context) async throws -> Response {
        let form = try await request.decode(as: DeviceForm.self, context: context)
        let devices = try AwayDevices(store: store, member: context.member)
        guard let device = AwayDevice.ID(form.device) else { throw Missing() }
        do {
            return try await json(devices.day(for: device))
        } catch is AwayDevice.Refused {
            return Response(status: .gone)
        }
    }

    /// Whatever stands in the way is a sentence, and the device keeps the words.
    func take(_ request: Request, _ context: Context) async throws -> Response {
        let form = try await request.decode(as: AwaySendingForm.self, context: context)
        let sendings = try AwaySendings(store: store, member: context.member)
        do {
            return try await json(Taken(path: sendings.take(form.read())))
        } catch let problems as Problems {
            let words = problems.list.map(\.sentence).joined(separator: ". ") + "."
            return try json(Kept(sentence: words), status: .unprocessableContent)
        } catch let refusal as any Refusal {
            return try json(Kept(sentence: refusal.sentence), status: .conflict)
        } catch is Missing {
            return try json(Kept(sentence: Kept.notYours), status: .notFound)
        }
    }

    /// Open to anybody: a device that is signed out must hear that it is to forget.
    func mayKeep(_ request: Request, _ context: Context) async throws -> Response {
        let may = try await AwayDevices.mayKeep(context.id("device"), in: store)
        return Response(status: may ? .noContent : .gone)
    }

    func forget(_ request: Request, _ context: Context) async throws -> Response {
        try await AwayDevices(store: context.store(store), member: context.member).forget(
            context.id("device")
        )
        return .seeOther("/me")
    }

    private func json(_ answer: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        Response(
            status: status,
            headers: [.contentType: "application/json; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(answer)))
        )
    }
}

private struct Standing: Encodable {
    let keeper: String
    let formToken: String
}

private struct DeviceForm: Decodable {
    let device: String
}

/// Where it stands now.
private struct Taken: Encodable {
    let path: String
}

/// Why the device keeps it.
private struct Kept: Encodable {
    let sentence: String

    static let notYours =
        "This person is not with you any more. Copy your words, and give them to whoever has them now."
}
