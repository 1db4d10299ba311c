import Foundation
import Kernel
import Store
import Web

/// The introductions from one link worker's own cases, those that need them first.
struct Introductions: Sendable {
    let store: any Store
    let member: Member
    let site: WebAddress

    private var cases: Cases { Cases(store: store, member: member) }

    /// One line of the list.
    struct Line: Sendable {
        let introduction: Introduction
        let name: String
        let activity: String
        let answer: GroupAnswer?
        let attendance: [Attendance]
        let isEscalated: Bool
        let isThanked: Bool
        let isAsked: Bool
        /// Four weeks are over, and the group can be asked by telephone only.
        var isForRinging = false
        let withdrawnAt: Date?
        /// When they last said again that the group may know.
        let renewedAt: Date?
        /// Four weeks are over, and no message that is safe leads to the person.
        let isForAsking: Bool
        /// Whom the person lets hear what they said of it; nobody was asked about the rest.
        let leaves: [Leave.Hearer: Bool]

        var standing: Standing {
            let own = attendance.first { $0.toldBy == .person }
            if own?.kind == .ring { return .ringThem }
            let rings = attendance.contains { $0.kind == .ring && $0.toldBy == .group }
            if answer?.kind == .ring || rings { return .ring }
            if own?.isUnread == true { return .heard }
            return own == nil && isForAsking && !turn.needsSomeone ? .askThem : turn
        }

        private var turn: Standing {
            if answer == nil {
                return introduction.way != .message ? .unsent : isEscalated ? .silent : .waiting
            }
            if answer?.kind == .full { return .full }
            if attendance.isEmpty { return isForRinging ? .askThemByPhone : isAsked ? .asking : .welcome }
            return isThanked ? .thanked : .told
        }
    }

    /// What comes first on the list is what needs somebody.
    enum Standing: Int, CaseIterable, Sendable {
        case ringThem
        case ring
        case silent
        case unsent
        case full
        case heard
        case told
        case askThem
        case askThemByPhone
        case waiting
        case asking
        case welcome
        case thanked

        var name: String {
            switch self {
            case .ringThem: "The person asks you to ring them"
            case .ring: "They ask you to ring"
            case .silent: "No answer, though we asked again: ring them"
            case .unsent: "Not sent electronically: ring them, or hear what they say"
            case .full: "They are full: look for another group together"
            case .heard: "The person said how it went: read it"
            case .askThem: "Ask the person how it went: no message is safe"
            case .askThemByPhone: "Ring the group and ask how it went: no message reaches them"
            case .told: "They said how it went: thank them?"
            case .waiting: "Waiting for their answer"
            case .asking: "Asked how it went"
            case .welcome: "Said yes"
            case .thanked: "Thanked"
            }
        }

        /// Whether it is the link worker's turn.
        var needsSomeone: Bool {
            switch self {
            case .ringThem, .ring, .silent, .unsent, .full, .heard, .told, .askThem, .askThemByPhone: true
            case .waiting, .asking, .welcome, .thanked: false
            }
        }
    }

    func all(at now: Date = .now) async throws -> [Line] {
        try await store.look(at: NameList.Introductions.self, of: member.id, at: now)
        return try await lines(at: now)
    }

    /// The same for whoever counts them and shows no name.
    func lines(at now: Date = .now) async throws -> [Line] {
        let mine = cases.mine(at: now)
        return try await store.read { view in
            try view.introductionLines(
                """
                \(mine) AND introduction.way <> 'signposting'
                AND \(Introduction.stands)
                """
            )
        }
        .sorted {
            ($0.standing.rawValue, $0.introduction.madeAt) < ($1.standing.rawValue, $1.introduction.madeAt)
        }
    }

    /// One in full, with what was said and what may still be done.
    struct Opened: Sendable {
        let line: Line
        let activity: Activity?
        let isWithdrawn: Bool
        let thanks: String?
    }

    func open(_ id: Introduction.ID, at now: Date = .now) async throws -> Opened {
        let (cases, me) = (cases, member.id)
        return try await store.write { work in
            let (introduction, person) = try work.introduction(id, of: cases, at: now)
            guard let line = try work.introductionLines("introduction.id = \(id)").first else {
                throw Missing()
            }
            let opened = try Opened(
                line: line,
                activity: work.activity(introduction.activity),
                isWithdrawn: work.isWithdrawn(id),
                thanks: work.value("SELECT words FROM thanks WHERE introduction = \(id)")
            )
            try work.noteReading(of: id, by: me, at: now)
            try work.log(.looked, id, about: person, by: me, at: now)
            return opened
        }
    }

    /// Writes down what the group said on the phone or on paper.
    func hear(_ answer: GroupAnswer, on id: Introduction.ID, at now: Date = .now) async throws {
        try await change(id, at: now) { work, introduction in
            try work.write(answer, to: introduction, from: member.id, at: now)
        }
    }

    /// Writes down how it went, as the group or the person told it, and whom the
    /// person lets hear it besides.
    func hear(
        _ attendance: Attendance,
        for hearers: Set<Leave.Hearer>? = nil,
        on id: Introduction.ID,
        at now: Date = .now
    ) async throws {
        try await change(id, at: now) { work, introduction in
            try work.write(attendance, of: introduction.id, from: member.id, at: now)
            guard attendance.toldBy == .person, let hearers else { return }
            try work.write(hearers, of: introduction.id, from: member.id, at: now)
        }
    }

    func change<Answer: Sendable>(
        _ id: Introduction.ID,
        at now: Date,
        _ body: @escaping @Sendable (any Writer, Introduction) throws -> Answer
    ) async throws -> Answer {
        let (cases, me) = (cases, member.id)
        return try await store.write { work in
            let (introduction, person) = try work.introduction(id, of: cases, at: now)
            guard try !work.isWithdrawn(id), introduction.way != .signposting else {
                throw Introduction.Refused.withdrawn
            }
            let answer = try body(work, introduction)
            try work.log(.changed, id, about: person, by: me, at: now)
            return answer
        }
    }
}
