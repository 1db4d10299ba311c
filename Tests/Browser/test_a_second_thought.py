"""Somebody says no to being rung, sleeps on it, and says yes."""

from people import GP, LINK_WORKER


def test_a_no_can_be_taken_back_and_both_are_read(comes, somebody):
    gp, person, amara = comes(GP), comes(), comes(LINK_WORKER)
    referral = gp.refers(somebody)
    person.opens_the_letter(somebody.phone, found_by=gp)
    person.ticks("No, thank you")
    person.writes("Not now.", at="When is good, or anything they should know")
    person.presses("Send")
    person.reads("You said: No, thank you. You can change your mind here.")
    person.finds_it_in_order("second-thought-no")
    person.reaches_everything_by_keyboard()

    person.ticks("Yes, that is fine", "On a walk")
    person.writes("My daughter thinks I should.", at="When is good, or anything they should know")
    person.presses("Send")
    person.reads("You said: Yes, that is fine.")

    amara.goes_to("/waiting")
    assert "said no first" in amara.page.locator("li.row", has_text=somebody.listed).inner_text()
    amara.goes_to(referral)
    amara.reads("they thought again")
    amara.reads("My daughter thinks I should.")
    amara.finds_it_in_order("second-thought-yes")
    amara.takes_on(referral)


def test_what_was_chosen_stays_when_yes_or_no_is_forgotten(comes, somebody):
    gp, person = comes(GP), comes()
    gp.refers(somebody)
    person.opens_the_letter(somebody.phone, found_by=gp)
    person.ticks("On a walk", "By video")
    person.writes("After four", at="When is good, or anything they should know")
    person.presses("Send")
    person.reads("Choose yes, no or another time")
    person.finds_it_in_order("second-thought-forgotten")
    assert person.page.get_by_label("On a walk").is_checked()
    assert person.page.get_by_label("By video").is_checked()
    assert person.page.get_by_label("When is good").input_value() == "After four"
