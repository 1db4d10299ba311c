"""What somebody says themselves, takes back, and has a copy of."""

from people import GP, LINK_WORKER, PRACTICE
from ways import at_a_desk

GROUP = "Coppice Library"


def test_somebody_says_how_it_went_and_takes_an_agreement_back(comes, somebody, belong):
    amara = comes(LINK_WORKER)
    case = amara.takes_on(comes(GP).refers(somebody))
    introduction = amara.introduces(somebody, to=amara.finds_group(GROUP), on=case)
    group = comes()
    group.opens_the_letter(f"Someone would like to join {GROUP}", found_by=amara)
    group.page.get_by_role("button", name="Yes, they").first.click()
    group.reads("You said: Yes, they are welcome")

    # Four weeks on they are asked once, in words that give nothing away.
    before = amara.finds_letters(somebody.phone)
    belong.lets_days_pass(29, "introduction_answer", "said_at", "introduction", introduction.split("/")[-1])
    letter = amara.waits_for_a_letter(somebody.phone, besides=before)
    person = comes()
    person.goes_to(letter)
    assert person.page.locator("main h2").first.inner_text() == "How did it go?"
    person.finds_it_in_order("own-asked")
    person.reaches_everything_by_keyboard()
    person.writes("The tea is good.", at="Anything to add? You can leave this empty.")
    person.presses("I go along")
    person.reads("You said")
    person.reads("The tea is good.")
    person.finds_it_in_order("own-said")
    amara.goes_to(introduction)
    amara.reads("The tea is good.")

    # They change their mind, and it holds at once.
    person.reads("What you agreed to")
    person.presses("Take it back")
    assert person.page.get_by_role("button", name="Take it back").count() == 0
    person.finds_it_in_order("own-taken-back")
    person.presses("Nothing")
    person.finds_it_in_order("own-nothing-told")
    amara.goes_to(case)
    amara.reads(GROUP)
    amara.finds_it_in_order("own-taken-back-read")


@at_a_desk
def test_somebody_has_a_copy_of_what_is_kept(comes, somebody):
    amara = comes(LINK_WORKER)
    case = amara.takes_on(comes(GP).refers(somebody))
    amara.notes("Her neighbour Doris drinks.", on=case)
    amara.goes_to(case)
    amara.follows("A copy of all that is kept, for them")
    amara.finds_it_in_order("copy-read")
    passage = amara.page.locator("li.card", has_text="Her neighbour Doris drinks.").first
    passage.locator("summary").click()
    passage.get_by_label("Why", exact=True).select_option(label="It speaks of somebody else")
    passage.get_by_label("In a line, for whoever asks later").fill("It names a neighbour.")
    passage.get_by_role("button", name="Leave it out").click()
    amara.reads("Left out")

    amara.presses("Give it")
    amara.finds_it_in_order("copy-problems")
    amara.ticks("I have read every passage above", "By a link, the way that is safe")
    amara.presses("Give it")
    amara.reads("What is kept about you")
    amara.does_not_read("Doris")
    amara.finds_it_in_order("copy-given")

    person = comes()
    person.opens_the_letter(somebody.phone, found_by=amara)
    person.reads("1 passage left out")
    person.does_not_read("Doris")
    person.finds_it_in_order("copy-own")


@at_a_desk
def test_somebody_moves_to_another_practice_and_a_link_worker_there_hears(comes, somebody):
    amara = comes(LINK_WORKER)
    case = amara.takes_on(comes(GP).refers(somebody))
    amara.follows("Who they are, and how to reach them")
    amara.follows("They have moved to another practice")
    amara.reads(f"They are with {PRACTICE} now")
    amara.finds_it_in_order("moving")
    amara.reaches_everything_by_keyboard()
    amara.presses("They have moved")
    amara.reads("Say whether they would like a link worker there")
    amara.finds_it_in_order("moving-problems")
    amara.writes("Washway Road Medical Centre", at="Their new practice")
    amara.ticks("Yes")
    amara.writes("Still wants to cook with somebody.", at="What they hope for")
    amara.presses("They have moved")
    amara.does_not_read("Has " + somebody.given + " moved")
    amara.finds_it_in_order("moved")
    amara.goes_to(case)
    amara.reads("This case is closed.")

    leila = comes("leila@belong.example")
    leila.goes_to("/waiting")
    leila.reads("Still wants to cook with somebody.")
