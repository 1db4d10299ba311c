"""Many requests at once, by wrk, and what one of them costs the server."""

import re
import subprocess

from machine import ROOT, seconds_of_work


def microseconds_each(served, path, cookie="", seconds=5):
    """CPU per request of the serving process, with eight browsers at once."""
    spent = seconds_of_work(served.process.pid)
    said = wrk(served, path, ["-t1", "-c8", f"-d{seconds}s"], cookie=cookie)
    spent = seconds_of_work(served.process.pid) - spent
    if "Non-2xx" in said:
        raise SystemExit(f"bench: {path} did not always answer:\n{said}")
    return spent / requests(said) * 1e6


def referrals_per_second(served, desk, practice, first, seconds=8):
    """Referral forms sent by 32 browsers at once; each answered once it is on disk."""
    said = wrk(
        served,
        "/",
        ["-t1", "-c32", f"-d{seconds}s", "-s", str(ROOT / "Bench" / "referral.lua")],
        words=[practice, desk.token, desk.cookie, str(first)],
    )
    refused = int(re.search(r"refused (\d+)", said).group(1))
    if refused:
        raise SystemExit(f"bench: {refused} referrals were not taken:\n{said}")
    return float(re.search(r"Requests/sec:\s*([\d.]+)", said).group(1)), requests(said)


def wrk(served, path, options, cookie="", words=()):
    address = f"http://127.0.0.1:{served.port}{path}"
    header = ["-H", f"Cookie: {cookie}"] if cookie else []
    return subprocess.run(
        ["wrk", *options, *header, address, *(["--", *words] if words else [])],
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def requests(said):
    return int(re.search(r"(\d+) requests in", said).group(1))
