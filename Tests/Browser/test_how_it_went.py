"""Four weeks on: the group says how it went, and is thanked."""

import re

from people import GP, LINK_WORKER

GROUP = "Coppice Library"


def test_four_weeks_on_the_group_says_how_it_went_and_is_thanked(comes, somebody, belong):
    amara = comes(LINK_WORKER)
    case = amara.takes_on(comes(GP).refers(somebody))
    amara.goes_to(f"{case}/introductions/new?activity={amara.finds_group(GROUP)}")
    amara.ticks(f"First name: {somebody.given}")
    amara.finds_it_in_order("went-introduce")
    amara.reaches_everything_by_keyboard()
    amara.presses("Show what would go")
    amara.reads(f"First name: {somebody.given}")
    amara.page.locator("[name=agreed][value=face_to_face]").check()
    amara.presses("They said yes: introduce them")
    amara.reads("What went")
    introduction = amara.path

    welcomer = comes()
    welcomer.opens_the_letter(f"Someone would like to join {GROUP}", found_by=amara)
    welcomer.page.get_by_role("button", name=re.compile("^Yes, they")).click()
    welcomer.reads("You said: Yes, they are welcome")

    # Four weeks later the group is asked once, by a link of its own.
    asked = f"Some weeks ago you said yes to someone at {GROUP}"
    before = amara.finds_letters(asked)
    belong.lets_days_pass(29, "introduction_answer", "said_at", "introduction", introduction.split("/")[-1])
    letter = amara.waits_for_a_letter(asked, besides=before)
    welcomer.goes_to(letter)
    welcomer.reads("How did it go?")
    welcomer.reads(f"you said yes to {somebody.given}")
    welcomer.finds_it_in_order("went-asked")
    welcomer.reaches_everything_by_keyboard()
    welcomer.writes("Lays the tables now.", at="Anything to add? You can leave this empty.")
    welcomer.presses("Coming along")
    welcomer.reads("You said: Coming along. Thank you.")
    welcomer.finds_it_in_order("went-said")

    # The link worker reads it and thanks them, without anybody's name.
    amara.goes_to(introduction)
    amara.reads("The group: Coming along. Lays the tables now.")
    amara.finds_it_in_order("went-read")
    amara.writes("Thank you for the tables, and for the tea.", at="A line, without anybody’s name")
    amara.presses("Thank them")
    amara.reads("Thanked")
    amara.goes_to("/outbox")
    amara.reads(f"To everyone at {GROUP}: Thank you for the tables, and for the tea. Amara Okafor, link worker")
    amara.goes_to(case)
    amara.reads(f"{GROUP} wrote back: Coming along")
