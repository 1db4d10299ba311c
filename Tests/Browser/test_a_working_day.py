"""A link worker's day: planned, seen in the morning, known at the front desk, and one who did not come."""

from datetime import date

from people import GP, LINK_WORKER

RECEPTION = "bev@belong.example"
PLACE = "the library in the square"


def test_a_day_is_planned_and_the_front_desk_knows_where_she_is(comes, somebody):
    amara = comes(LINK_WORKER)
    case = amara.takes_on(comes(GP).refers(somebody)).split("/")[-1]

    # She plans to go along with somebody today, and means it though something is there.
    amara.goes_to(f"/diary/new?day={date.today()}&case={case}")
    amara.finds_it_in_order("planning")
    amara.ticks("Going along with them")
    amara.writes("00:01", at="From")
    amara.writes("23:58", at="Until")
    amara.writes(PLACE, at="What the front desk may read")
    amara.writes("The knitting group, upstairs", at="What only you read")
    amara.presses("Put it in the diary")
    if amara.page.get_by_label("Yes, both at the same time").count():
        amara.finds_it_in_order("two-at-once")
        amara.ticks("Yes, both at the same time")
        amara.presses("Put it in the diary")
    amara.finds_it_in_order("week")

    # In the morning it is the first thing she sees.
    amara.goes_to("/")
    assert amara.path == "/today"
    amara.reads(somebody.listed)
    amara.reads("The knitting group, upstairs")
    amara.reads("no voicemail")
    amara.finds_it_in_order("today")
    amara.goes_to("/today/sheet")
    amara.reads(somebody.listed)
    amara.finds_it_in_order("day-sheet")

    # The front desk reads where she is on its first page, and nothing that tells with whom.
    bev = comes(RECEPTION)
    bev.goes_to("/")
    assert bev.path == "/front-desk"
    bev.reads("planned, part of the job")
    bev.does_not_read(somebody.listed)
    bev.does_not_read("knitting")
    bev.finds_it_in_order("front-desk")
    bev.writes(somebody.family, at="Their surname")
    bev.presses("What may I say?")
    bev.does_not_read(somebody.given)
    bev.finds_it_in_order("caller")

    # They did not come: what was tried, and what next.
    amara.goes_to("/today")
    amara.follows(somebody.listed)
    amara.presses("They did not come")
    amara.reads("Say what you do next: nobody is forgotten")
    amara.writes("Rang once", at="What you tried")
    amara.writes("Ring on Thursday", at="What next")
    amara.presses("They did not come")
    amara.reads("they did not come")
    amara.finds_it_in_order("missed")
    amara.goes_to(f"/cases/{case}")
    amara.reads("Ring on Thursday")
