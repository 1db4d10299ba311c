"""The same words asked of Belong, with a need, a place and *open now*, and of the bare index."""

import sqlite3
import subprocess
import time
from urllib.parse import urlencode

from machine import WORK

WORDS = ["food", "church", "youth", "music", "school"]
TIMES = 20


def of_belong(desk):
    """Milliseconds for all the words, each with its need, near a postcode, open now: whole pages."""
    asked = {"near": "M33 2LH", "miles": "25", "need": "company", "time": "now"}
    return sum(desk.milliseconds("/community?" + urlencode({"q": word} | asked), TIMES) for word in WORDS)


def of_fts5(file):
    """Milliseconds for all the words: the twenty best of the bare FTS5 index."""
    store = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    query = "SELECT rowid FROM activity_search WHERE activity_search MATCH ? ORDER BY rank LIMIT 20"
    return sum(middle(lambda: store.execute(query, (word,)).fetchall()) for word in WORDS)


def middle(ask):
    took = []
    for _ in range(TIMES):
        began = time.monotonic()
        if not ask():
            raise SystemExit("bench: the bare index found nothing")
        took.append((time.monotonic() - began) * 1000)
    return sorted(took)[len(took) // 2]


def of_tsvector(address):
    """The same of PostgreSQL's bare GIN index, timed by psql."""
    script = WORK / "search.sql"
    lines = ["\\timing on"]
    for word in WORDS:
        lines += [
            f"SELECT number FROM activity_words, to_tsquery('simple', '{word}') AS asked"
            " WHERE document @@ asked ORDER BY ts_rank(document, asked) DESC LIMIT 20;"
        ] * TIMES
    script.write_text("\n".join(lines))
    said = subprocess.run(
        ["psql", "-X", "-q", "-f", script, address], check=True, capture_output=True, text=True
    ).stdout
    took = [float(line.split()[1]) for line in said.splitlines() if line.startswith("Time:")]
    rounds = [sorted(took[start : start + TIMES]) for start in range(0, len(took), TIMES)]
    return sum(one[len(one) // 2] for one in rounds)
