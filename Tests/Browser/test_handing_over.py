"""A link worker gives somebody to a colleague; a manager sees to those somebody left."""

from people import COLLEAGUE, GP, LINK_WORKER, PRACTICE
from ways import at_a_desk

MANAGER = "kath@belong.example"


def test_a_colleague_takes_over_with_the_whole_story_and_the_person_hears_who_rings(comes, somebody):
    amara = comes(LINK_WORKER)
    case = amara.takes_on(comes(GP).refers(somebody))
    amara.notes("A bench with somebody on it.", on=case)

    # It is offered, with what is not in the story.
    amara.goes_to(case)
    amara.follows("Hand over to a colleague")
    amara.finds_it_in_order("handing-over")
    amara.presses("Offer it")
    amara.reads("Say in a line why you hand this over")
    amara.ticks("Sam Whitaker")
    amara.writes("I leave at the end of the month.", at="Why")
    amara.writes("Wait for the second answer.", at="What they need to know")
    amara.presses("Offer it")
    amara.reads("Offered to Sam Whitaker")

    # The colleague reads that much, and says yes.
    sam = comes(COLLEAGUE)
    sam.goes_to("/people")
    sam.reads("offered to you by a colleague")
    sam.goes_to("/hand-overs")
    sam.reads(somebody.listed)
    sam.reads("Wait for the second answer.")
    sam.does_not_read("A bench with somebody on it.")
    sam.finds_it_in_order("hand-overs")
    sam.presses(f"Take over {somebody.listed}")
    sam.reads("Sam Whitaker took over from Amara Okafor")
    sam.reads("A bench with somebody on it.")

    # Whoever had it reads it for a while, and changes nothing.
    amara.goes_to(case)
    amara.reads("You handed this over to Sam Whitaker.")
    amara.does_not_read("Add what happened")
    amara.finds_it_in_order("handed-over")


@at_a_desk
def test_those_somebody_left_are_given_to_a_link_worker_who_is_there(comes):
    kath = comes(MANAGER)
    kath.goes_to("/hand-overs")
    kath.reads(f"of Hilary Dunn, {PRACTICE}")
    kath.does_not_read("Frank")
    kath.finds_it_in_order("left")
    kath.presses("Give them")
    kath.reads("Choose who has them from now on")
    kath.finds_it_in_order("left-problems")
    kath.ticks(f"Sam Whitaker for Hilary Dunn, {PRACTICE}")
    kath.writes("Hilary has moved to Wales.", at="Why")
    kath.presses("Give them")
    kath.reads("Nobody. Everyone has somebody.")

    sam = comes(COLLEAGUE)
    sam.goes_to("/hand-overs")
    sam.reads("Hilary Dunn to you")
    sam.follows("Frank O.")
    sam.reads("Somebody to say the crossword answers out loud to.")
    sam.reads("Hilary has moved to Wales.")
