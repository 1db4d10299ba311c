"""Servers under measurement, and somebody signed in at one."""

import http.client
import os
import re
import socket
import subprocess
import time
from urllib.parse import urlencode

from machine import BUILD, ROOT, WORK

PASSWORD = "a long enough password"


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Served:
    """A program that answers at a port until it is let go."""

    def __init__(self, words, environment=None, first="/"):
        self.port = free_port()
        words = [str(word).replace("PORT", str(self.port)) for word in words]
        began = time.monotonic()
        log = open(WORK / "served.log", "a")
        self.process = subprocess.Popen(words, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=log)
        self.first_page_after = self.wait(first, began)

    def wait(self, path, began):
        """Milliseconds from the start of the program to its first page."""
        while time.monotonic() < began + 60:
            try:
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
                connection.request("GET", path)
                if connection.getresponse().status == 200:
                    return (time.monotonic() - began) * 1000
            except OSError:
                time.sleep(0.001)
        raise SystemExit(f"bench: {self.process.args} did not answer")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=60)


def hello():
    return Served([BUILD / "Hello", "PORT"])


class Belong:
    """One store, and the program on it."""

    def __init__(self, store):
        self.store = store
        self.environment = {k: v for k, v in os.environ.items() if not k.startswith("BELONG_")}
        self.environment |= {"BELONG_STORE": store, "BELONG_METRICS": "off"}

    def run(self, *words, typed=""):
        done = subprocess.run(
            [BUILD / "belong", *words], env=self.environment, input=typed, capture_output=True, text=True, cwd=ROOT
        )
        if done.returncode != 0:
            raise SystemExit(f"belong {' '.join(map(str, words))}: {done.stderr[-2000:]}")
        return done.stdout

    def serve(self):
        return Served([BUILD / "belong", "serve", "--listen", "127.0.0.1:PORT"], self.environment, "/signing-in")


class Desk:
    """Somebody signed in, with a connection that stays open."""

    def __init__(self, served, email):
        self.connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=120)
        self.cookie = ""
        self.token = ""
        answer = self.send("/signing-in", email=email, password=PASSWORD)
        self.cookie = answer.getheader("Set-Cookie").split(";")[0]
        self.token = re.search(r'name="formToken" value="([^"]+)"', self.open("/me")).group(1)

    def open(self, path):
        self.connection.request("GET", path, headers={"Cookie": self.cookie})
        answer = self.connection.getresponse()
        page = answer.read().decode()
        if answer.status != 200:
            raise SystemExit(f"bench: {path} answered {answer.status}")
        return page

    def send(self, path, **fields):
        """A form, and where it leads."""
        fields["formToken"] = self.token
        self.connection.request(
            "POST",
            path,
            urlencode(fields, doseq=True),
            {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"},
        )
        answer = self.connection.getresponse()
        page = answer.read().decode()
        if answer.status != 303:
            raise SystemExit(f"bench: {path} answered {answer.status}: {re.sub('<[^>]+>', ' ', page)[-1500:]}")
        return answer

    def milliseconds(self, path, times):
        """How long one page takes, in the middle of so many tries."""
        took = []
        for _ in range(times):
            began = time.monotonic()
            self.open(path)
            took.append((time.monotonic() - began) * 1000)
        return sorted(took)[len(took) // 2]
