extension DirectorySchema {
    /// What a search reads: narrow copies of what is kept elsewhere, which can be
    /// made again from it. `spot` is the activity's number times 64 plus the
    /// venue's position, so that one whole number leads to both.
    static let search = """
        CREATE TABLE activity_words (
            number INTEGER PRIMARY KEY REFERENCES activity (number),
            activity UUID NOT NULL UNIQUE REFERENCES activity,
            offered BOOLEAN NOT NULL,
            name TEXT NOT NULL,
            words TEXT NOT NULL,
            tags TEXT NOT NULL
        );

        CREATE TABLE offering (
            spot INTEGER PRIMARY KEY,
            number INTEGER NOT NULL REFERENCES activity (number),
            position INTEGER NOT NULL,
            activity UUID NOT NULL REFERENCES activity,
            offered BOOLEAN NOT NULL,
            sorted TEXT NOT NULL,
            is_free BOOLEAN,
            step_free BOOLEAN,
            has_days BOOLEAN NOT NULL,
            minimum_age INTEGER,
            maximum_age INTEGER,
            postcode TEXT,
            latitude DOUBLE PRECISION,
            longitude DOUBLE PRECISION
        );
        CREATE INDEX offering_number ON offering (number, latitude, longitude);
        CREATE INDEX offering_sorted ON offering (sorted, number);

        CREATE TABLE search_word (
            stem TEXT PRIMARY KEY,
            word TEXT NOT NULL
        );

        CREATE TABLE search_trigram (
            trigram TEXT NOT NULL,
            stem TEXT NOT NULL REFERENCES search_word,
            PRIMARY KEY (trigram, stem)
        );
        """

    /// Only what may be offered stands in the index. Texts are never updated in
    /// place: SQLite promises no order between triggers, and the index must
    /// forget the old words before it learns the new.
    static let sqliteSearch = """
        CREATE VIRTUAL TABLE activity_search USING fts5 (
            name, words, tags,
            content = 'activity_words', content_rowid = 'number',
            tokenize = 'unicode61 remove_diacritics 0'
        );
        CREATE TRIGGER activity_words_added AFTER INSERT ON activity_words WHEN new.offered BEGIN
            INSERT INTO activity_search (rowid, name, words, tags)
            VALUES (new.number, new.name, new.words, new.tags);
        END;
        CREATE TRIGGER activity_words_taken AFTER DELETE ON activity_words WHEN old.offered BEGIN
            INSERT INTO activity_search (activity_search, rowid, name, words, tags)
            VALUES ('delete', old.number, old.name, old.words, old.tags);
        END;
        CREATE TRIGGER activity_words_withdrawn AFTER UPDATE ON activity_words
        WHEN old.offered AND NOT new.offered BEGIN
            INSERT INTO activity_search (activity_search, rowid, name, words, tags)
            VALUES ('delete', old.number, old.name, old.words, old.tags);
        END;
        CREATE TRIGGER activity_words_offered AFTER UPDATE ON activity_words
        WHEN new.offered AND NOT old.offered BEGIN
            INSERT INTO activity_search (rowid, name, words, tags)
            VALUES (new.number, new.name, new.words, new.tags);
        END;

        CREATE VIRTUAL TABLE offering_map USING rtree (id, south, north, west, east);
        CREATE TRIGGER offering_added AFTER INSERT ON offering WHEN new.offered AND new.latitude IS NOT NULL BEGIN
            INSERT INTO offering_map VALUES
                (new.spot, new.latitude, new.latitude, new.longitude, new.longitude);
        END;
        CREATE TRIGGER offering_taken AFTER DELETE ON offering BEGIN
            DELETE FROM offering_map WHERE id = old.spot;
        END;
        CREATE TRIGGER offering_changed AFTER UPDATE ON offering BEGIN
            DELETE FROM offering_map WHERE id = old.spot;
            INSERT INTO offering_map
            SELECT new.spot, new.latitude, new.latitude, new.longitude, new.longitude
            WHERE new.offered AND new.latitude IS NOT NULL;
        END;
        """

    static let postgresSearch = """
        ALTER TABLE activity_words ADD COLUMN document tsvector GENERATED ALWAYS AS (
            setweight(to_tsvector('simple', name), 'A')
            || setweight(to_tsvector('simple', words), 'B')
            || setweight(to_tsvector('simple', tags), 'D')
        ) STORED;
        CREATE INDEX activity_words_document ON activity_words USING gin (document);
        ALTER TABLE offering ALTER COLUMN sorted TYPE TEXT COLLATE "C";
        CREATE INDEX offering_map ON offering (latitude, longitude) WHERE offered;
        """
}
