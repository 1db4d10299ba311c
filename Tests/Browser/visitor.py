"""Someone with a browser, and what they can be sure of on a page."""

import os
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from belong import PASSWORD, SOMEONE
from doing import Doing

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
AXE = Axe().axe_script

SIZES = {"desktop": (1280, 900), "phone": (400, 800), "narrow": (320, 700)}

# What Tab should reach: everything that can be worked and is in sight.
REACHABLE = """() => {
    const group = radio => [...document.querySelectorAll('input[type=radio]')]
        .filter(other => other.name === radio.name && other.form === radio.form)
    const standsForGroup = radio => radio.checked
        || (!group(radio).some(other => other.checked) && group(radio)[0] === radio)
    return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
        .filter(element => !element.disabled && element.tabIndex >= 0 && element.type !== 'hidden')
        .filter(element => element.checkVisibility({ visibilityProperty: true }))
        .filter(element => element.type !== 'radio' || standsForGroup(element))
        .length
}"""

# Words that have hardly any room.
SQUEEZED = """() => { return [...document.querySelectorAll('p, li, dt, dd, th, td, h1, h2, h3, label, summary')]
    .filter(element => element.checkVisibility() && !isForEarsOnly(element))
    .filter(element => element.innerText.trim().length > 3 && element.getBoundingClientRect().width < 30)
    .map(element => element.innerText.trim().slice(0, 40))

    // What is clipped away is read out and not seen: the heads of a table that is stacked on a phone.
    function isForEarsOnly(element) {
        for (let around = element; around; around = around.parentElement)
            if (getComputedStyle(around).clipPath !== 'none') return true
        return false
    }
}"""

# How the element that has the focus shows it.
FOCUS = """() => {
    const element = document.activeElement
    if (!element || element === document.body) return null
    const style = getComputedStyle(element)
    const outline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
    window.reached ??= []
    const isNew = !window.reached.includes(element)
    if (isNew) window.reached.push(element)
    return { isNew, isVisible: outline || style.boxShadow !== 'none', name: element.outerHTML.slice(0, 120) }
}"""


class Visitor(Doing):
    def __init__(self, page, belong, runs_scripts=True):
        self.page = page
        self.belong = belong
        self.runs_scripts = runs_scripts

    def turns_to(self, size):
        """Looks at the same page on another screen."""
        width, height = SIZES[size]
        self.page.set_viewport_size({"width": width, "height": height})

    def goes_to(self, path):
        return self.page.goto(path)

    def signs_in(self, email=SOMEONE, password=PASSWORD):
        self.goes_to("/signing-in")
        self.page.get_by_label("E-mail address").fill(email)
        self.page.get_by_label("Password").fill(password)
        self.page.get_by_role("button", name="Sign in").click()
        return self

    def reads(self, words):
        expect(self.page.locator("body")).to_contain_text(words)

    def shot(self, name):
        """Keeps a picture where BELONG_SHOTS says, for people to look at."""
        if folder := os.environ.get("BELONG_SHOTS"):
            Path(folder).mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=f"{folder}/{name}.png", full_page=True)

    def finds_it_in_order(self, name=None):
        """No barrier, no scrolling sideways, and a picture of it."""
        self.finds_no_barrier()
        self.need_not_scroll_sideways()
        self.reads_words_side_by_side()
        if name:
            self.shot(f"{name}-{self.page.viewport_size['width']}")

    def finds_no_barrier(self):
        """WCAG 2.2 AA as far as a machine can tell. Axe is a script itself."""
        if not self.runs_scripts:
            return
        if not self.page.evaluate("() => 'axe' in window"):
            self.page.evaluate(AXE)
        violations = self.page.evaluate("rules => axe.run(rules)", RULES)["violations"]
        told = [
            f"{v['id']} ({v['impact']}): {v['help']}\n    "
            + "\n    ".join(f"{n['html'][:160]}\n      {n['failureSummary']}" for n in v["nodes"])
            for v in violations
        ]
        assert not told, f"{self.page.url} has barriers:\n" + "\n".join(told)

    def need_not_scroll_sideways(self):
        if not self.runs_scripts:
            return
        wide = self.page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0, f"{self.page.url} is {wide} pixels too wide"

    def reads_words_side_by_side(self):
        """Nothing is squeezed so narrow that its letters stand one under the other."""
        if self.runs_scripts:
            squeezed = self.page.evaluate(SQUEEZED)
            assert not squeezed, f"{self.page.url} squeezes: {', '.join(squeezed)}"

    def reaches_everything_by_keyboard(self):
        """Tab comes to everything that can be worked, and one always sees where one is."""
        expected = self.page.evaluate(REACHABLE)
        reached = 0
        for _ in range(expected * 2 + 5):
            self.page.keyboard.press("Tab")
            focus = self.page.evaluate(FOCUS)
            if focus is None or not focus["isNew"]:
                if reached >= expected:
                    break
                continue
            assert focus["isVisible"], f"{self.page.url}: one cannot see that this has the focus: {focus['name']}"
            reached += 1
        assert reached >= expected, f"{self.page.url}: Tab reaches {reached} of {expected}"
