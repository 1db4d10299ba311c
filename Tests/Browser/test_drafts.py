"""What is typed stays: two tabs, a reload, a line that drops."""

from people import GP, LINK_WORKER
from visitor import Visitor
from ways import at_a_desk

MATTERS, HELPS = "What matters, in their words", "What helps"


def types(visitor, words, at):
    """Types and pauses, as one does, until it is kept."""
    with visitor.page.expect_response(lambda answer: "/drafts/" in answer.url and answer.ok):
        visitor.writes(words, at=at)
    visitor.reads("Kept as you typed")


def typed(visitor, at):
    return visitor.page.get_by_label(at, exact=True).input_value()


def test_nothing_typed_is_lost_in_two_tabs_a_reload_and_a_dropped_line(as_member, belong, somebody):
    amara = as_member(LINK_WORKER, size="phone")
    case = amara.takes_on(as_member(GP).refers(somebody))
    other = Visitor(amara.page.context.new_page(), belong)

    # Two tabs, one note begun in each, and one of them loaded again.
    for tab, words in [(amara, "To sleep through."), (other, "To hear from her son.")]:
        tab.goes_to(f"{case}/contacts/new")
        types(tab, words, at=MATTERS)
    amara.page.reload()
    amara.finds_it_in_order("draft-two-begun")
    begun = [link.get_attribute("href") for link in amara.page.locator(".notice").get_by_role("link").all()]
    kept = set()
    for draft in begun:
        amara.goes_to(draft)
        kept.add(typed(amara, at=MATTERS))
    assert kept == {"To sleep through.", "To hear from her son."}

    # The line drops in the middle of a sentence, and comes back.
    amara.page.context.set_offline(True)
    amara.writes("The wireless, low.", at=HELPS)
    amara.reads("Not kept yet: no connection. Your words are still here")
    assert typed(amara, at=HELPS) == "The wireless, low."
    amara.finds_it_in_order("draft-no-line")
    amara.page.context.set_offline(False)
    types(amara, "The wireless, low. Warm milk.", at=HELPS)
    amara.page.reload()
    assert typed(amara, at=HELPS) == "The wireless, low. Warm milk."

    # It drops again, just as the note is sent.
    amara.ticks("On the phone", "Not asked")
    amara.page.locator("[name=outcome][value=reached]").check()
    amara.page.context.set_offline(True)
    amara.presses("Keep")
    amara.page.wait_for_url("chrome-error://**")
    amara.page.context.set_offline(False)
    amara.page.go_back()
    assert typed(amara, at=HELPS) == "The wireless, low. Warm milk."
    amara.presses("Keep")
    amara.reads("Afterwards: what was it about, and what changed?")

    # What was sent is a draft no more; what was begun beside it still is.
    amara.goes_to(f"{case}/contacts/new")
    assert amara.page.get_by_role("button", name="Throw away").count() == 1
    amara.presses("Throw away")
    amara.does_not_read("You began this")
    amara.goes_to(case)
    assert amara.page.locator("ol.tl li", has_text="Conversation on the phone").count() == 1


@at_a_desk
def test_without_scripts_one_keeps_a_note_for_later_by_hand(comes, somebody):
    amara = comes(LINK_WORKER)
    case = amara.takes_on(comes(GP).refers(somebody))
    amara.goes_to(f"{case}/contacts/new")
    amara.writes("To be asked twice.", at=MATTERS)
    amara.presses("Keep for later")
    assert typed(amara, at=MATTERS) == "To be asked twice."

    amara.goes_to(f"{case}/contacts/new")
    amara.reads("You began this")
    amara.page.locator(".notice").get_by_role("link", name="Go on").click()
    assert typed(amara, at=MATTERS) == "To be asked twice."
