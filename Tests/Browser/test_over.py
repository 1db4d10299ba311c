"""A link that is over still answers kindly."""

from people import GP, LINK_WORKER, PRACTICE


def test_an_invitation_that_was_declined_says_whom_to_ring(comes, somebody):
    gp, amara, person = comes(GP), comes(LINK_WORKER), comes()
    referral = gp.refers(somebody)
    person.opens_the_letter(somebody.phone, found_by=gp)
    link = person.path
    amara.goes_to(referral)
    amara.unfolds("Decline, with a reason")
    amara.writes("The carers' centre does this better.", at="A line for the referrer")
    amara.presses("Decline")
    amara.page.wait_for_url("**/waiting")

    assert person.goes_to(link).status == 410
    person.reads("This link has come to its end")
    person.reads("could not take this on, and that is nothing to do with you")
    person.reads(f"To talk to someone, ring {PRACTICE} on")
    person.does_not_read(somebody.given)
    person.finds_it_in_order("link-over")
    person.follows("Ask for a link worker")
    person.reads("A link worker has time to listen")
