"""A browser, a Belong with something in it, and the ways a person goes about it."""

import os

import pytest
from playwright.sync_api import sync_playwright

from belong import Belong
from people import strangers
from visitor import SIZES, Visitor


@pytest.fixture(scope="session")
def belong(tmp_path_factory):
    """One Belong for all tests, on a store of its own."""
    with Belong(tmp_path_factory.mktemp("belong")) as running:
        yield running


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox", "--disable-gpu"],
        )
        yield browser
        browser.close()


@pytest.fixture
def visit(belong, chromium):
    """Somebody with a browser of their own: `visit()`, `visit("phone")`, `visit(javascript=False)`."""
    visitors = []

    def begin(size="desktop", javascript=True):
        width, height = SIZES[size]
        context = chromium.new_context(
            base_url=belong.address,
            viewport={"width": width, "height": height},
            java_script_enabled=javascript,
            locale="en-GB",
            timezone_id="Europe/London",
            reduced_motion="reduce",
        )
        context.set_default_timeout(10_000)
        visitors.append(Visitor(context.new_page(), belong, javascript))
        return visitors[-1]

    yield begin
    for visitor in visitors:
        visitor.page.context.close()


@pytest.fixture
def visitor(visit):
    """Somebody at a desk."""
    return visit()


@pytest.fixture
def as_member(visit, belong):
    """Somebody who has signed in: `as_member("sam@example.org")`, and any choice of `visit`."""

    def signed_in(email, **how):
        visitor = visit(**how)
        if email in belong.sessions:
            visitor.page.context.add_cookies(belong.sessions[email])
            return visitor
        visitor.signs_in(email).reads("Sign out")
        belong.sessions[email] = visitor.page.context.cookies()
        return visitor

    return signed_in


@pytest.fixture(params=["desk", "phone"])
def comes(request, visit, as_member):
    """Whoever takes part in a journey: `comes(GP)`, or `comes()` without an account.

    Played at a desk in a browser that runs no scripts, and on a phone that does.
    """
    how = {"size": "phone"} if request.param == "phone" else {"javascript": False}
    return lambda email=None, **other: as_member(email, **how | other) if email else visit(**how | other)


@pytest.fixture(scope="session")
def crowd():
    return strangers()


@pytest.fixture
def somebody(crowd):
    """Somebody nobody has referred yet."""
    return next(crowd)


@pytest.fixture
def without_javascript(visit):
    """Somebody whose browser runs no scripts."""
    return visit(javascript=False)
