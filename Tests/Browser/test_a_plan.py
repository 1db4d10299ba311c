"""What somebody wants, in their words, and what becomes of it over the weeks."""

from playwright.sync_api import expect

from people import GP, LINK_WORKER


def test_a_plan_grows_with_the_person_and_its_first_version_stays(comes, somebody):
    gp, amara = comes(GP), comes(LINK_WORKER)
    case = amara.takes_on(gp.refers(somebody))
    amara.notes("I used to cook for twelve. I want to cook for somebody again.", on=case)

    # At the first conversation: one goal in her words, two steps.
    amara.follows("Revise the plan")
    amara.finds_it_in_order("plan-blank")
    amara.writes("Go and see the Friday kitchen", at="Step")
    amara.presses("Keep this plan")
    amara.reads("Say which goal these steps are for")
    amara.finds_it_in_order("plan-without-a-goal")
    amara.writes("Cook for somebody again", at="Goal")
    amara.writes(f"{somebody.given}, with Amara the first time", at="Who")
    amara.presses("More room")
    amara.page.get_by_label("Step", exact=True).nth(1).fill("Find the bus pass")
    amara.page.get_by_label("Where it stands", exact=True).nth(1).select_option(label="waiting")
    amara.finds_it_in_order("plan-more-room")
    amara.reaches_everything_by_keyboard()
    amara.presses("Keep this plan")
    amara.reads("The story so far")
    amara.reads(f"{somebody.given}'s goal")

    # At a later one: a step is done, another let go, and why.
    amara.notes("The bus pass came. Fridays are too loud for me.", on=case)
    amara.follows("Revise the plan")
    amara.page.get_by_label("Where it stands", exact=True).nth(0).select_option(label="let go")
    amara.page.get_by_label("Where it stands", exact=True).nth(1).select_option(label="done")
    amara.page.get_by_label("Note", exact=True).nth(1).fill("came on Monday")
    amara.writes("Fridays are too loud. A smaller table.", at="What changed, and why, if you like")
    amara.presses("Keep this plan")
    amara.reads("Revised the plan")
    amara.finds_it_in_order("plan-on-their-page")

    # The earlier one can be read, and what changed since.
    amara.follows("Earlier versions")
    amara.reads("Fridays are too loud. A smaller table.")
    amara.reads("Find the bus pass: done, was waiting; “came on Monday”")
    amara.reads("Go and see the Friday kitchen: let go, was to do")
    assert amara.page.locator("main section").count() == 2
    expect(amara.page.locator("main section").last).to_contain_text("waiting")
    amara.finds_it_in_order("plan-versions")
