"""A referral that is not simply taken on: asked about, passed on, declined."""

from people import COLLEAGUE, GP, LINK_WORKER
from ways import at_a_desk


def test_a_decline_says_why_and_the_referrer_reads_it(comes, somebody):
    gp, amara = comes(GP), comes(LINK_WORKER)
    referral = gp.refers(somebody, "Palpitations at night, not seen about them yet. Lonely too.")

    amara.goes_to("/waiting")
    amara.page.locator("li.row", has_text=somebody.listed).get_by_role("link", name="Open").first.click()
    amara.unfolds("Decline, with a reason")
    amara.picks("Needs a clinician first", at="Why?")
    amara.writes("Could you see her about her heart first? Then send her back to me.", at="A line for the referrer")
    amara.finds_it_in_order("decline-form")
    amara.reaches_everything_by_keyboard()
    amara.presses("Decline")
    amara.reads("Who is waiting")
    amara.does_not_read(somebody.listed)

    gp.goes_to(referral)
    gp.reads("needs a clinician first")
    gp.reads("Could you see her about her heart first?")
    gp.finds_it_in_order("decline-read")


def test_the_referrer_is_asked_and_answers_in_one_thread(comes, somebody):
    gp, amara = comes(GP), comes(LINK_WORKER)
    referral = gp.refers(somebody)

    amara.goes_to(referral)
    amara.writes("Does she hear well enough for the phone?", at="Ask or tell the referrer")
    amara.presses("Say it")
    amara.reads("Does she hear well enough for the phone?")

    gp.goes_to(referral)
    gp.reads("Does she hear well enough for the phone?")
    gp.writes("Left ear only. Ring twice.", at="Say something to the link worker")
    gp.finds_it_in_order("thread-referrer")
    gp.reaches_everything_by_keyboard()
    gp.presses("Say it")
    gp.reads("Left ear only. Ring twice.")

    amara.goes_to(referral)
    amara.reads("Left ear only. Ring twice.")
    amara.finds_it_in_order("thread-link-worker")


@at_a_desk
def test_a_referral_is_passed_to_a_colleague_who_signs(comes, somebody):
    gp, amara, sam = comes(GP), comes(LINK_WORKER), comes(COLLEAGUE)
    referral = gp.refers(somebody, "Deaf since birth. Wants to talk, with her hands.")

    amara.goes_to(referral)
    amara.unfolds("Pass to a colleague")
    signs = amara.page.locator("option", has_text="Sam Whitaker").inner_text()
    assert "British Sign Language" in signs
    amara.picks(signs, at="To whom?")
    amara.writes("You sign and I do not.", at="Why them?")
    amara.finds_it_in_order("passing-form")
    amara.reaches_everything_by_keyboard()
    amara.presses("Pass on")
    amara.reads("Who is waiting")

    sam.goes_to("/waiting")
    mine = sam.page.locator("section.card", has_text="Passed to you")
    sam.finds_it_in_order("passing-waiting")
    mine.locator("li", has_text=somebody.listed).get_by_role("link", name="Open").click()
    sam.reads("You sign and I do not.")
    sam.finds_it_in_order("passing-read")
    sam.presses("Accept")
    sam.reads("The story so far")
