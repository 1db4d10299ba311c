"""Coming in, being turned away, going out."""

import pytest

from belong import PASSWORD, SOMEONE


def test_someone_signs_in_and_sees_who_they_are(visitor):
    visitor.signs_in()
    visitor.goes_to("/me")

    visitor.reads("Ama Boateng")
    visitor.finds_no_barrier()
    visitor.shot("me")


def test_a_wrong_password_is_told_kindly_and_the_address_is_kept(visitor):
    visitor.signs_in(password="not the right one")

    visitor.reads("do not belong together")
    assert visitor.page.get_by_label("E-mail address").input_value() == SOMEONE
    visitor.finds_no_barrier()
    visitor.shot("signing-in-refused")


def test_after_signing_out_the_pages_are_closed(visitor):
    visitor.signs_in()
    visitor.goes_to("/me")

    visitor.page.get_by_role("button", name="Sign out", exact=True).click()
    visitor.goes_to("/me")

    assert "/signing-in" in visitor.page.url


def test_signing_in_and_out_needs_no_javascript(without_javascript):
    without_javascript.signs_in()
    without_javascript.goes_to("/me")
    without_javascript.reads("Ama Boateng")

    without_javascript.page.get_by_role("button", name="Sign out", exact=True).click()

    without_javascript.reads("Sign in")


def test_signing_in_works_by_keyboard_alone(visitor):
    visitor.goes_to("/signing-in")
    visitor.page.get_by_label("E-mail address").focus()

    visitor.page.keyboard.type(SOMEONE)
    visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.type(PASSWORD)
    visitor.page.keyboard.press("Enter")

    visitor.page.wait_for_url(lambda address: "/signing-in" not in address)


@pytest.mark.parametrize("size", ["desktop", "phone", "narrow"])
def test_the_front_door_fits_and_has_no_barrier(visit, size):
    visitor = visit(size)
    visitor.goes_to("/signing-in")

    visitor.need_not_scroll_sideways()
    visitor.finds_no_barrier()
    visitor.shot(f"signing-in-{size}")


def test_everything_at_the_front_door_is_reached_with_the_tab_key(visitor):
    visitor.goes_to("/signing-in")

    visitor.reaches_everything_by_keyboard()
