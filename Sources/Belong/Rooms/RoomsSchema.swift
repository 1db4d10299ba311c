import Store

/// Two bookings can never have one room at one time, on either engine: `room_hold`
/// has a row for each quarter of an hour of a room, and its primary key lets only one
/// in. PostgreSQL could say the same by an exclusion constraint over ranges; SQLite
/// has none, and a check before writing is no guard when many write at once. Quarters
/// are counted from 1970 and not by the clock, so the hour that comes twice in October
/// is four quarters more, and the one that is missing in March is none.
enum RoomsSchema: Schema {
    static let changes = [
        Change("2026-11-25 rooms", rooms),
        Change("2026-11-25 rooms booked", bookings + standing + holds),
        Change("2026-11-25 rooms suitable", answers),
    ]

    private static let rooms = """
        CREATE TABLE room (
            id UUID PRIMARY KEY,
            practice UUID NOT NULL REFERENCES organisation,
            made_at TIMESTAMPTZ NOT NULL,
            made_by UUID NOT NULL REFERENCES member
        );
        CREATE INDEX room_practice ON room (practice);

        CREATE TABLE room_description (
            id UUID PRIMARY KEY,
            room UUID NOT NULL REFERENCES room,
            name TEXT NOT NULL CHECK (name <> ''),
            feel TEXT NOT NULL CHECK (feel IN ('clinical', 'neutral', 'homely')),
            equipment TEXT NOT NULL,
            said_at TIMESTAMPTZ NOT NULL,
            said_by UUID NOT NULL REFERENCES member,
            replaced_by UUID
        );
        CREATE UNIQUE INDEX room_description_current ON room_description (room) WHERE replaced_by IS NULL;

        CREATE TABLE room_access (
            description UUID NOT NULL REFERENCES room_description,
            feature TEXT NOT NULL CHECK (feature IN ('step_free', 'hearing_loop', 'wide_door', 'toilet', 'quiet')),
            PRIMARY KEY (description, feature)
        );

        CREATE TABLE room_end (
            room UUID PRIMARY KEY REFERENCES room,
            ended_at TIMESTAMPTZ NOT NULL,
            ended_by UUID NOT NULL REFERENCES member
        );

        """

    /// Minutes by the clock: a standing booking is at ten in summer and in winter.
    private static let standing = """
        CREATE TABLE standing_booking_end (
            standing UUID PRIMARY KEY REFERENCES standing_booking,
            ended_at TIMESTAMPTZ NOT NULL,
            ended_by UUID NOT NULL REFERENCES member
        );

        """

    private static let bookings = """
        CREATE TABLE standing_booking (
            id UUID PRIMARY KEY,
            practice UUID NOT NULL REFERENCES organisation,
            room UUID NOT NULL REFERENCES room,
            weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
            from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1425),
            until_minute INTEGER NOT NULL CHECK (until_minute BETWEEN 15 AND 1440),
            role TEXT NOT NULL CHECK (role <> ''),
            member UUID REFERENCES member,
            wants TEXT CHECK (wants IN ('clinical', 'neutral', 'homely')),
            from_on DATE NOT NULL,
            until_on DATE,
            made_at TIMESTAMPTZ NOT NULL,
            made_by UUID NOT NULL REFERENCES member,
            CHECK (from_minute < until_minute),
            CHECK (from_minute % 15 = 0 AND until_minute % 15 = 0),
            CHECK (from_on <= until_on)
        );
        CREATE INDEX standing_booking_practice ON standing_booking (practice);

        CREATE TABLE booking (
            id UUID PRIMARY KEY,
            practice UUID NOT NULL REFERENCES organisation,
            role TEXT NOT NULL CHECK (role <> ''),
            member UUID REFERENCES member,
            "case" UUID REFERENCES "case",
            wants TEXT CHECK (wants IN ('clinical', 'neutral', 'homely')),
            within UUID REFERENCES booking,
            standing UUID REFERENCES standing_booking,
            on_day DATE,
            made_at TIMESTAMPTZ NOT NULL,
            made_by UUID NOT NULL REFERENCES member,
            UNIQUE (standing, on_day),
            CHECK ((standing IS NULL) = (on_day IS NULL)),
            CHECK ("case" IS NULL OR member IS NOT NULL),
            CHECK (within IS NULL OR "case" IS NOT NULL)
        );
        CREATE INDEX booking_case ON booking ("case") WHERE "case" IS NOT NULL;

        CREATE TABLE booking_need (
            booking UUID NOT NULL REFERENCES booking,
            feature TEXT NOT NULL CHECK (feature IN ('step_free', 'hearing_loop', 'wide_door', 'toilet', 'quiet')),
            PRIMARY KEY (booking, feature)
        );

        CREATE TABLE booking_end (
            booking UUID PRIMARY KEY REFERENCES booking,
            kind TEXT NOT NULL CHECK (kind IN ('cancelled', 'no_show')),
            ended_at TIMESTAMPTZ NOT NULL,
            ended_by UUID NOT NULL REFERENCES member
        );

        """

    private static let holds = """
        CREATE TABLE booked_place (
            id UUID PRIMARY KEY,
            booking UUID NOT NULL REFERENCES booking,
            practice UUID NOT NULL REFERENCES organisation,
            kind TEXT NOT NULL CHECK (kind IN ('room', 'waiting', 'community', 'phone')),
            room UUID REFERENCES room,
            words TEXT CHECK (words <> ''),
            from_quarter INTEGER NOT NULL CHECK (from_quarter > 0),
            until_quarter INTEGER NOT NULL,
            placed_at TIMESTAMPTZ NOT NULL,
            placed_by UUID REFERENCES member,
            replaced_by UUID,
            CHECK (from_quarter < until_quarter AND until_quarter - from_quarter <= 100),
            CHECK ((kind IN ('room', 'waiting')) = (room IS NOT NULL)),
            CHECK ((kind = 'community') = (words IS NOT NULL))
        );
        CREATE UNIQUE INDEX booked_place_current ON booked_place (booking) WHERE replaced_by IS NULL;
        CREATE INDEX booked_place_when ON booked_place (practice, from_quarter) WHERE replaced_by IS NULL;

        CREATE TABLE room_hold (
            room UUID NOT NULL REFERENCES room,
            quarter INTEGER NOT NULL,
            booking UUID NOT NULL REFERENCES booking,
            PRIMARY KEY (room, quarter)
        );
        CREATE INDEX room_hold_booking ON room_hold (booking);

        CREATE TABLE clash_notice (
            place UUID PRIMARY KEY REFERENCES booked_place,
            told_at TIMESTAMPTZ NOT NULL
        );
        """

    private static let answers = """
        CREATE TABLE place_answer (
            id UUID PRIMARY KEY,
            booking UUID NOT NULL REFERENCES booking,
            voice TEXT NOT NULL CHECK (voice IN ('person', 'link_worker')),
            answer TEXT NOT NULL CHECK (answer IN ('right', 'all_right', 'wrong')),
            said_at TIMESTAMPTZ NOT NULL,
            said_by UUID REFERENCES member,
            replaced_by UUID,
            CHECK ((voice = 'link_worker') = (said_by IS NOT NULL))
        );
        CREATE UNIQUE INDEX place_answer_current ON place_answer (booking, voice) WHERE replaced_by IS NULL;
        """
}
