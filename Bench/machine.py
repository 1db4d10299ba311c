"""What the bench runs on, and what a process of it has cost so far."""

import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / ".build" / "release"
WORK = ROOT / ".build" / "bench"
TICK = 1 / os.sysconf("SC_CLK_TCK")


def described():
    """The machine in one line, for whoever compares figures."""
    said = Path("/proc/cpuinfo").read_text()
    model = re.search(r"model name\s*:\s*(.*)", said)
    memory = int(re.search(r"MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text()).group(1)) / 2**20
    name = model.group(1).strip() if model else "a processor without a name"
    return f"{name}, {os.cpu_count()} cores, {memory:.0f} GB, Linux {os.uname().release}"


def seconds_of_work(process):
    """CPU seconds, of the program and of the kernel for it."""
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * TICK


def most_megabytes(process):
    """The most memory it has ever had resident."""
    said = Path(f"/proc/{process}/status").read_text()
    return int(re.search(r"VmHWM:\s*(\d+)", said).group(1)) / 1024


def commits_per_second(engine, where, seconds=3):
    """The yardstick of durable work: one row, one commit, one after the other."""
    program = WORK / "commits"
    subprocess.run(
        ["cc", "-O2", "-I/usr/include/postgresql", "-o", program, ROOT / "Bench" / "commits.c", "-lsqlite3", "-lpq"],
        check=True,
    )
    return int(subprocess.run([program, engine, where, str(seconds)], check=True, capture_output=True, text=True).stdout)
