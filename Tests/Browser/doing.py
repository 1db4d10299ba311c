"""What people do in Belong, in the words they would use for it."""

from urllib.parse import urlparse

from playwright.sync_api import expect


class Doing:
    """The verbs of a visitor; `page` and what one can be sure of are the visitor's own."""

    @property
    def path(self):
        return urlparse(self.page.url).path

    def presses(self, button):
        self.page.get_by_role("button", name=button, exact=True).first.click()

    def follows(self, link):
        self.page.locator("main").get_by_role("link", name=link, exact=True).first.click()

    def writes(self, words, at):
        self.page.get_by_label(at, exact=True).first.fill(words)

    def ticks(self, *labels):
        for label in labels:
            self.page.get_by_label(label, exact=True).first.check()

    def picks(self, choice, at):
        self.page.get_by_label(at, exact=True).first.select_option(label=choice)

    def unfolds(self, summary):
        self.page.locator("summary", has_text=summary).first.click()

    def does_not_read(self, words):
        expect(self.page.locator("main")).not_to_contain_text(words)

    def describes(self, somebody):
        """Who it is, on a form that asks."""
        self.writes(somebody.given, at="First name")
        self.writes(somebody.family, at="Family name")
        self.writes(somebody.born, at="Date of birth")
        self.writes("M33 2LH", at="Postcode")
        self.writes(somebody.phone, at="Telephone")

    def refers(self, somebody, words="Eats alone since the spring. Used to cook for twelve."):
        """Sends a referral and gives its address."""
        self.goes_to("/referrals/new")
        self.describes(somebody)
        self.writes(words, at="In a sentence or two")
        self.ticks("Lonely or isolated", "What a link worker does", "Text or call, in plain words", "Nothing known")
        self.presses("Send referral")
        self.reads("What happens now")
        return self.path

    def takes_on(self, referral):
        """Accepts a referral and gives the address of the person's page."""
        self.goes_to(referral)
        self.presses("Accept")
        self.reads("The story so far")
        return self.path

    def notes(self, words, on):
        """Writes down a conversation on somebody's page."""
        self.goes_to(f"{on}/contacts/new")
        self.writes(words, at="What matters, in their words")
        self.ticks("On the phone")
        self.page.locator("[name=outcome][value=reached]").check()
        if self.page.locator("[name=knewWhy]").count():
            self.ticks("Not asked")
        self.presses("Keep")
        self.reads("Afterwards: what was it about, and what changed?")

    def introduces(self, somebody, to, on):
        """Introduces somebody who says yes to a group, and gives the address of the introduction."""
        self.goes_to(f"{on}/introductions/new?activity={to}")
        self.ticks(f"First name: {somebody.given}")
        self.presses("Show what would go")
        self.page.locator("[name=agreed][value=face_to_face]").check()
        self.presses("They said yes: introduce them")
        self.reads("What went")
        return self.path

    def finds_group(self, name):
        """Looks a group up and gives its key."""
        self.goes_to(f"/community?q={name.replace(' ', '+')}")
        link = self.page.locator("main").get_by_role("link", name=name, exact=True).first
        return link.get_attribute("href").split("/")[-1]

    def finds_letters(self, words):
        """The addresses in the messages that hold these words, newest first."""
        self.goes_to("/outbox")
        letters = self.page.locator("li.card", has_text=words).get_by_role("link", name="Open the link in it")
        return [urlparse(link.get_attribute("href")).path for link in letters.all()]

    def opens_the_letter(self, words, found_by):
        """Somebody without an account opens the link that was sent to them."""
        self.goes_to(found_by.finds_letters(words)[0])

    def letter_to(self, phone):
        """The words of the newest message to this number."""
        self.goes_to("/outbox")
        return self.page.locator("li.card", has_text=phone).first.inner_text()

    def waits_for_a_letter(self, words, besides):
        """One that is written on the next round: rounds are made every few seconds."""
        for _ in range(40):
            new = [letter for letter in self.finds_letters(words) if letter not in besides]
            if new:
                return new[0]
            self.page.wait_for_timeout(500)
        raise AssertionError(f"No message with “{words}” was written")
