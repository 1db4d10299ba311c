import Store

/// What people are asked about how things are for them, what they say, and what is said
/// about the asking. The words of an instrument under licence are kept as an
/// administrator loaded them, each version for itself; an answer names its version and
/// the licence of its day.
enum MeasuresSchema: Schema {
    static let changes = [
        Change("2026-11-25 measures", instruments + asking + answering),
        Change("2026-11-25 measures talked about", talking),
    ]

    private static let instruments = """
        CREATE TABLE instrument (
            id UUID PRIMARY KEY,
            area UUID NOT NULL REFERENCES organisation,
            name TEXT NOT NULL CHECK (name <> ''),
            made_at TIMESTAMPTZ NOT NULL,
            made_by UUID NOT NULL REFERENCES member
        );
        CREATE INDEX instrument_area ON instrument (area);

        CREATE TABLE instrument_licence (
            id UUID PRIMARY KEY,
            instrument UUID NOT NULL REFERENCES instrument,
            holder TEXT NOT NULL CHECK (holder <> ''),
            number TEXT NOT NULL CHECK (number <> ''),
            until_on DATE NOT NULL,
            recorded_at TIMESTAMPTZ NOT NULL,
            recorded_by UUID NOT NULL REFERENCES member,
            replaced_by UUID
        );
        CREATE UNIQUE INDEX instrument_licence_current ON instrument_licence (instrument)
            WHERE replaced_by IS NULL;

        CREATE TABLE instrument_text (
            id UUID PRIMARY KEY,
            instrument UUID NOT NULL REFERENCES instrument,
            loaded_at TIMESTAMPTZ NOT NULL,
            loaded_by UUID NOT NULL REFERENCES member,
            replaced_by UUID
        );
        CREATE UNIQUE INDEX instrument_text_current ON instrument_text (instrument) WHERE replaced_by IS NULL;

        CREATE TABLE instrument_item (
            text UUID NOT NULL REFERENCES instrument_text,
            item INTEGER NOT NULL,
            words TEXT NOT NULL CHECK (words <> ''),
            PRIMARY KEY (text, item)
        );

        CREATE TABLE instrument_choice (
            text UUID NOT NULL REFERENCES instrument_text,
            item INTEGER NOT NULL,
            value INTEGER NOT NULL,
            words TEXT NOT NULL,
            PRIMARY KEY (text, item, value)
        );

        """

    private static let asking = """
        CREATE TABLE measure_asking (
            id UUID PRIMARY KEY,
            "case" UUID NOT NULL REFERENCES "case",
            measure TEXT NOT NULL CHECK (measure IN ('ons4', 'ons_loneliness', 'goals', 'licensed')),
            text UUID REFERENCES instrument_text,
            message UUID NOT NULL REFERENCES message,
            asked_at TIMESTAMPTZ NOT NULL,
            asked_by UUID NOT NULL REFERENCES member,
            CHECK ((measure = 'licensed') = (text IS NOT NULL))
        );
        CREATE INDEX measure_asking_case ON measure_asking ("case", asked_at);

        CREATE TABLE measure_asking_item (
            asking UUID NOT NULL REFERENCES measure_asking,
            item INTEGER NOT NULL,
            words TEXT NOT NULL CHECK (words <> ''),
            PRIMARY KEY (asking, item)
        );

        CREATE TABLE measure_asking_end (
            asking UUID PRIMARY KEY REFERENCES measure_asking,
            ended_at TIMESTAMPTZ NOT NULL,
            ended_by UUID NOT NULL REFERENCES member
        );

        """

