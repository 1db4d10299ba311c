"""Somebody changes their password, and the old one is over."""

from itertools import count

from belong import PASSWORD

NEW = "seven warm wet mittens"
NTH = count()


def test_a_password_is_changed_and_the_old_one_opens_nothing(comes, belong):
    email = f"pat{next(NTH)}@front-door.example.org"
    belong.add(email, "Pat Ng")
    pat = comes()
    pat.signs_in(email)
    pat.reads("Sign out")
    pat.goes_to("/me")
    pat.follows("Change your password")
    pat.finds_it_in_order("password")
    pat.reaches_everything_by_keyboard()

    pat.writes("not this one at all", at="Your password now")
    pat.writes(NEW, at="New password")
    pat.writes(NEW, at="The same again")
    pat.presses("Change it")
    pat.reads("That is not your password now")
    pat.finds_it_in_order("password-problems")
    pat.writes(PASSWORD, at="Your password now")
    pat.writes(NEW, at="New password")
    pat.writes(NEW, at="The same again")
    pat.presses("Change it")
    pat.reads("Your new password counts from now on.")

    other = comes()
    other.signs_in(email)
    other.does_not_read("Nothing waits for you")
    other.signs_in(email, NEW)
    other.reads("Good ")
    other.finds_it_in_order("password-home")
