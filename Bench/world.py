"""The neighbourhood that is measured: the seeds, a link worker with 250 people,
and a directory of 200,000 made from the real one."""

import json
import random
import uuid
from datetime import date, timedelta

import rows
from machine import ROOT, WORK
from served import PASSWORD, Desk

PEOPLE = 250
ACTIVITIES = 200_000
GP = "nisha.patel@belong.example"
LINK_WORKER = "amara@belong.example"
DIRECTORIES = [ROOT / "Seeds" / name for name in ("directory.json", "greater-manchester.json")]


def sow(belong):
    password = WORK / "password.txt"
    password.write_text(PASSWORD)
    belong.run("migrate")
    belong.run("seed", "--password-file", password)


def fill_caseload(served, practice):
    """Gives a link worker 250 people more, by the forms; the path of one with a long story."""
    gp, link_worker = Desk(served, GP), Desk(served, LINK_WORKER)
    cases = [take_on(gp, link_worker, practice, number) for number in range(PEOPLE)]
    for day in range(20, 0, -1):
        write_contact(link_worker, cases[0], day)
    return cases[0]


def take_on(gp, link_worker, practice, number):
    sent = gp.send(
        "/referrals",
        practice=practice,
        givenName=random.choice(["Jean", "Tariq", "Elsie", "Win", "Derek", "Chloe"]),
        familyName=f"Made{''.join(chr(97 + int(digit)) for digit in str(number))}",
        born=f"{1 + number % 28} {1 + number % 12} {1940 + number % 60}",
        postcode="M33 2LH",
        phone="07700 900123",
        words="Widowed in the spring, eats alone, would like company at a table again.",
        risk="nothing",
        neutral="no",
        **{"reasons[]": ["isolation", "money"], "told[]": ["role"], "channels[]": ["text", "call"], "needs[]": ["step_free"]},
    )
    return link_worker.send(sent.getheader("Location") + "/acceptance").getheader("Location")


def write_contact(link_worker, case, days_ago):
    link_worker.send(
        f"{case}/contacts",
        mode="phone",
        day=str(date.today() - timedelta(days=days_ago)),
        time="10:30",
        minutes="25",
        outcome="reached",
        knewWhy="partly",
        matters="“I would like to cook for somebody again.”",
        **dict.fromkeys(["place", "tried", "next", "helps", "hinders", "because", "draft"], ""),
        more="Went through the letters from the council together and rang them. Slept better this week.",
    )


def grow_directory(belong):
    """Copies of the real services all over England, each under a name of its own; how many there are then."""
    real = services()
    chance = random.Random(1)
    before = rows.of_table("activity", belong.store)
    made = 0
    for part in range(20):
        batch = [copied(chance.choice(real), chance) for _ in range((ACTIVITIES - len(real)) // 20)]
        path = WORK / f"made-{part}.json"
        path.write_text(json.dumps(batch))
        belong.run("directory", "import", path)
        path.unlink()
        made += len(batch)
    taken = rows.of_table("activity", belong.store) - before
    if taken != made:
        raise SystemExit(f"bench: of {made:,} copies the directory took {taken:,}")
    return made + len(real)


def copied(service, chance):
    copy = json.loads(json.dumps(service))
    place = f"{chance.choice(NAMES)} {chance.choice(NAMES)}"
    copy["id"] = str(uuid.UUID(int=chance.getrandbits(128), version=4))
    copy["name"] = f"{copy['name'][:100]} {place}"
    copy["organization_id"] = copy["organization"]["id"] = str(uuid.UUID(int=chance.getrandbits(128), version=4))
    for there in copy.get("service_at_locations", []):
        location = there.get("location", {})
        location["latitude"] = chance.uniform(50.7, 55.0)
        location["longitude"] = chance.uniform(-3.0, 1.3)
        for address in location.get("addresses", []):
            address.pop("postal_code", None)
    return copy


NAMES = """Ashby Barton Calder Denby Elmham Farley Garton Hadley Ingram Jarrow Kirby Linton Marden Norby Orford
Penley Quarndon Ripley Selby Thorley Upton Varley Whitby Yarm""".split()


def counted():
    """How many services the real directory holds."""
    return len(services())


def services():
    return [service for path in DIRECTORIES for service in json.loads(path.read_text())]
