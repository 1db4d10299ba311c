"""Pressed twice: its work is done once."""

from people import GP, LINK_WORKER
from ways import at_a_desk


@at_a_desk
def test_a_referral_and_a_note_are_kept_once_when_the_button_is_pressed_twice(comes, somebody):
    gp, amara = comes(GP), comes(LINK_WORKER)

    # A double click on the last button.
    gp.goes_to("/referrals/new")
    gp.describes(somebody)
    gp.writes("Pressed twice, meant once.", at="In a sentence or two")
    gp.ticks("Lonely or isolated", "Text or call, in plain words", "Nothing known")
    gp.page.get_by_role("button", name="Send referral").dblclick()
    gp.reads("What happens now")
    referral = gp.path
    amara.goes_to("/waiting")
    assert amara.page.locator("li.row", has_text=somebody.listed).count() == 1

    case = amara.takes_on(referral)
    amara.goes_to(f"{case}/contacts/new")
    amara.writes("Once is enough.", at="What matters, in their words")
    amara.ticks("On the phone", "Not asked")
    amara.page.locator("[name=outcome][value=reached]").check()
    amara.page.get_by_role("button", name="Keep", exact=True).dblclick()
    amara.reads("Afterwards: what was it about, and what changed?")

    gp.goes_to(referral)
    gp.writes("She likes to be rung after ten.", at="Say something to the link worker")
    gp.page.get_by_role("button", name="Say it").dblclick()
    gp.reads("She likes to be rung after ten.")
    amara.goes_to(case)
    assert amara.page.locator("ol.tl li", has_text="Conversation on the phone").count() == 1
    gp.goes_to(referral)
    assert gp.page.locator(".talk li", has_text="rung after ten").count() == 1
