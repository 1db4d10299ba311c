"""A link worker was offered, and the person said: not today."""

from uuid import uuid4

from people import GP


def test_offered_and_said_no_today_comes_back_when_it_is_time(comes, belong):
    words = f"The lady with the tandem {uuid4().hex[:6]}"
    gp = comes(GP)
    gp.goes_to("/desk")
    gp.writes(words, at="A word for yourself")
    gp.picks("In 4 weeks", at="Ask again")
    gp.finds_it_in_order("offer-noted")
    gp.reaches_everything_by_keyboard()
    gp.presses("Note it")
    gp.page.wait_for_load_state()
    gp.goes_to("/desk")
    gp.does_not_read(words)

    belong.lets_days_pass(28, "declined_offer", "remind_on", "person_words", words)
    gp.goes_to("/desk")
    gp.reads("To ask again")
    gp.reads(words)
    gp.finds_it_in_order("offer-to-ask-again")

    # Whoever says yes this time is one click from the form, with the word in it.
    gp.page.locator("li.row", has_text=words).get_by_role("link", name="Refer them").click()
    assert gp.page.get_by_label("In a sentence or two").input_value() == words
    gp.goes_to("/desk")
    gp.page.locator("li.row", has_text=words).get_by_role("button", name="Asked").click()
    gp.page.wait_for_load_state()
    gp.goes_to("/desk")
    gp.does_not_read(words)
