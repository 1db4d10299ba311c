"""Somebody is worried, and tells somebody with a name."""

from people import GP, LINK_WORKER
from ways import at_a_desk

OTHER_GP = "martin.lowe@belong.example"


def test_a_worry_goes_to_somebody_with_a_name_who_says_that_they_have_it(comes, somebody):
    gp, amara = comes(GP), comes(LINK_WORKER)
    case = amara.takes_on(gp.refers(somebody))

    amara.follows(f"Worried about {somebody.given}?")
    amara.reads("Someone may come to harm now?")
    amara.finds_it_in_order("worry-form")
    amara.reaches_everything_by_keyboard()
    amara.presses("Tell them")
    amara.reads("Say how soon somebody must hear of it")
    amara.reads("Write a line first")
    amara.finds_it_in_order("worry-form-again")

    amara.page.locator("[name=urgency][value=today]").check()
    amara.picks("Dr Nisha Patel, clinician", at="Whom do you tell?")
    amara.writes("She has stopped taking her insulin and says she is tired of it.", at="What worries you")
    amara.presses("Tell them")
    amara.reads("Nobody has said yet that they have it. Dr Nisha Patel is told again until somebody does")
    amara.finds_it_in_order("worry-told")
    amara.goes_to(case)
    amara.reads("Open worry")
    amara.finds_it_in_order("worry-on-their-page")

    # The doctor hears of it, rings, and says that she has it.
    gp.goes_to("/worries")
    gp.finds_it_in_order("worry-list")
    gp.page.locator("main li", has_text=somebody.name).get_by_role("link").first.click()
    gp.reads("tired of it")
    gp.reads(somebody.phone)
    gp.finds_it_in_order("worry-read")
    gp.writes("I have rung her. She comes in at four.", at="What you are doing about it")
    gp.presses("I have this")
    gp.reads("Dr Nisha Patel has this")

    amara.goes_to("/worries")
    amara.page.locator("main li", has_text=somebody.name).get_by_role("link").first.click()
    amara.reads("I have rung her. She comes in at four.")
    amara.finds_it_in_order("worry-acknowledged")
    amara.goes_to(case)
    amara.does_not_read("Open worry")


@at_a_desk
def test_a_worry_is_handed_on_to_somebody_who_has_to_say_that_they_have_it(comes, somebody):
    gp, amara, lowe = comes(GP), comes(LINK_WORKER), comes(OTHER_GP)
    amara.takes_on(gp.refers(somebody))
    amara.follows(f"Worried about {somebody.given}?")
    amara.page.locator("[name=urgency][value=today]").check()
    amara.picks("Dr Nisha Patel, clinician", at="Whom do you tell?")
    amara.writes("He has given his coat away.", at="What worries you")
    amara.presses("Tell them")

    gp.goes_to("/")
    gp.reads("that nobody has answered yet")
    gp.goes_to("/worries")
    gp.page.locator("main li", has_text=somebody.name).get_by_role("link").first.click()
    gp.presses("Hand it on")
    gp.finds_it_in_order("worry-handing-problems")
    gp.picks("Dr Martin Lowe, clinician", at="To whom")
    gp.writes("I am off at noon. Not rung yet.", at="Why, and what you have done")
    gp.presses("Hand it on")
    gp.reads("Dr Nisha Patel handed it to Dr Martin Lowe")
    gp.finds_it_in_order("worry-handed-on")

    lowe.goes_to("/worries")
    lowe.page.locator("main li", has_text=somebody.name).get_by_role("link").first.click()
    lowe.reads("I am off at noon. Not rung yet.")
    lowe.writes("Rung. He comes at two.", at="What you are doing about it")
    lowe.presses("I have this")
    lowe.reads("Dr Martin Lowe has this")
