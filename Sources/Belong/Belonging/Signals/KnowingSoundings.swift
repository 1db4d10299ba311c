import Foundation
import Kernel
import Store

/// What is known of the link worker and of the role: C01.m1, C04.c1, C04.o1, C05.c1, C07.c2, C08.m2.
extension Sounding {
    static let knowing: [Sounding] = [
        profileRead, cardRead, rightForService, personIntroduced, waysOfTelling, clinicianAdvised,
    ]

    /// C01.m1: the link worker wrote or confirmed what they bring, and somebody who manages the practice or leads its
    /// network opened it. Of one placement it is one of one.
    private static let profileRead = share("C01.m1") { span in
        """
        SELECT scoped.id AS placement, CASE WHEN (EXISTS (
                SELECT 1 FROM profile AS written
                WHERE written.member = scoped.link_worker
                    AND written.written_at > \(span.from) AND written.written_at <= \(span.at))
            OR EXISTS (
                SELECT 1 FROM profile_confirmation
                WHERE profile_confirmation.link_worker = scoped.link_worker
                    AND confirmed_at > \(span.from) AND confirmed_at <= \(span.at)))
            AND EXISTS (
                SELECT 1 FROM profile_opening
                JOIN membership ON membership.member = opened_by AND membership.began_at <= opened_at
                LEFT JOIN membership_end ON membership_end.membership = membership.id
                    AND membership_end.ended_at <= opened_at
                WHERE profile_opening.link_worker = scoped.link_worker
                    AND opened_at > \(span.from) AND opened_at <= \(span.at)
                    AND membership_end.membership IS NULL
                    AND ((membership.role = 'practice_manager' AND membership.organisation = scoped.practice)
                        OR (membership.role = 'network_lead' AND membership.organisation = organisation.network)))
            THEN 1 ELSE 0 END AS got
        FROM scoped
        JOIN organisation ON organisation.id = scoped.practice
        WHERE EXISTS (
            SELECT 1 FROM profile WHERE profile.member = scoped.link_worker AND written_at <= \(span.at))
        """
    }

    /// C04.c1: of everybody who works there, whoever opened the role card or was at a session about the role.
    private static let cardRead = share("C04.c1") { span in
        """
        SELECT staff.placement, CASE WHEN EXISTS (
                SELECT 1 FROM role_card_opening
                WHERE role_card_opening.practice = staff.practice AND role_card_opening.member = staff.member
                    AND opened_at > \(span.from) AND opened_at <= \(span.at))
            OR EXISTS (
                SELECT 1 FROM role_card_session
                JOIN role_card_session_member AS present ON present.session = role_card_session.id
                WHERE role_card_session.practice = staff.practice AND present.member = staff.member
                    AND held_on > \(Day(span.from)) AND held_on <= \(Day(span.at)) AND noted_at <= \(span.at))
            THEN 1 ELSE 0 END AS got
        FROM (\(staff(RoleCards.staff, span))) AS staff
        """
    }

    /// C04.o1: what the link worker said of each person after the first conversation; partly counts half.
    private static let rightForService = judged("C04.o1") { span in
        """
        SELECT scoped.id AS placement, service_fit.answer
        FROM scoped
        JOIN "case" ON "case".practice = scoped.practice
        JOIN service_fit ON service_fit."case" = "case".id AND service_fit.said_by = scoped.link_worker
            AND service_fit.said_at > \(span.from) AND service_fit.said_at <= \(span.at)
        WHERE NOT EXISTS (
            SELECT 1 FROM service_fit AS later
            WHERE later.id = service_fit.replaced_by AND later.said_at <= \(span.at))
        """
    } _: { row, _ in
        switch try row("answer") as ServiceFit {
        case .yes: 1
        case .partly: 0.5
        case .no: 0
        }
    }

    /// C08.m2: conversations at which the link worker advised seeing a clinician.
    private static let clinicianAdvised = read("C08.m2") { span in
        """
        SELECT scoped.id AS placement, clinician_advice.contact
        FROM scoped
        JOIN "case" ON "case".practice = scoped.practice
        JOIN contact ON contact."case" = "case".id AND contact.written_at <= \(span.at)
        JOIN clinician_advice ON clinician_advice.contact = contact.id AND clinician_advice.is_so
            AND clinician_advice.said_by = scoped.link_worker
            AND clinician_advice.said_at > \(span.from) AND clinician_advice.said_at <= \(span.at)
        WHERE NOT EXISTS (
            SELECT 1 FROM clinician_advice AS later
            WHERE later.id = clinician_advice.replaced_by AND later.said_at <= \(span.at))
        """
    } _: { rows, _ in
        .count(rows.count)
    }

