"""The end in the person's terms, the way back, and coming back."""

from people import GP, LINK_WORKER, PRACTICE
from ways import at_a_desk


def test_it_did_not_help_is_said_and_the_story_is_there_when_they_come_back(comes, somebody):
    amara = comes(LINK_WORKER)
    case = amara.takes_on(comes(GP).refers(somebody, "Damp flat, third winter. Wants out."))
    amara.notes("A flat where the wall is dry.", on=case)
    amara.follows("Revise the plan")
    amara.writes("A dry wall", at="Goal")
    amara.writes("Ask the landlord again", at="Step")
    amara.writes("Amara", at="Who")
    amara.presses("Keep this plan")
    amara.reads("A dry wall")

    # An end that did not help says what got in the way.
    amara.follows("Close, or not")
    amara.reads("you can hold instead")
    amara.finds_it_in_order("ending-form")
    amara.reaches_everything_by_keyboard()
    amara.ticks("It did not help, because…", "Send it to them by text")
    amara.presses("Close")
    amara.reads("Say what got in the way. It is as worth knowing as success")
    amara.finds_it_in_order("ending-because")
    amara.writes("There was no flat. I asked three times.", at="In their words, or yours")
    amara.presses("Close")
    amara.reads("This case is closed.")
    amara.reads("Closed: it did not help")
    amara.reads("There was no flat. I asked three times.")
    amara.finds_it_in_order("ending-closed")

    # Their own page says how to come back, and not a word of the notes.
    person = comes()
    person.opens_the_letter(somebody.phone, found_by=amara)
    person.reads(f"Your plan, {somebody.given}")
    person.reads("A dry wall")
    person.reads("If you want to come back")
    person.reads(f"Ring {PRACTICE}")
    person.does_not_read("Damp flat")
    person.does_not_read("There was no flat")
    person.finds_it_in_order("ending-own-page")

    # They do come back, to the same story.
    amara.goes_to(case)
    amara.follows("open it again")
    amara.finds_it_in_order("ending-coming-back")
    amara.writes("The landlord has written.", at="What brings them back?")
    amara.presses("Open it again")
    amara.reads("The landlord has written.")
    amara.reads("Closed: it did not help")
    amara.reads("A flat where the wall is dry.")
    amara.does_not_read("This case is closed.")
    amara.finds_it_in_order("ending-again")


@at_a_desk
def test_a_case_may_end_because_being_listened_to_was_enough(comes, somebody):
    amara = comes(LINK_WORKER)
    amara.takes_on(comes(GP).refers(somebody))

    amara.follows("Close, or not")
    amara.presses("Close")
    amara.reads("Say how it ended, as they would")
    amara.ticks("Being listened to was enough")
    amara.presses("Close")

    amara.reads("Closed: being listened to was enough")
    amara.goes_to("/people")
    amara.does_not_read(somebody.name)
    amara.goes_to(f"/people?name={somebody.family}")
    amara.reads(somebody.name)
    amara.shot("ending-found-again")
