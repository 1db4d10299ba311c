"""A Belong that runs for the length of the tests."""

import os
import re
import sqlite3
import subprocess
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build" / "debug" / "belong"
PASSWORD = "a long enough password"

# Somebody without a role, beside whoever the seeds bring.
SOMEONE = "ama@front-door.example.org"


class Belong:
    """A real server with a fresh store in a folder of its own."""

    def __init__(self, folder):
        self.folder = folder
        self.sessions = {}
        self.environment = {k: v for k, v in os.environ.items() if not k.startswith("BELONG_")}
        self.environment |= {
            "BELONG_STORE": f"sqlite:{folder}/belong.sqlite",
            "BELONG_LISTEN": "127.0.0.1:0",
            "BELONG_METRICS": "off",
            "BELONG_DEMO": "yes",
        }

    def run(self, *words, typed=""):
        done = subprocess.run(
            [PROGRAM, *words], env=self.environment, input=typed, capture_output=True, text=True, cwd=ROOT
        )
        assert done.returncode == 0, f"belong {' '.join(words)}: {done.stderr}"
        return done.stdout

    def add(self, email, name, *more):
        self.run("member", "add", "--name", name, "--email", email, "--password-file", "-", *more, typed=PASSWORD)

    def lets_days_pass(self, days, table, column, where, value):
        """Moves one thing that was written back in time, as nobody can wait for four weeks.

        Only the calendar is touched, and only behind the back of the program.
        """
        with closing(sqlite3.connect(self.folder / "belong.sqlite", timeout=20)) as store, store:
            (key, then) = store.execute(f"SELECT id, {column} FROM {table} WHERE {where} = ?", (value,)).fetchone()
            earlier = date.fromisoformat(then[:10]) - timedelta(days=days)
            store.execute(f"UPDATE {table} SET {column} = ? WHERE id = ?", (f"{earlier}{then[10:]}", key))

    def __enter__(self):
        self.run("migrate")
        password = self.folder / "password"
        password.write_text(PASSWORD)
        self.run("seed", "--password-file", str(password))
        self.add(SOMEONE, "Ama Boateng")
        self.log = open(self.folder / "log", "w")
        self.starts()
        return self

    def starts(self):
        self.process = subprocess.Popen(
            [PROGRAM, "serve"], env=self.environment, stdout=subprocess.PIPE, stderr=self.log, text=True, cwd=ROOT
        )
        line = self.process.stdout.readline()
        found = re.search(r"listening at (127\.0\.0\.1:\d+)", line)
        assert found, f"belong serve said: {line} {Path(self.log.name).read_text()}"
        self.address = f"http://{found.group(1)}"
        # Where it is started again, it is found where it was.
        self.environment["BELONG_LISTEN"] = found.group(1)

    def dies(self):
        """As when the power goes."""
        self.process.kill()
        self.process.wait(timeout=40)

    def reads(self, query, *values):
        """What the store holds, read behind the back of the program."""
        with closing(sqlite3.connect(self.folder / "belong.sqlite", timeout=20)) as store:
            return store.execute(query, values).fetchall()

    def __exit__(self, *_):
        self.process.terminate()
        assert self.process.wait(timeout=40) == 0, "belong did not stop cleanly"
        self.log.close()
