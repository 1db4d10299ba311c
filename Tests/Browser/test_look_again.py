"""Words that may mean danger: whoever writes them is told whom to ring, whoever reads them is asked to look."""

from people import GP, LINK_WORKER


def test_a_referral_with_such_words_says_whom_to_ring_and_goes_with_one_more_press(comes, somebody):
    gp, amara = comes(GP), comes(LINK_WORKER)
    gp.goes_to("/referrals/new")
    gp.describes(somebody)
    gp.writes("He says he wants to end it all and has chest pain.", at="In a sentence or two")
    gp.ticks("Low mood or worry", "Text or call, in plain words", "Nothing known")
    gp.presses("Send referral")

    gp.reads("Before this goes:")
    gp.reads("116 123")
    assert gp.page.get_by_label("First name", exact=True).input_value() == somebody.given
    gp.finds_it_in_order("look-again-before")
    gp.reaches_everything_by_keyboard()
    gp.presses("I have told somebody; send it as well")
    gp.reads("What happens now")
    referral = gp.path

    for page in ["/today", "/waiting", referral]:
        amara.goes_to(page)
        amara.reads("Would you look at this again?")
        amara.reads("wants to end it all and has chest pain")
        amara.finds_it_in_order(f"look-again-{page.split('/')[1]}")


def test_a_no_with_such_words_is_looked_at_before_do_not_ring(comes, somebody):
    gp, amara, person = comes(GP), comes(LINK_WORKER), comes()
    gp.refers(somebody)
    person.opens_the_letter(somebody.phone, found_by=gp)
    person.ticks("No, thank you")
    person.writes("I am going to kill myself", at="When is good, or anything they should know")
    person.presses("Send")
    person.reads("You said: No, thank you")
    person.reads("please do not wait for us")
    person.finds_it_in_order("look-again-own")

    amara.goes_to("/waiting")
    amara.reads("I am going to kill myself")
    amara.reads(f"{somebody.given} said no to a call. Look at their words first")
    amara.finds_it_in_order("look-again-said-no")
