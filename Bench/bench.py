"""Measures Belong against yardsticks taken in the same run, on both engines, and
prints what was reached beside the goal. With `--record`, writes docs/speed.md;
with `--small`, leaves out the directory of 200,000, which takes long to make."""

import shutil
import subprocess
import sys

import load
import rows
import searches
import table
import world
from machine import ROOT, WORK, commits_per_second, most_megabytes
from served import Belong, Desk, hello


def postgres(act, *more):
    return subprocess.run(
        ["bin/postgres", act, *more], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.strip()


def measure(engine, store, where, bare_search):
    """All rows of the table for one engine, each with its yardstick."""
    belong = Belong(store)
    world.sow(belong)
    commits = commits_per_second(engine, where)
    yield from of_pages(belong, engine)
    yield from of_referrals(belong, engine, commits)
    yield from of_searches(belong, engine, bare_search, world.counted())
    yield from of_starting(belong, engine)
    if "--small" not in sys.argv:
        yield from of_searches(belong, engine, bare_search, world.grow_directory(belong))
    said = belong.run("audit", "verify").strip().splitlines()[-1]
    print(f"   the log afterwards: {said}", flush=True)


def of_pages(belong, engine):
    with belong.serve() as served, hello() as least:
        practice = practice_of(served)
        case = world.fill_caseload(served, practice)
        desk = Desk(served, world.LINK_WORKER)
        bare = load.microseconds_each(least, "/")
        pages = [
            (f"the caseload page, {world.PEOPLE} people", "/people"),
            ("the case page", case),
            (f"the morning page, {world.PEOPLE} people", "/today"),
            ("the room board, a week of the seeds", "/rooms"),
        ]
        for what, path in pages:
            cost = load.microseconds_each(served, path, desk.cookie)
            yield table.Row(
                engine, what, f"{cost:.0f} µs CPU", f"hello: {bare:.0f} µs", cost / bare, "×", "at most", 10
            )


def of_referrals(belong, engine, commits):
    with belong.serve() as served:
        gp = Desk(served, world.GP)
        before = rows.kept(belong.store)
        rate, sent = load.referrals_per_second(served, gp, practice_of(served), 500_000)
        each = (rows.kept(belong.store) - before) / sent
        yield table.Row(
            engine,
            "a referral sent and durable, 32 at once",
            f"{rate:.0f} a second",
            f"single commits: {commits} a second",
            rate / commits,
            "×",
            "at least",
            3,
        )
        yield table.Row(
            engine,
            f"the same in rows, {each:.0f} to a referral",
            f"{rate * each:.0f} rows a second",
            f"single commits: {commits} a second",
            rate * each / commits,
            "×",
            "at least",
            3,
        )
        yield memory(engine, f"memory after {sent:,} referrals", served)


def of_searches(belong, engine, bare, number):
    with belong.serve() as served:
        desk = Desk(served, world.LINK_WORKER)
        ours, theirs = searches.of_belong(desk), bare()
        yield table.Row(
            engine,
            f"a search: words, need, near, open now; {number:,} activities",
            f"{ours / len(searches.WORDS):.2f} ms",
            f"bare index, best 20: {theirs / len(searches.WORDS):.2f} ms",
            ours / theirs,
            "×",
            "at most",
            2,
        )
        load.microseconds_each(served, "/people", desk.cookie)
        yield memory(engine, f"memory under load, {number:,} activities", served)


def of_starting(belong, engine):
    took = []
    for _ in range(5):
        with belong.serve() as served:
            took.append(served.first_page_after)
    yield table.Row(engine, "from start to first page", f"{sorted(took)[2]:.0f} ms", "", sorted(took)[2], " ms", "at most", 300)


def memory(engine, what, served):
    most = most_megabytes(served.process.pid)
    return table.Row(engine, what, f"{most:.0f} MB", "", most, " MB", "at most", 150)


def practice_of(served):
    """Where the GP of the seeds works: the practice the form offers them."""
    page = Desk(served, world.GP).open("/referrals/new")
    return page.split('name="practice"')[1].split('value="')[1].split('"')[0]


def main():
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    reached = []
    file = WORK / "belong.sqlite"
    runs = [("sqlite", f"sqlite:{file}", str(WORK / "commits.sqlite"), lambda: searches.of_fts5(file))]
    address = postgres("start", "durable")
    address += "/postgres"
    runs.append(("postgres", address, address, lambda: searches.of_tsvector(address)))
    wanted = [word for word in sys.argv[1:] if not word.startswith("-")]
    try:
        for run in runs:
            if wanted and run[0] not in wanted:
                continue
            print(f"== {run[0]}", flush=True)
            for row in measure(*run):
                print(row.line, flush=True)
                reached.append(row)
    finally:
        postgres("stop")
    if "--record" in sys.argv:
        table.record(reached)


main()