    /// A question is answered or left out, and both are whole. What was taken away is
    /// gone; that something was, and when, stays.
    private static let answering = """
        CREATE TABLE answering (
            id UUID PRIMARY KEY,
            "case" UUID NOT NULL REFERENCES "case",
            asking UUID UNIQUE REFERENCES measure_asking,
            measure TEXT NOT NULL CHECK (measure IN ('ons4', 'ons_loneliness', 'goals', 'licensed')),
            text UUID REFERENCES instrument_text,
            licence UUID REFERENCES instrument_licence,
            way TEXT NOT NULL CHECK (way IN ('link', 'phone', 'together')),
            said_at TIMESTAMPTZ NOT NULL,
            written_by UUID REFERENCES member,
            CHECK ((way = 'link') = (written_by IS NULL)),
            CHECK ((way = 'link') = (asking IS NOT NULL)),
            CHECK ((measure = 'licensed') = (text IS NOT NULL)),
            CHECK ((text IS NULL) = (licence IS NULL))
        );
        CREATE INDEX answering_case ON answering ("case", said_at);

        CREATE TABLE answer (
            answering UUID NOT NULL REFERENCES answering,
            item INTEGER NOT NULL,
            words TEXT CHECK (words <> ''),
            value INTEGER,
            skipped TEXT CHECK (skipped IN ('rather_not', 'not_today', 'no_reason', 'in_the_way')),
            PRIMARY KEY (answering, item),
            CHECK ((value IS NULL) = (skipped IS NOT NULL))
        );

        CREATE TABLE answer_removal (
            answering UUID NOT NULL REFERENCES answering,
            item INTEGER NOT NULL,
            removed_at TIMESTAMPTZ NOT NULL,
            removed_by UUID REFERENCES member,
            PRIMARY KEY (answering, item)
        );

        CREATE TABLE answering_look (
            answering UUID PRIMARY KEY REFERENCES answering,
            looked_at TIMESTAMPTZ NOT NULL,
            looked_by UUID NOT NULL REFERENCES member
        );
        """

    private static let talking = """
        CREATE TABLE measure_review (
            id UUID PRIMARY KEY,
            area UUID NOT NULL REFERENCES organisation,
            measure TEXT NOT NULL CHECK (measure IN ('ons4', 'ons_loneliness', 'goals', 'licensed')),
            instrument UUID REFERENCES instrument,
            gain TEXT NOT NULL CHECK (gain <> ''),
            reviewed_at TIMESTAMPTZ NOT NULL,
            reviewed_by UUID NOT NULL REFERENCES member,
            CHECK ((measure = 'licensed') = (instrument IS NOT NULL))
        );
        CREATE INDEX measure_review_area ON measure_review (area, reviewed_at);

        CREATE TABLE measure_talk (
            id UUID PRIMARY KEY,
            practice UUID NOT NULL REFERENCES organisation,
            measure TEXT NOT NULL CHECK (measure IN ('ons4', 'ons_loneliness', 'goals', 'licensed')),
            instrument UUID REFERENCES instrument,
            why TEXT NOT NULL CHECK (why <> ''),
            use_of TEXT NOT NULL CHECK (use_of <> ''),
            opened_at TIMESTAMPTZ NOT NULL,
            opened_by UUID NOT NULL REFERENCES member,
            CHECK ((measure = 'licensed') = (instrument IS NOT NULL))
        );
        CREATE INDEX measure_talk_practice ON measure_talk (practice, opened_at);

        CREATE TABLE measure_talk_turn (
            id UUID PRIMARY KEY,
            talk UUID NOT NULL REFERENCES measure_talk,
            words TEXT NOT NULL CHECK (words <> ''),
            said_at TIMESTAMPTZ NOT NULL,
            said_by UUID NOT NULL REFERENCES member
        );
        CREATE INDEX measure_talk_turn_talk ON measure_talk_turn (talk, said_at);

        CREATE TABLE measure_talk_answer (
            talk UUID PRIMARY KEY REFERENCES measure_talk,
            answer TEXT NOT NULL CHECK (answer IN ('offered_more', 'other_way', 'fewer', 'as_before')),
            words TEXT NOT NULL CHECK (words <> ''),
            said_at TIMESTAMPTZ NOT NULL,
            said_by UUID NOT NULL REFERENCES member
        );
        """
}
