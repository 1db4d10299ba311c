"""Being there without a plan, and noticing what changes."""

from people import GP, LINK_WORKER


def test_listening_alone_is_held_and_what_changes_is_noticed(comes, somebody):
    amara = comes(LINK_WORKER)
    case = amara.takes_on(comes(GP).refers(somebody))
    amara.notes("Just let me talk. I do not want to join anything.", on=case)

    # A sign of change, noticed at this conversation.
    amara.ticks("Bereavement", "slept better")
    amara.writes("she laughed about the parrot", at="Another sign, in your words or theirs")
    amara.finds_it_in_order("listening-afterwards")
    amara.reaches_everything_by_keyboard()
    amara.presses("Keep")
    amara.reads("The story so far")
    amara.reads("slept better")

    # And one they told of themselves, in between.
    amara.unfolds("Note it")
    amara.picks("left the house", at="What changed")
    amara.writes("as far as the canal", at="In your own words, or theirs")
    amara.ticks("They said so themselves")
    amara.finds_it_in_order("listening-a-sign")
    amara.page.locator("section.card", has_text="A sign of change?").get_by_role("button", name="Keep").click()
    amara.reads("They noticed a change")
    amara.reads("as far as the canal")

    # Nothing needs doing: she is there, and nobody is pressed to close.
    amara.unfolds("Just be there for now")
    amara.writes("A call on Thursdays, until the anniversary is over", at="What are you holding?")
    amara.presses("Hold")
    amara.reads("There is no hurry to close.")
    amara.reads("None yet. Listening can be all that is needed.")
    amara.finds_it_in_order("listening-held")
    amara.goes_to("/people")
    amara.reads("Holding")
    amara.finds_it_in_order("listening-people")

    amara.goes_to(case)
    amara.presses("Going on again")
    amara.does_not_read("There is no hurry to close.")
    amara.reads("Just be there for now")
