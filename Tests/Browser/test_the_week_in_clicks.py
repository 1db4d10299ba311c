"""The budgets of a week (journeys 5.2 to 5.5), counted in clicks and never in seconds."""

from datetime import date, timedelta

from counting import Counting
from people import COLLEAGUE, GP, LINK_WORKER
from ways import at_a_desk

RECEPTION, MANAGER, SUPERVISOR = "bev@belong.example", "kath@belong.example", "ruth@belong.example"


@at_a_desk
def test_where_is_she_takes_no_click_and_what_may_be_said_takes_one(comes, somebody):
    """5.2: nought and two. Then another time for the call, in two from the first question."""
    amara = comes(LINK_WORKER)
    amara.takes_on(comes(GP).refers(somebody))

    bev = Counting(comes(RECEPTION))
    bev.visitor.goes_to("/")
    bev.visitor.reads("Where is everybody?")
    bev.visitor.reads("Amara Okafor")
    assert bev.clicks == 0

    bev.types(somebody.family, at="Their surname")
    bev.types(somebody.born, at="Date of birth, if two share a name")
    bev.presses("What may I say?")
    bev.visitor.reads("yes, known. You can say:")
    bev.visitor.finds_it_in_order("caller")
    bev.clicks_on(bev.page.locator("form[action='/front-desk/rebooking'] button").first)
    bev.visitor.reads("Done. Amara Okafor rings on")
    assert bev.clicks == 2


@at_a_desk
def test_a_supervisor_knows_whom_to_speak_with_without_a_click(comes):
    """5.5: nought."""
    ruth = Counting(comes(SUPERVISOR))
    ruth.visitor.goes_to("/")
    ruth.visitor.reads("Whom have I not spoken with?")
    ruth.visitor.reads("takes no new people until")
    ruth.visitor.finds_it_in_order("not-spoken")
    assert ruth.clicks == 0


@at_a_desk
def test_one_s_people_are_filtered_and_all_of_them_again_in_a_click(comes, somebody):
    amara = comes(LINK_WORKER)
    amara.takes_on(comes(GP).refers(somebody))
    hand = Counting(amara)
    amara.goes_to("/people")
    amara.finds_it_in_order("people")
    amara.picks("Quiet", at="What they need next")
    hand.presses("See only these")
    amara.reads("You see only: Quiet.")
    amara.finds_it_in_order("people-filtered")
    amara.goes_to("/today")
    amara.goes_to("/people")
    amara.reads("You see only: Quiet.")
    hand.clicks_on(amara.page.locator("form[action='/people/filter/end'] button"))
    amara.does_not_read("You see only")
    assert hand.clicks == 2

    amara.goes_to("/people/several")
    amara.finds_it_in_order("several")
    amara.presses("Do it for all of them")
    amara.reads("Say what you would like to do")
    amara.finds_it_in_order("several-problems")


@at_a_desk
def test_five_days_without_new_people_take_one_click_and_no_reason(comes):
    """5.4: a quiet button; the desk and the form say who takes people meanwhile."""
    gwen = Counting(comes("gwen@belong.example"))
    gwen.visitor.goes_to("/breathing-space")
    gwen.visitor.finds_it_in_order("breathing-space")
    gwen.presses("Pause new referrals for 5 days")
    gwen.visitor.reads("You take no new referrals until")
    assert gwen.clicks == 1
    gwen.presses("Take new people again")
    gwen.visitor.reads("Pause new referrals for 5 days")


@at_a_desk
def test_more_than_agreed_is_answered_in_words_and_with_a_day(comes, somebody):
    amara = comes(LINK_WORKER)
    amara.goes_to("/load")
    amara.finds_it_in_order("load")
    kath = Counting(comes(MANAGER))
    kath.visitor.goes_to("/load")
    kath.visitor.reads("Amara Okafor")
    kath.visitor.finds_it_in_order("load-manager")
    kath.types("Nobody new from us before Christmas.", at="What will be done")
    kath.types(str(date.today() + timedelta(days=20)), at="By when")
    kath.presses("Answer")
    kath.visitor.reads("Nobody new from us before Christmas.")
    assert kath.clicks == 1 and kath.fields == 2
    amara.goes_to("/load")
    amara.reads("Nobody new from us before Christmas.")


@at_a_desk
def test_peers_and_the_team_are_found_by_what_they_know(comes):
    sam = comes(COLLEAGUE)
    sam.goes_to("/team?q=drugs+and+alcohol")
    sam.reads("Imran Sheikh")
    sam.does_not_read("Gwen Pritchard")
    sam.finds_it_in_order("team")
    sam.goes_to("/peers?q=landlord")
    sam.reads("know-how")
    sam.finds_it_in_order("peers")
    sam.follows("Has anybody got a landlord to mend a lift? Somebody on the fourth floor has not been out since August.")
    sam.finds_it_in_order("peer-question")


@at_a_desk
def test_a_calendar_that_is_none_answers_kindly(comes):
    amara = comes(LINK_WORKER)
    amara.goes_to("/diary/calendar")
    amara.finds_it_in_order("calendar")
    amara.writes("https://127.0.0.1/secret.ics", at="Address of the calendar")
    amara.presses("Read it")
    amara.reads("lies inside this network")
    amara.finds_it_in_order("calendar-problems")


@at_a_desk
def test_what_was_planned_is_offered_when_a_case_is_closed(comes, somebody):
    amara = comes(LINK_WORKER)
    case = amara.takes_on(comes(GP).refers(somebody))
    amara.goes_to(f"/diary/new?day={date.today() + timedelta(days=5)}&case={case.split('/')[-1]}")
    amara.ticks("Phone call")
    amara.writes("07:00", at="From")
    amara.writes("07:20", at="Until")
    amara.presses("Put it in the diary")
    amara.goes_to(f"{case}/planned")
    hand = Counting(amara)
    amara.finds_it_in_order("planned")
    hand.clicks_on(amara.page.locator("button[value=cancel]"))
    amara.goes_to(f"{case}/planned")
    amara.reads("Nothing is planned any more.")
    assert hand.clicks == 1
