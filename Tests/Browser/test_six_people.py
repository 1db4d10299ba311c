"""A whole day with six people, on a phone: what it costs to write it down, and nothing typed twice.

Journeys 5.4: somebody is met for the first time, somebody rung again, somebody did not come, somebody is gone along
with, somebody is introduced, and of somebody the GP hears. Clicks and words are counted, never seconds.
"""

from datetime import date

from counting import Counting
from people import GP, LINK_WORKER

MOST_CLICKS, MOST_WORDS = 35, 60
FIRST = "“I would like to cook for somebody again.” Evenings are the worst, and Sundays."


def plans(visitor, case, kind, begins, until, place):
    """It stood in her diary before the day began."""
    visitor.goes_to(f"/diary/new?day={date.today()}&case={case}")
    visitor.ticks(kind)
    visitor.writes(begins, at="From")
    visitor.writes(until, at="Until")
    visitor.writes(place, at="What the front desk may read")
    visitor.presses("Put it in the diary")
    if visitor.page.get_by_label("Yes, both at the same time").count():
        visitor.ticks("Yes, both at the same time")
        visitor.presses("Put it in the diary")


def opens_her_page(hand, somebody):
    """By name, among the people she works with."""
    hand.visitor.goes_to("/people")
    hand.types(somebody.family, at="Find someone by name")
    hand.presses("Find")
    hand.clicks_on(hand.page.get_by_role("link", name=somebody.name, exact=True).first)


def test_a_day_of_six_people_is_written_down_in_few_clicks_and_words(as_member, crowd):
    amara, gp = as_member(LINK_WORKER, size="phone"), as_member(GP, javascript=False)
    new, again, missed, along, introduced, heard = [next(crowd) for _ in range(6)]
    cases = {who: amara.takes_on(gp.refers(who)) for who in [new, again, missed, along, introduced, heard]}
    plans(amara, cases[missed].split("/")[-1], "At the practice", "00:15", "00:30", "")
    plans(amara, cases[along].split("/")[-1], "Going along with them", "00:30", "00:45", "the leisure centre")
    amara.notes(FIRST, on=cases[heard])
    amara.goes_to(f"{cases[heard]}/news")
    amara.presses("They said yes")
    hand = Counting(amara)

    # Somebody is met for the first time.
    opens_her_page(hand, new)
    hand.clicks_on(amara.page.get_by_role("link", name="Before you ring"))
    hand.clicks_on(amara.page.get_by_role("link", name="Write down what happened"))
    hand.ticks("Yes")
    hand.types(FIRST, at="What matters, in their words")
    hand.types("His daughter rings on Sundays.", at="What helps")
    hand.ticks("On the phone")
    hand.clicks_on(amara.page.locator("[name=outcome][value=reached]"))
    hand.presses("Keep")
    hand.ticks("asked for help")
    hand.presses("Keep")

    # Somebody is rung again.
    opens_her_page(hand, again)
    hand.clicks_on(amara.page.get_by_role("link", name="Add what happened"))
    hand.ticks("Not asked")
    hand.types("The council wrote back. We rang them together, and it is settled.", at="Anything else")
    hand.ticks("On the phone")
    hand.clicks_on(amara.page.locator("[name=outcome][value=reached]"))
    hand.presses("Keep")

    # Somebody did not come.
    amara.goes_to("/today")
    hand.clicks_on(amara.page.locator("main").get_by_role("link", name=missed.listed).first)
    hand.types("Rang once", at="What you tried")
    hand.types("Ring on Thursday", at="What next")
    hand.presses("They did not come")

    # Somebody is gone along with.
    amara.goes_to("/today")
    hand.clicks_on(amara.page.locator("main").get_by_role("link", name=along.listed).first)
    hand.clicks_on(amara.page.get_by_role("link", name="Write down what happened"))
    hand.types("He stayed for tea and gave somebody his number.", at="Anything else")
    hand.clicks_on(amara.page.locator("[name=outcome][value=reached]"))
    if amara.page.locator("[name=knewWhy]").count():
        hand.ticks("Not asked")
    assert amara.page.get_by_label("I went along with them").is_checked()
    hand.presses("Keep")

    # Somebody is introduced to a group.
    group = amara.finds_group("Coppice Library")
    amara.goes_to(f"{cases[introduced]}/introductions/new?activity={group}")
    hand.ticks(f"First name: {introduced.given}")
    hand.presses("Show what would go")
    hand.clicks_on(amara.page.locator("[name=agreed][value=phone]"))
    hand.presses("They said yes: introduce them")

    # The GP hears of somebody: the draft has their words already.
    opens_her_page(hand, heard)
    hand.clicks_on(amara.page.get_by_role("link", name="Tell the referrer"))
    assert "I would like to cook for somebody again." in amara.page.get_by_label("The words").input_value()
    hand.presses("Send")
    amara.reads("Told before")

    assert hand.clicks <= MOST_CLICKS, f"{hand.clicks} clicks"
    assert hand.words <= MOST_WORDS, f"{hand.words} words"
