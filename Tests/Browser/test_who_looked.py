"""Who has seen what is kept about somebody, and who is still signed in."""

from belong import SOMEONE
from people import COLLEAGUE, GP, LINK_WORKER
from ways import at_a_desk


@at_a_desk
def test_the_list_of_who_looked_prints_as_it_stands(comes, somebody):
    gp, amara = comes(GP), comes(LINK_WORKER)
    referral = gp.refers(somebody)
    comes(COLLEAGUE).goes_to(referral)
    amara.takes_on(referral)

    amara.follows("Who looked")
    amara.reads(f"Who looked at what is kept about {somebody.name}")
    amara.finds_it_in_order("looked")
    for who in ["Dr Nisha Patel", "Sam Whitaker", "Amara Okafor"]:
        amara.reads(who)

    amara.page.emulate_media(media="print")
    assert amara.page.locator("table").is_visible()
    for screen_only in ["header.top", ".foot"]:
        assert not amara.page.locator(screen_only).is_visible()
    amara.finds_it_in_order("looked-print")


def test_signing_out_everywhere_ends_the_browser_that_was_left_open(visit):
    left_open, here = visit("phone").signs_in(), visit(javascript=False).signs_in()
    left_open.goes_to("/me")
    left_open.reads("Signed in elsewhere?")
    here.goes_to("/me")
    left_open.finds_it_in_order("sign-out-everywhere")

    here.presses("Sign out everywhere")
    here.reads("Sign in")

    left_open.goes_to("/community")
    assert left_open.path == "/signing-in"
    assert SOMEONE not in left_open.page.content()
