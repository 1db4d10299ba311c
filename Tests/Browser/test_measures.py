"""How things are, as they say it: asked by link, answered as far as they like, taken away again."""

import re

from people import GP, LINK_WORKER

ONS4 = "Personal well-being, four questions (ONS4)"


def test_somebody_answers_what_they_like_and_has_an_answer_taken_away(comes, somebody):
    amara = comes(LINK_WORKER)
    case = amara.takes_on(comes(GP).refers(somebody))
    asked = f"Hello {somebody.given}. A few questions, only if you like."
    before = amara.finds_letters(asked)
    amara.goes_to(f"{case}/answers")
    amara.finds_it_in_order("measures-none")
    amara.ticks(ONS4)
    amara.presses("Send the link")
    amara.reads("Nobody is reminded")
    letter = amara.waits_for_a_letter(asked, besides=before)

    person = comes()
    person.goes_to(letter)
    person.page.get_by_role("link", name="Look at them").click()
    person.reads("how satisfied are you with your life nowadays?")
    person.finds_it_in_order("measures-asked")
    person.turns_to("phone")
    person.finds_it_in_order("measures-asked")
    person.reaches_everything_by_keyboard()
    person.page.locator("[name='marks[q1]'][value='6']").check()
    person.presses("Send what I said")
    person.reads("6 of 10, which ONS calls medium")
    person.reads("Nothing is asked of you now.")
    person.presses("Take this answer away")
    person.reads("taken away on")

    amara.goes_to(f"{case}/answers")
    amara.does_not_read("6 of 10")
    amara.reads("taken away on")
    amara.page.get_by_role("link", name=re.compile("Loneliness")).first.click()
    amara.finds_it_in_order("measures-together")
    amara.presses("It would have got in the way")
    amara.reads("not asked: it would have got in the way")


def test_the_manager_who_wants_it_of_everybody_finds_a_talk(comes):
    kath = comes("kath@belong.example")
    kath.goes_to("/measures")
    kath.finds_it_in_order("measures")
    kath.page.get_by_role("link", name=re.compile("^Make it mandatory")).first.click()
    kath.reads("Nothing here can be made mandatory")
    kath.finds_it_in_order("measures-mandatory")
    kath.presses("Open the talk")
    kath.reads("Say why you would want everybody to answer it")


def test_a_practice_reads_its_stories_and_prints_a_sheet(comes):
    kath = comes("kath@belong.example")
    kath.goes_to("/stories")
    kath.reads("It did not work")
    kath.finds_it_in_order("stories")
    kath.follows("The sheet for the meeting")
    kath.reads("For the meeting of")
    kath.finds_it_in_order("stories-sheet")
