"""What a person must really do: clicks, fields they type in, words, keys they press."""


class Counting:
    """Goes about a page and counts. A tap counts as a click; a field counts once, however long its words."""

    def __init__(self, visitor):
        self.visitor = visitor
        self.page = visitor.page
        self.clicks = 0
        self.fields = 0
        self.words = 0

    def clicks_on(self, locator):
        self.clicks += 1
        locator.click()

    def ticks(self, label):
        """As one sees it: on the words, which stand on the box."""
        self.clicks += 1
        self.page.get_by_label(label, exact=True).first.click()

    def types(self, words, at):
        self.fields += 1
        self.words += len(words.split())
        self.page.get_by_label(at, exact=True).first.fill(words)

    def presses(self, button):
        self.clicks_on(self.page.get_by_role("button", name=button, exact=True).first)


class Keyboard(Counting):
    """The same without a mouse. Only Tab, Space, Enter and letters."""

    def __init__(self, visitor):
        super().__init__(visitor)
        self.tabs = 0

    def reaches(self, locator):
        """Tabs on until it has the focus; the way there only ever goes forward."""
        for _ in range(80):
            if locator.evaluate("element => element === document.activeElement"):
                return
            self.tabs += 1
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not come to {locator}")

    def clicks_on(self, locator):
        self.clicks += 1
        self.reaches(locator)
        self.page.keyboard.press("Enter")

    def ticks(self, label):
        self.clicks += 1
        box = self.page.get_by_label(label, exact=True).first
        if box.get_attribute("type") == "radio":
            # One Tab comes to a group; the arrows move in it.
            group = self.page.locator(f"[name={box.get_attribute('name')}]")
            self.reaches(group.first)
            for _ in range(group.count()):
                if box.is_checked():
                    return
                self.page.keyboard.press("Space" if group.first == box else "ArrowDown")
            assert box.is_checked()
            return
        self.reaches(box)
        self.page.keyboard.press("Space")

    def types(self, words, at):
        self.fields += 1
        self.words += len(words.split())
        self.reaches(self.page.get_by_label(at, exact=True).first)
        self.page.keyboard.type(words)
