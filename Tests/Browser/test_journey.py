"""One referral, from the first question to the GP reading how it went, played by those it concerns."""

import re

from people import GP, LINK_WORKER


def test_one_referral_travels_the_whole_loop(comes, somebody):
    given, family = somebody.given, somebody.family

    # The GP asks a line at the desk, then refers.
    gp = comes(GP)
    gp.goes_to("/desk")
    desk = gp.page.locator("section.card", has_text="Amara Okafor").first
    desk.get_by_label("A little chat?").fill("Widowed in the spring, eats alone. One for you?")
    desk.get_by_role("button", name="Ask").click()
    gp.reads("One for you?")
    gp.finds_it_in_order("journey-question")

    amara = comes(LINK_WORKER)
    amara.goes_to("/waiting")
    amara.page.locator("li", has_text="eats alone").get_by_role("link", name="Reply").click()
    amara.page.get_by_label("Say something back").fill("Gladly. Tell her it is me.")
    amara.page.get_by_role("button", name="Say it").click()

    gp.page.reload()
    gp.reads("Gladly. Tell her it is me.")
    gp.page.get_by_role("link", name="Turn it into a referral").click()
    gp.describes(somebody)
    gp.page.get_by_label("Lonely or isolated").check()
    gp.page.get_by_label("What a link worker does").check()
    gp.page.get_by_label("Text or call, in plain words").check()
    gp.page.get_by_role("button", name="Send referral").click()
    gp.reads("Answer this, even if nothing is known")
    gp.finds_it_in_order("journey-refer")
    gp.page.get_by_label("Nothing known").check()
    gp.page.get_by_role("button", name="Send referral").click()
    gp.reads("What happens now")
    gp.finds_no_barrier()
    referral = gp.path

    # The person is told, and says yes.
    person = comes()
    person.opens_the_letter(somebody.phone, found_by=gp)
    person.finds_it_in_order("journey-invitation")
    person.page.get_by_label("Yes, that is fine").check()
    person.page.get_by_label("Somewhere that does not feel medical").check()
    person.page.get_by_role("button", name="Send").click()
    person.reads("You said: Yes, that is fine")

    # The link worker accepts and writes down the first conversation.
    amara.goes_to(referral)
    amara.reads("Somewhere that does not feel medical")
    amara.page.get_by_role("button", name="Accept").click()
    amara.reads("The story so far")
    case = amara.path
    amara.page.get_by_role("link", name="Add what happened").click()
    amara.page.get_by_label("What matters, in their words").fill("I would like to cook for somebody again.")
    amara.page.get_by_label("On the phone").check()
    amara.page.locator("[name=outcome][value=reached]").check()
    amara.page.locator("[name=knewWhy][value=yes]").check()
    amara.finds_it_in_order("journey-conversation")
    amara.page.get_by_role("button", name="Keep", exact=True).click()
    amara.reads("Afterwards")
    amara.goes_to(case)
    amara.reads("I would like to cook for somebody again.")
    amara.finds_no_barrier()

    # She finds a group that can be written to, and introduces.
    group = amara.finds_group("Coppice Library")
    amara.goes_to(f"{case}/introductions/new?activity={group}")
    amara.page.get_by_label("First name").check()
    amara.page.get_by_role("button", name="Show what would go").click()
    amara.reads(f"First name: {given}")
    told = amara.page.locator("blockquote").inner_text()
    assert family not in told and "07700" not in told and "cook" not in told
    amara.finds_no_barrier()
    amara.page.locator("[name=agreed][value=phone]").check()
    amara.page.get_by_role("button", name="They said yes: introduce them").click()
    amara.reads("What went")

    # The group answers without an account.
    welcomer = comes()
    welcomer.opens_the_letter("would like to join Coppice Library", found_by=gp)
    welcomer.reads(given)
    welcomer.finds_it_in_order("journey-group")
    welcomer.page.get_by_role("button", name=re.compile("^Yes")).first.click()

    # The news goes to the GP, who reads it and says so.
    amara.goes_to(f"{case}/news")
    amara.page.get_by_label("The words").fill("“I would like to cook for somebody again.” She goes to the library on Friday.")
    amara.page.get_by_role("button", name="Send", exact=True).click()
    amara.reads("Told before")
    gp.goes_to("/news")
    gp.page.get_by_role("link", name=f"{given} {family[0]}.").first.click()
    gp.reads("She goes to the library on Friday.")
    gp.reads("Asked of you: none")
    gp.finds_it_in_order("journey-news")
    gp.page.get_by_role("button", name="Useful").click()
    gp.reads("Useful: what you said")

    # All of it stands in the story, and every look in the log.
    amara.goes_to(case)
    for words in ["Referred by Dr Nisha Patel", "Introduced to Coppice Library", "Told Dr Nisha Patel"]:
        amara.reads(words)
    amara.finds_it_in_order("journey-story")
    amara.belong.run("audit", "verify")
