"""A few places to choose from together."""

from people import GP, LINK_WORKER


def test_a_few_places_go_to_the_person_by_message_and_on_paper(comes, somebody):
    amara = comes(LINK_WORKER)
    case = amara.takes_on(comes(GP).refers(somebody))
    amara.follows("Places they might like")
    amara.reads("Nothing is on the list yet.")
    amara.finds_it_in_order("shortlist-empty")

    for group in ["Coppice Library", "Sale Library"]:
        amara.goes_to(f"/community/{amara.finds_group(group)}/people")
        amara.page.locator("li", has_text=somebody.listed).get_by_role("button", name="Put on the list").click()
        amara.reads(f"Some places {somebody.given} might like")
    amara.reads("It goes by text, as a link that names no group.")
    amara.finds_it_in_order("shortlist")
    amara.presses("Send it")
    amara.reads(f"Some places {somebody.given} might like")

    # The text names no group; the page behind it does.
    letter = amara.letter_to(somebody.phone)
    assert "Coppice" not in letter and "Here is what we talked about" in letter
    person = comes()
    person.opens_the_letter(somebody.phone, found_by=amara)
    person.reads("Some places you might like")
    person.reads("Coppice Library")
    person.reads("Sale Library")
    person.finds_it_in_order("shortlist-own-page")

    # And on a sheet in large print, for whoever would rather hold it.
    amara.goes_to(f"{case}/shortlist")
    amara.follows("As a sheet in large print")
    amara.page.emulate_media(media="print")
    amara.reads("Some places you might like")
    amara.page.get_by_role("heading", name="Sale Library").wait_for()
    assert not amara.page.get_by_role("button").first.is_visible()
    amara.finds_it_in_order("shortlist-print")
