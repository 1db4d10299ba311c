"""Somebody would rather that nobody is told how it goes."""

from people import GP, LINK_WORKER
from ways import at_a_desk


@at_a_desk
def test_nothing_is_told_where_the_person_said_no(comes, somebody):
    gp, amara = comes(GP), comes(LINK_WORKER)
    referral = gp.refers(somebody)
    case = amara.takes_on(referral)
    amara.notes("That is between you and me.", on=case)

    amara.goes_to(f"{case}/news")
    amara.reads("Not asked yet.")
    amara.finds_it_in_order("unwanted-asked")
    amara.presses("They said no")
    amara.reads("Nothing is told.")
    assert amara.page.get_by_role("button", name="Send", exact=True).count() == 0
    amara.finds_it_in_order("unwanted")
    amara.goes_to(case)
    amara.reads("Whoever referred them hears how it goes")
    amara.reads("no, ")

    gp.goes_to("/news")
    gp.does_not_read(somebody.listed)
    gp.goes_to(referral)
    gp.does_not_read("between you and me")
    gp.does_not_read("What matters")
