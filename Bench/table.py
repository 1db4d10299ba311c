"""What was reached, beside the goal."""

from dataclasses import dataclass
from datetime import date

from machine import ROOT, described

NAMES = {"sqlite": "SQLite", "postgres": "PostgreSQL"}


@dataclass
class Row:
    engine: str
    what: str
    ours: str
    yardstick: str
    reached: float
    unit: str
    sense: str
    goal: float

    @property
    def is_reached(self):
        return self.reached >= self.goal if self.sense == "at least" else self.reached <= self.goal

    @property
    def figure(self):
        return f"{self.reached:.1f}{self.unit}" if self.unit == "×" else f"{self.reached:.0f}{self.unit}"

    @property
    def line(self):
        verdict = "reached" if self.is_reached else "NOT REACHED"
        return f"   {self.what}: {self.ours} ({self.yardstick or 'no yardstick'}) = {self.figure}, goal {self.sense} {self.goal}{self.unit}: {verdict}"

    @property
    def cells(self):
        goal = f"{self.sense} {self.goal}{self.unit}"
        verdict = "yes" if self.is_reached else "**no**"
        return f"| {NAMES[self.engine]} | {self.what} | {self.ours} | {self.yardstick or '–'} | {self.figure} | {goal} | {verdict} |"


def record(rows):
    """Puts the table into docs/speed.md, between its two marks, and leaves the words round it."""
    page = ROOT / "docs" / "speed.md"
    text = page.read_text()
    head, rest = text.split("<!-- table -->")[0], text.split("<!-- end -->")[1]
    lines = [
        f"Measured on {date.today()}: {described()}.",
        "",
        "| engine | what | Belong | yardstick in the same run | reached | goal | met |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        *(row.cells for row in rows),
    ]
    page.write_text(head + "<!-- table -->\n" + "\n".join(lines) + "\n<!-- end -->" + rest)
