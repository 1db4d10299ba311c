"""A locum who has never seen it refers in under a minute, and can say what happens next.

Journeys 5.1 gives the clicks: two to ask, three from an answer to a referral, four for a straight
referral. Its counts leave out the two answers that may not be passed over or given in advance,
what is safe and what a visitor should know; each costs one click more.
"""

import pytest

from counting import Counting, Keyboard
from people import GP, LINK_WORKER

TO_ASK, FROM_AN_ANSWER, STRAIGHT, FOR_SAFETY = 2, 3, 4, 2


def says_who(hand, somebody):
    hand.types(somebody.given, at="First name")
    hand.types(somebody.family, at="Family name")
    hand.types(somebody.nhs_number, at="NHS number")


def says_what_is_safe(hand, somebody):
    hand.types(somebody.phone, at="Telephone")
    hand.ticks("Text or call, in plain words")
    hand.ticks("Nothing known")


@pytest.mark.parametrize("hand", [Counting, Keyboard])
@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_a_straight_referral_from_the_desk(as_member, somebody, hand, size):
    gp = as_member(GP, size=size, javascript=False)
    hand = hand(gp)
    gp.goes_to("/desk")
    hand.clicks_on(gp.page.locator("main").get_by_role("link", name="Refer someone").first)
    gp.page.wait_for_url("**/referrals/new**")

    # What a locum reads before they write.
    gp.reads("Who will read it")
    gp.reads("waiting")
    gp.reads("What needs a clinician first, and danger now, are not for them.")

    # Everything that must be answered, in the order of the page.
    says_who(hand, somebody)
    hand.ticks("Lonely or isolated")
    hand.types("Eats alone since the spring.", at="In a sentence or two")
    hand.ticks("All of it")
    says_what_is_safe(hand, somebody)
    hand.presses("Send referral")

    gp.reads("What happens now")
    gp.reads("They get a message that says who suggested it and how to say no.")
    assert hand.clicks <= STRAIGHT + FOR_SAFETY, f"{hand.clicks} clicks"
    assert hand.fields <= 5, f"{hand.fields} fields"
    # Past the head of both pages and everything on them, without the link that skips it: half a minute at two a second.
    assert getattr(hand, "tabs", 0) <= 50, f"{hand.tabs} times Tab"


def test_from_a_question_to_a_referral(as_member, somebody):
    gp, amara = as_member(GP, javascript=False), as_member(LINK_WORKER, javascript=False)
    words = f"Widowed and eats alone, sings like {somebody.family[::-1].lower()}. One for you?"
    gp.goes_to("/desk")
    desk = gp.page.locator("section.card", has_text="Amara Okafor")
    hand = Counting(gp)
    hand.clicks_on(desk.get_by_label("A little chat?"))
    gp.page.keyboard.type(words)
    hand.clicks_on(desk.get_by_role("button", name="Ask"))
    gp.reads(words)
    assert hand.clicks <= TO_ASK

    amara.goes_to("/waiting")
    amara.page.locator("li", has_text=words).get_by_role("link", name="Reply").click()
    amara.writes("Gladly. Tell her it is me.", at="Say something back")
    amara.presses("Say it")
    amara.reads("Gladly. Tell her it is me.")

    hand = Counting(gp)
    gp.goes_to("/desk")
    hand.clicks_on(gp.page.locator("li.row", has_text=words).get_by_role("link", name="Refer them"))
    gp.reads("Refer to Amara Okafor")
    assert gp.page.get_by_label("In a sentence or two").input_value() == words
    says_who(hand, somebody)
    hand.ticks("Lonely or isolated")
    says_what_is_safe(hand, somebody)
    hand.presses("Send referral")
    gp.reads("What happens now")
    assert hand.clicks <= FROM_AN_ANSWER + FOR_SAFETY, f"{hand.clicks} clicks"
    assert hand.fields <= 4


def test_what_most_need_not_say_is_folded_away_and_opens_where_it_is_wrong(comes, somebody):
    gp = comes(GP)
    gp.goes_to("/referrals/new")
    gp.finds_it_in_order("refer")
    gp.reaches_everything_by_keyboard()
    for folded in ["Step-free", "E-mail", "What should a visitor know?"]:
        assert not gp.page.get_by_label(folded).first.is_visible()
    gp.ticks("Yes, tell the link worker")
    assert gp.page.get_by_label("What should a visitor know?").is_visible()

    gp.describes(somebody)
    gp.ticks("Another way: said below")
    gp.unfolds("Another way, or more to say")
    gp.page.locator("[name='channels[]'][value=email]").check()
    gp.unfolds("Language, access")
    gp.writes("Polish", at="Which language, or what else?")
    gp.presses("Send referral")
    gp.reads("Enter the e-mail address that is safe")
    gp.reads("Say what a visitor should know")
    for open_now in ["#f-email", "#f-language", "#f-riskWords"]:
        assert gp.page.locator(open_now).is_visible()
    gp.finds_it_in_order("refer-again")
