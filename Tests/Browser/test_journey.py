"""One referral, from the first question to the GP reading how it went, played by those it concerns."""

import re
from urllib.parse import urlparse

import pytest

GP, LINK_WORKER = "nisha.patel@belong.example", "amara@belong.example"


def follows_the_last_link(visitor, words):
    """Whoever got the last message with these words opens the link in it."""
    visitor.goes_to("/outbox")
    message = visitor.page.locator("li.card", has_text=words).first
    address = message.get_by_role("link", name="Open the link in it").first.get_attribute("href")
    visitor.page.context.clear_cookies()
    visitor.goes_to(urlparse(address).path)


@pytest.mark.parametrize("size, javascript", [("desktop", False), ("phone", True)])
def test_one_referral_travels_the_whole_loop(as_member, size, javascript):
    name = f"Winifred {'Ash' if javascript else 'Birch'}"
    given, family = name.split()
    born = "4 4 1942" if javascript else "3 3 1941"

    def member(email):
        return as_member(email, size=size, javascript=javascript)

    # The GP asks a line at the desk, then refers.
    gp = member(GP)
    desk = gp.page.locator("section.card", has_text="Amara Okafor").first
    desk.get_by_label("A little chat?").fill("Widowed in the spring, eats alone. One for you?")
    desk.get_by_role("button", name="Ask").click()
    gp.reads("One for you?")
    gp.shot(f"journey-question-{size}")

    amara = member(LINK_WORKER)
    amara.goes_to("/waiting")
    amara.page.locator("li", has_text="eats alone").get_by_role("link", name="Reply").click()
    amara.page.get_by_label("Say something back").fill("Gladly. Tell her it is me.")
    amara.page.get_by_role("button", name="Say it").click()

    gp.page.reload()
    gp.reads("Gladly. Tell her it is me.")
    gp.page.get_by_role("link", name="Turn it into a referral").click()
    gp.page.get_by_label("First name").fill(given)
    gp.page.get_by_label("Family name").fill(family)
    gp.page.get_by_label("Date of birth").fill(born)
    gp.page.get_by_label("Postcode").fill("M33 2LH")
    gp.page.get_by_label("Lonely or isolated").check()
    gp.page.get_by_label("What a link worker does").check()
    gp.page.get_by_label("Text", exact=True).check()
    gp.page.get_by_label("Telephone").fill("07700 900777")
    gp.page.get_by_label("Plain words are fine").check()
    gp.page.get_by_role("button", name="Send referral").click()
    gp.reads("Answer this, even if nothing is known")
    gp.finds_no_barrier()
    gp.shot(f"journey-refer-{size}")
    gp.page.get_by_label("Nothing known").check()
    gp.page.get_by_role("button", name="Send referral").click()
    gp.reads("What happens now")
    gp.finds_no_barrier()
    referral = gp.page.url

    # The person is told, and says yes.
    person = member(GP)
    follows_the_last_link(person, f"Hello {given}")
    person.finds_no_barrier()
    person.need_not_scroll_sideways()
    person.shot(f"journey-invitation-{size}")
    person.page.get_by_label("Yes, that is fine").check()
    person.page.get_by_label("Somewhere that does not feel medical").check()
    person.page.get_by_role("button", name="Send").click()
    person.reads("You said: Yes, that is fine")

    # The link worker accepts and writes down the first conversation.
    amara.goes_to(urlparse(referral).path)
    amara.reads("Somewhere that does not feel medical")
    amara.page.get_by_role("button", name="Accept").click()
    case = urlparse(amara.page.url).path
    amara.reads("The story so far")
    amara.page.get_by_role("link", name="Add what happened").click()
    amara.page.get_by_label("What matters, in their words").fill("I would like to cook for somebody again.")
    amara.page.get_by_label("On the phone").check()
    amara.page.locator("[name=outcome][value=reached]").check()
    amara.page.locator("[name=knewWhy][value=yes]").check()
    amara.shot(f"journey-conversation-{size}")
    amara.page.get_by_role("button", name="Keep", exact=True).click()
    amara.goes_to(case)
    amara.reads("I would like to cook for somebody again.")
    amara.finds_no_barrier()

    # She finds a group that can be written to, and introduces.
    amara.goes_to("/community?q=Coppice+Library")
    found = amara.page.locator("main").get_by_role("link", name="Coppice Library", exact=True).first
    group = found.get_attribute("href").split("/")[-1]
    amara.goes_to(f"{case}/introductions/new?activity={group}")
    amara.page.get_by_label("First name").check()
    amara.page.get_by_role("button", name="Show what would go").click()
    amara.reads(f"First name: {given}")
    told = amara.page.locator("blockquote").inner_text()
    assert family not in told and "07700" not in told and "cook" not in told
    amara.finds_no_barrier()
    amara.page.locator("[name=agreed][value=phone]").check()
    amara.page.get_by_role("button", name="They said yes: introduce them").click()

    # The group answers without an account.
    welcomer = member(GP)
    follows_the_last_link(welcomer, "Coppice Library")
    welcomer.reads(given)
    welcomer.finds_no_barrier()
    welcomer.need_not_scroll_sideways()
    welcomer.shot(f"journey-group-{size}")
    welcomer.page.get_by_role("button", name=re.compile("^Yes")).first.click()

    # The news goes to the GP, who reads it and says so.
    amara.goes_to(f"{case}/news")
    amara.page.get_by_label("The words").fill("“I would like to cook for somebody again.” She goes to the library on Friday.")
    amara.page.get_by_role("button", name="Send", exact=True).click()
    gp.goes_to("/news")
    gp.page.get_by_role("link", name=f"{given} {family[0]}.").first.click()
    gp.reads("She goes to the library on Friday.")
    gp.reads("Asked of you: none")
    gp.finds_no_barrier()
    gp.shot(f"journey-news-{size}")
    gp.page.get_by_role("button", name="Useful").click()

    # All of it stands in the story, and every look in the log.
    amara.goes_to(case)
    for words in ["Referred by Dr Nisha Patel", "Introduced to Coppice Library", "Told Dr Nisha Patel"]:
        amara.reads(words)
    amara.need_not_scroll_sideways()
    amara.shot(f"journey-story-{size}")
    amara.belong.run("audit", "verify")
