"""A visit alone: a colleague is named to look out, and one tap says that they are out."""

from datetime import date

from counting import Counting
from people import GP, LINK_WORKER


def test_a_link_worker_says_in_two_taps_that_they_are_out(comes, somebody):
    amara = comes(LINK_WORKER)
    case = amara.takes_on(comes(GP).refers(somebody)).split("/")[-1]
    amara.goes_to(f"/diary/new?day={date.today()}&case={case}")
    amara.ticks("Visit at home")
    amara.writes("00:02", at="From")
    amara.writes("23:57", at="Until")
    amara.writes("The blue door", at="What only you read")
    amara.presses("Put it in the diary")
    if amara.page.get_by_label("Yes, both at the same time").count():
        amara.ticks("Yes, both at the same time")
        amara.presses("Put it in the diary")

    # The note on risk first, then whoever looks out.
    amara.goes_to("/today")
    amara.page.get_by_role("link", name="Going alone: nobody looks out for you yet").first.click()
    amara.reads("Who looks out for you")
    amara.finds_it_in_order("going-alone")
    amara.presses("Keep")
    amara.reads("Read what a visitor should know, and say that you have")
    amara.ticks("I have read it, above")
    amara.page.get_by_label("Your buddy").select_option(label="Sam Whitaker")
    amara.presses("Keep")
    amara.reads("I am out and safe")
    link = amara.page.url

    # On a phone, from the link in the text: open it, and one press.
    amara.page.set_viewport_size({"width": 400, "height": 800})
    amara.finds_it_in_order("on-a-visit")
    taps = Counting(amara)
    taps.clicks += 1
    amara.page.goto(link)
    taps.presses("I am out and safe")
    amara.reads("Out and safe")
    assert taps.clicks == 2 and taps.fields == 0
