"""Written once: a note, who reads it, what is made of it."""

from counting import Counting
from people import GP, LINK_WORKER


def test_a_note_is_written_once_and_serves_everyone_who_needs_it(comes, somebody):
    gp, amara = comes(GP), comes(LINK_WORKER)
    case = amara.takes_on(gp.refers(somebody))

    amara.follows("Write a note")
    amara.reads("Nobody else here: not whoever covers for you, not your supervisor.")
    amara.finds_it_in_order("note-form")
    counted = Counting(amara)
    counted.types("She sang at the sink. The damp is worse.", at="In whatever words come")
    counted.ticks("The practice’s clinicians too")
    counted.presses("Keep")
    assert (counted.fields, counted.clicks) == (1, 2)
    amara.reads(f"A note about {somebody.listed}")

    # Tagged after, by her: what is suggested is not done by itself.
    assert amara.page.locator(".tag.leaf").count() == 0
    amara.presses("Tag it: Housing")
    amara.reads("Housing")
    amara.finds_it_in_order("note")
    note = amara.path

    # The news and the codes begin with what is there.
    amara.follows("News for whoever referred them")
    assert amara.page.get_by_label("The words", exact=True).input_value().startswith("She sang at the sink.")
    amara.goes_to(note)
    amara.follows("The codes for their record")
    amara.finds_it_in_order("codes")
    amara.presses("I have checked these")
    amara.reads("The same as a file, for the practice’s system")

    # The GP reads it where the news is, and she sees that it was read.
    gp.goes_to("/news")
    gp.follows("Notes for the practice")
    gp.finds_it_in_order("practice-notes")
    gp.page.get_by_role("link", name=somebody.listed).first.click()
    gp.reads("She sang at the sink.")
    gp.finds_it_in_order("practice-note")
    amara.goes_to(note)
    amara.reads("Read by Dr")
    amara.goes_to(case)
    amara.reads("She sang at the sink.")