    /// C07.c2: while the card for patients is open to everyone, in how many ways they can have its words.
    private static let waysOfTelling = read("C07.c2") { span in
        """
        SELECT scoped.id AS placement, (
                SELECT COUNT(*) FROM role_card_recording
                LEFT JOIN role_card_recording_end AS gone ON gone.recording = role_card_recording.id
                    AND gone.ended_at <= \(span.at)
                WHERE role_card_recording.practice = scoped.practice AND added_at <= \(span.at)
                    AND gone.recording IS NULL) AS recordings, (
                SELECT COUNT(DISTINCT language) FROM role_card_translation
                JOIN role_card_check ON role_card_check.translation = role_card_translation.id
                    AND role_card_check.noted_at <= \(span.at)
                LEFT JOIN role_card_translation_end AS gone ON gone.translation = role_card_translation.id
                    AND gone.ended_at <= \(span.at)
                WHERE role_card_translation.practice = scoped.practice AND gone.translation IS NULL) AS languages
        FROM scoped
        JOIN role_card_publication ON role_card_publication.practice = scoped.practice AND is_public
            AND role_card_publication.said_at <= \(span.at)
        WHERE NOT EXISTS (
            SELECT 1 FROM role_card_publication AS later
            WHERE later.id = role_card_publication.replaced_by AND later.said_at <= \(span.at))
        """
    } _: { rows, _ in
        guard let row = rows.first else { return .unknown(.nothing) }
        return try .count(RoleCard.ways(recordings: row("recordings"), languages: row("languages")))
    }

    /// C05.c1: of four ways of introducing the person, those there were: a meeting at which they spoke, a colleague who
    /// went along with them, their own page said or confirmed, and the role card, which names them, opened by somebody
    /// new within thirty days. Where there is nothing of the kind, nothing is known.
    private static let personIntroduced = Sounding(signal: "C05.c1") { view, ground, span in
        var ways: [Placement.ID: [String: Bool]] = [:]
        for row in try view.rows("WITH \(ground.scoped) \(introductions(span))") {
            let (placement, kind, got): (Placement.ID, String, Int) = try (
                row("placement"), row("kind"), row("got")
            )
            ways[placement, default: [:]][kind, default: false] = got == 1 || ways[placement]?[kind] == true
        }
        for row in try view.rows("WITH \(ground.scoped) \(starterPack(span))")
        where try Acquaintance.isNew(row) {
            let (joined, opened): (Date, Date) = try (row("joined_at"), row("opened_at"))
            guard opened.timeIntervalSince(joined) <= Double(Acquaintance.promise) * 86_400 else { continue }
            ways[try row("placement"), default: [:]]["pack"] = true
        }
        return ways.mapValues { .share(Proportion(Double($0.values.count { $0 }), of: 4)) }
    }

    private static func introductions(_ span: Span) -> SQL {
        """
        SELECT scoped.id AS placement, 'meeting' AS kind, CASE WHEN answer = 'spoke' THEN 1 ELSE 0 END AS got
        FROM scoped
        JOIN meeting_answer ON meeting_answer.placement = scoped.id
            AND said_at > \(span.from) AND said_at <= \(span.at)
        UNION ALL
        SELECT scoped.id, 'shadowed',
            CASE WHEN EXISTS (\(Induction.happening(span.from, span.at))) THEN 1 ELSE 0 END
        FROM scoped
        JOIN induction ON induction.placement = scoped.id AND induction.kind = 'be_shadowed'
            AND induction.made_at <= \(span.at)
        WHERE induction.made_at > \(span.from) OR EXISTS (\(Induction.happening(span.from, span.at)))
        UNION ALL
        SELECT scoped.id, 'profile', 1
        FROM scoped
        JOIN profile ON profile.member = scoped.link_worker AND written_at > \(span.from) AND written_at <= \(span.at)
        UNION ALL
        SELECT scoped.id, 'profile', 1
        FROM scoped
        JOIN profile_confirmation ON profile_confirmation.link_worker = scoped.link_worker
            AND confirmed_at > \(span.from) AND confirmed_at <= \(span.at)
        """
    }

    /// Who opened the card, with when they came.
    private static func starterPack(_ span: Span) -> SQL {
        """
        SELECT scoped.id AS placement, role_card_opening.opened_at, \(Acquaintance.columns)
        FROM scoped
        JOIN placement ON placement.id = scoped.id
        JOIN membership ON membership.organisation = scoped.practice AND membership.member <> scoped.link_worker
            AND membership.role IN (\(each: Acquaintance.roles.map(\.rawValue)))
        JOIN role_card_opening ON role_card_opening.practice = scoped.practice
            AND role_card_opening.member = membership.member AND opened_at >= membership.began_at
            AND opened_at > \(span.from) AND opened_at <= \(span.at)
        """
    }
}
