"""Back, and sent again; too late; and what was typed, always still there."""

from people import GP, LINK_WORKER

WORDS = "She likes to be rung after ten."


def says(visitor, words):
    visitor.writes(words, at="Say something to the link worker")
    visitor.presses("Say it")
    visitor.page.wait_for_load_state()


def test_what_was_sent_and_is_sent_again_from_the_page_before_is_done_once(as_member, somebody):
    gp = as_member(GP, size="phone")
    referral = gp.refers(somebody)
    said = gp.page.locator(".talk li", has_text=WORDS)
    says(gp, WORDS)
    assert said.count() == 1

    gp.page.go_back()
    says(gp, WORDS)
    gp.goes_to(referral)
    assert said.count() == 1

    # Other words from that page are another sending, and the same words once more from a new page are meant.
    gp.page.go_back()
    says(gp, "And never on Fridays.")
    gp.reads("And never on Fridays.")
    says(gp, WORDS)
    gp.goes_to(referral)
    assert said.count() == 2


def test_a_referral_sent_again_from_the_page_before_is_the_same_referral(as_member, somebody):
    gp = as_member(GP)
    gp.goes_to("/referrals/new")

    def sends():
        gp.describes(somebody)
        gp.writes("Sent, and sent again.", at="In a sentence or two")
        gp.ticks("Lonely or isolated", "Text or call, in plain words", "Nothing known")
        gp.presses("Send referral")
        gp.reads("What happens now")
        return gp.path

    first = sends()
    gp.page.go_back()
    assert sends() == first


def test_what_could_not_be_taken_is_there_to_be_sent_again_or_copied(comes, as_member, somebody):
    gp, amara = comes(GP), comes(LINK_WORKER)
    referral = gp.refers(somebody)
    amara.goes_to(referral)
    as_member("sam@belong.example", javascript=False).takes_on(referral)

    amara.unfolds("Decline, with a reason")
    amara.writes("The carers' centre\ndoes this better.", at="A line for the referrer")
    amara.presses("Decline")
    amara.reads("This referral is no longer waiting.")
    amara.reads("Nothing of it was done. What you wrote is still here")
    assert amara.page.get_by_label("What you wrote").input_value() == "The carers' centre\ndoes this better."
    assert "carers" not in amara.page.url
    amara.finds_it_in_order("unsent")
    amara.reaches_everything_by_keyboard()
    # Sent again as it stands it is refused again, by the same rule; nothing typed is lost.
    amara.presses("Send it again")
    amara.reads("This referral is no longer waiting.")
    assert "does this better." in amara.page.get_by_label("What you wrote").input_value()
