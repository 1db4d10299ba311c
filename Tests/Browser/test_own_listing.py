"""A group puts right what people read of it; link workers read who is worth a call."""

from people import LINK_WORKER

COORDINATOR, NETWORK_LEAD = "walter@belong.example", "michael@belong.example"
GROUP = "Sporting Memories"


def test_a_group_puts_right_what_people_read_of_it(comes):
    walter = comes(COORDINATOR)
    walter.goes_to("/welcome")
    walter.finds_it_in_order("groups-welcome")
    walter.page.get_by_role("link", name=f"What people read {GROUP}").first.click()
    walter.reads(f"What people read of {GROUP}")
    walter.finds_it_in_order("groups-listing")
    walter.reaches_everything_by_keyboard()

    walter.writes("ring Jean", at="Telephone")
    walter.writes("M33", at="Postcode")
    walter.presses("Put it right")
    walter.reads("2 things to put right")
    walter.finds_it_in_order("groups-listing-problems")
    walter.writes("0161 496 0123", at="Telephone")
    walter.writes("M33 7ZF", at="Postcode")
    walter.writes("Thursdays 2-4pm", at="When")
    walter.presses("Put it right")
    walter.reads("Thursdays, 14:00 to 16:00")
    walter.reads("Put right by the group: Walter Pimblott, today")
    walter.reads("0161 496 0123")
    walter.finds_it_in_order("groups-activity")

    walter.goes_to("/welcome/year")
    walter.reads("What we gave this year")
    walter.finds_it_in_order("groups-year")


def test_link_workers_read_who_is_worth_a_call_and_what_may_stop(comes):
    amara = comes(LINK_WORKER)
    amara.goes_to("/calls")
    amara.reads("Nobody has confirmed this for 5 months")
    amara.finds_it_in_order("groups-calls")
    amara.goes_to("/introductions")
    amara.reads("They might have to stop")
    amara.finds_it_in_order("groups-introductions")
    amara.follows("What is alike, near it")
    amara.reads("Who goes there")
    amara.finds_it_in_order("groups-instead")


def test_what_is_not_there_is_noted_and_read_by_the_network_lead(comes):
    amara = comes(LINK_WORKER)
    amara.goes_to("/community?q=glassblowing+near+M33")
    amara.finds_it_in_order("groups-missing")
    amara.presses("It is not there: note that")
    amara.reads("Noted as missing, without anybody’s name.")

    michael = comes(NETWORK_LEAD)
    michael.goes_to("/gaps")
    michael.reads("fewer than five")
    michael.finds_it_in_order("groups-gaps")
