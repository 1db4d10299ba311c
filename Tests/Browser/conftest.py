"""A browser, a Belong with something in it, and the ways a person goes about it."""

import os

import pytest
from playwright.sync_api import sync_playwright

from belong import Belong
from visitor import Visitor

SIZES = {"desktop": (1280, 900), "phone": (400, 800), "narrow": (320, 700)}


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
def as_member(visit):
    """Somebody who has signed in: `as_member("sam@example.org")`, and any choice of `visit`."""
    return lambda email, **how: visit(**how).signs_in(email)


@pytest.fixture
def without_javascript(visit):
    """Somebody whose browser runs no scripts."""
    return visit(javascript=False)
