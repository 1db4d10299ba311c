import Kernel
import Store
import Web

/// Every part of the service, gathered: the table of contents.
package enum Features {
    /// What the store must hold, in the order it came to be.
    package static let changes: [Change] = [
        SubmissionsSchema.changes,
        AccessSchema.changes,
        PasswordSchema.changes,
        PacingSchema.changes,
        ProfileSchema.changes,
        DraftsSchema.changes,
        PeopleSchema.changes,
        MergingSchema.changes,
        WorrySchema.changes,
        SafeguardingSchema.changes,
        MovingSchema.changes,
        MessagesSchema.changes,
        PostSchema.changes,
        NotifySchema.changes,
        ReferralsSchema.changes,
        DeclineSchema.changes,
        CaseloadSchema.changes,
        CountingSchema.changes,
        ServiceFitSchema.changes,
        HandOverSchema.changes,
        IssuesSchema.changes,
        SupervisionSchema.changes,
        SetUpSchema.changes,
        InductionSchema.changes,
        MeetingsSchema.changes,
        RulesSchema.changes,
        TargetsSchema.changes,
        ChangesSchema.changes,
        ReviewsSchema.changes,
        FundingSchema.changes,
        ExitsSchema.changes,
        LearningSchema.changes,
        AdjustmentsSchema.changes,
        WelcomeActsSchema.changes,
        RoleCardSchema.changes,
        DirectorySchema.changes,
        IntroductionsSchema.changes,
        PartnersSchema.changes,
        FeedbackSchema.changes,
        VoicesSchema.changes,
        RecordSchema.changes,
        MessageBackSchema.changes,
        DiarySchema.changes,
        ComingBackSchema.changes,
        LoneVisitSchema.changes,
        RoomsSchema.changes,
        ArrivalsSchema.changes,
        AwarenessSchema.changes,
        LoadSchema.changes,
        PauseSchema.changes,
        TeamSchema.changes,
        BusySchema.changes,
        MeasuresSchema.changes,
        StoriesSchema.changes,
        BelongingSchema.changes,
        NotesSchema.changes,
        AwaySchema.changes,
        CodedSchema.changes,
    ]
    .flatMap(\.self)

    /// What every part has to say on somebody's page.
    static let caseParts: [CasePart] = [
        .ways, .referral, .contacts, .notes, .signs, .plans, .turns, .handOvers, .news,
        .introductions, .feedback, .correspondence, .safeguarding, .codes, .kept, .rooms, .measures, .stories,
    ]

    /// Every table that names a person, as its room declares it.
    static let following: [Following] =
        Following.people + [.safeguarding, .messages, .arrivals, .referrals, .cases]

    /// What is cleared away after a while, as its room declares it.
    static let stale: [Stale] = [
        .submissions, .sessions, .signInAttempts, .knownBrowsers, .drafts, .links,
    ]

    static func routes(_ site: Site) -> [any Routes] {
        [
            AccessRoutes(
                store: site.store,
                cookie: site.cookie,
                browser: site.browser,
                recognise: site.recognise
            ),
            PasswordRoutes(store: site.store, site: site.address, cookie: site.cookie),
            HomeRoutes(store: site.store, site: site.address),
            DraftRoutes(store: site.store),
            NewsRoutes(store: site.store),
            LinkRoutes(store: site.store, pages: linkPages(site)),
            QuestionRoutes(store: site.store, site: site.address),
            ReferralRoutes(store: site.store, site: site.address),
            AskingRoutes(store: site.store, site: site.address),
            InvitationRoutes(store: site.store),
            PeopleListRoutes(store: site.store, site: site.address),
            CaseloadRoutes(store: site.store, site: site.address),
            ContactRoutes(store: site.store),
            MarkRoutes(store: site.store),
            NoteRoutes(store: site.store),
            AwayRoutes(store: site.store),
            CodeRoutes(store: site.store),
            CoverRoutes(store: site.store),
            HandOverRoutes(store: site.store),
            LoadRoutes(store: site.store),
            PauseRoutes(store: site.store),
            PeerRoutes(store: site.store),
            BringingRoutes(store: site.store),
            PlannedRoutes(store: site.store),
            PeopleRoutes(store: site.store),
            AskedMergingRoutes(store: site.store),
            MergingRoutes(store: site.store),
            MovingRoutes(store: site.store, site: site.address),
            PostRoutes(store: site.store),
            ArrivalRoutes(store: site.store, site: site.address, token: site.callbackToken),
            WorryRoutes(store: site.store, site: site.address),
            SafeguardingRoutes(store: site.store),
            CommunityRoutes(store: site.store),
            ListingRoutes(store: site.store),
            GapRoutes(store: site.store),
            PlacementRoutes(store: site.store),
            IssueRoutes(store: site.store, site: site.address),
            SupervisionRoutes(store: site.store, site: site.address),
            SetUpRoutes(store: site.store),
            InductionRoutes(store: site.store, site: site.address),
            MeetingRoutes(store: site.store, site: site.address),
            RuleRoutes(store: site.store, site: site.address),
            TargetRoutes(store: site.store, site: site.address),
            ChangeRoutes(store: site.store, site: site.address),
            PartnerRoutes(store: site.store),
            ReviewRoutes(store: site.store, site: site.address),
            FundingRoutes(store: site.store, site: site.address),
            ExitRoutes(store: site.store),
            LearningRoutes(store: site.store, site: site.address),
            AdjustmentRoutes(store: site.store, site: site.address),
            WelcomeActRoutes(store: site.store, site: site.address),
            RoleCardRoutes(store: site.store, site: site.address),
            CallsRoutes(store: site.store, site: site.address),
            IntroductionRoutes(store: site.store, site: site.address),
            ShortlistRoutes(store: site.store, site: site.address),
            WelcomeRoutes(store: site.store),
            OwnPageRoutes(store: site.store),
            RecordRoutes(store: site.store, site: site.address),
            DiaryRoutes(store: site.store),
            LoneVisitRoutes(store: site.store, site: site.address),
            TodayRoutes(store: site.store, site: site.address),
            AwarenessRoutes(store: site.store),
            FrontDeskRoutes(store: site.store, site: site.address),
            CalendarRoutes(store: site.store, site: site.address),
            RoomRoutes(store: site.store),
            BookingRoutes(store: site.store),
            MeasureRoutes(store: site.store),
            AnswersRoutes(store: site.store, site: site.address),
            InstrumentRoutes(store: site.store),
            StoryRoutes(store: site.store, site: site.address),
            CheckInRoutes(store: site.store),
            LightQuestionRoutes(store: site.store),
            StandingRoutes(store: site.store),
        ]
    }

    /// What is behind the links of those who have no account.
    static func linkPages(_ site: Site) -> [any LinkPage] {
        [
            InvitationRoutes(store: site.store),
            WelcomeLink(store: site.store),
            OutcomeLink(store: site.store),
            OwnPageRoutes(store: site.store),
            RecordRoutes(store: site.store, site: site.address),
        ]
    }
}
