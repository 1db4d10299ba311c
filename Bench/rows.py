"""How many rows a store keeps, to tell what one referral costs it."""

import sqlite3
import subprocess

COUNTED = (
    "SELECT SUM((xpath('/row/n/text()', query_to_xml(format('SELECT COUNT(*) AS n FROM %I', tablename),"
    " false, true, '')))[1]::text::bigint) FROM pg_tables WHERE schemaname = 'public'"
)


def kept(address):
    """All rows of all tables; the insides of search indexes are none."""
    if address.startswith("sqlite:"):
        return of_sqlite(address.removeprefix("sqlite:"))
    return of_postgres(address, COUNTED)


def of_table(name, address):
    """The rows of one table."""
    asked = f'SELECT COUNT(*) FROM "{name}"'
    if address.startswith("sqlite:"):
        return opened(address.removeprefix("sqlite:")).execute(asked).fetchone()[0]
    return of_postgres(address, asked)


def of_postgres(address, asked):
    return int(subprocess.run(["psql", "-XAtc", asked, address], check=True, capture_output=True, text=True).stdout)


def opened(path):
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True)


def of_sqlite(path):
    store = opened(path)
    tables = store.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        " AND name NOT GLOB '*_search_*' AND name NOT GLOB '*_map_*' AND name NOT GLOB '*_words_*'"
    )
    return sum(store.execute(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0] for (name,) in tables.fetchall())
