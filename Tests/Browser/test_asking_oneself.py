"""Somebody asks for a link worker without anybody sending them."""

from people import LINK_WORKER, PRACTICE


def test_asking_for_oneself_says_everything_at_once_and_is_heard(comes, somebody):
    person = comes()
    person.goes_to("/ask")
    person.finds_it_in_order("ask")
    person.reaches_everything_by_keyboard()

    # A first try with nearly everything missing: all of it is said, nothing typed is lost.
    person.writes(somebody.given, at="First name")
    person.unfolds("Your NHS number")
    person.writes("999 000 0000", at="NHS number, if you know it")
    person.writes("I walk the dog I no longer have.", at="In your own words")
    person.ticks("Bereavement", "Letter")
    person.presses("Send")
    for words in [
        "Enter your family name",
        "That is not an NHS number. Check its ten digits, or leave it out",
        "Enter the address for the letter",
        "Answer this, even if there is nothing to know",
    ]:
        person.reads(words)
    assert person.page.get_by_label("First name", exact=True).input_value() == somebody.given
    assert person.page.get_by_label("In your own words").input_value() == "I walk the dog I no longer have."
    assert person.page.get_by_label("Bereavement").is_checked()
    person.finds_it_in_order("ask-again")

    person.writes(somebody.family, at="Family name")
    person.writes(somebody.nhs_number, at="NHS number, if you know it")
    person.writes("7 Poplar Grove, Sale", at="Address, if you would like a letter")
    person.picks(PRACTICE, at="Your surgery")
    person.ticks("No, plain words are fine", "Nothing I can think of")
    person.presses("Send")
    person.reads("Thank you. Somebody will be in touch")
    person.finds_it_in_order("asked")

    amara = comes(LINK_WORKER)
    amara.goes_to("/waiting")
    waiting = amara.page.locator("li.row", has_text=somebody.listed)
    assert "I walk the dog I no longer have." in waiting.inner_text()
    assert f"asked for themselves, {PRACTICE}" in waiting.inner_text()
    amara.finds_it_in_order("ask-waiting")
    waiting.get_by_role("link", name="Open").click()
    amara.reads("Asked for themselves")
    amara.finds_it_in_order("ask-referral")
