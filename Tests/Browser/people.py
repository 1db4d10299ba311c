"""People who do not exist. Every journey gets somebody new."""

from dataclasses import dataclass
from itertools import count

# From the seeds: who works at Boundary House Medical Centre.
GP, LINK_WORKER, COLLEAGUE = "nisha.patel@belong.example", "amara@belong.example", "sam@belong.example"
PRACTICE = "Boundary House Medical Centre"

GIVEN = ["Winifred", "Desmond", "Shabana", "Cliff", "Rosalind", "Ivor", "Marguerite", "Stan", "Olwen", "Patrick", "Nell"]
FAMILY = [
    "Ashcroft", "Birtwistle", "Clegg", "Duckworth", "Eckersley", "Fairhurst", "Grimshaw", "Hargreaves", "Isherwood",
    "Jessop", "Kershaw", "Lomax", "Mather",
]  # fmt: skip


@dataclass(frozen=True)
class Somebody:
    given: str
    family: str
    born: str
    phone: str
    nhs_number: str

    @property
    def name(self):
        return f"{self.given} {self.family}"

    @property
    def listed(self):
        """As they stand in a list: *Winifred A.*"""
        return f"{self.given} {self.family[0]}."


def nhs_number(nth):
    """One that is well made and nobody's: the NHS keeps those that begin with 999 for trying out."""
    first = f"999{nth:06}"
    rest = 11 - sum(int(digit) * weight for digit, weight in zip(first, range(10, 1, -1))) % 11
    return nhs_number(nth + 500_000) if rest == 10 else f"{first}{rest % 11}"


def strangers():
    """One after the other, no two alike."""
    for nth in count():
        yield Somebody(
            given=GIVEN[nth % len(GIVEN)],
            family=FAMILY[nth % len(FAMILY)],
            born=f"{nth % 27 + 1} {nth % 11 + 1} {1932 + nth % 60}",
            phone=f"07700 900{500 + nth % 400}",
            nhs_number=nhs_number(nth),
        )
