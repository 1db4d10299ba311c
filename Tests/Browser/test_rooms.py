"""Only so many rooms: a week of them across every role, settled in two clicks."""

RECEPTION, MANAGER, LINK_WORKER = "bev@belong.example", "kath@belong.example", "amara@belong.example"


def test_the_practice_manager_settles_a_clash_in_two_clicks(as_member):
    kath = as_member(MANAGER)
    kath.goes_to("/rooms")
    kath.reads("No room yet")
    kath.finds_it_in_order("rooms")
    kath.turns_to("phone")
    kath.finds_it_in_order("rooms")
    kath.turns_to("desktop")
    kath.reaches_everything_by_keyboard()

    kath.page.get_by_role("link", name="Three offers").first.click()
    kath.reads("loses least")
    kath.finds_it_in_order("rooms-clash")
    kath.page.locator(".card", has_text="loses least").get_by_role("button").first.click()

    kath.page.wait_for_url("**/rooms?**")
    kath.goes_to("/rooms")
    kath.does_not_read("Three offers")


def test_reception_books_for_a_role_and_hears_where_somebody_was_first(comes):
    bev = comes(RECEPTION)
    bev.goes_to("/rooms")
    bev.follows("Book a room")
    bev.finds_it_in_order("rooms-booking")
    bev.presses("Book it")
    bev.reads("Choose a room")
    bev.reads("Say for whom: GP, nurse, pharmacist")


def test_a_link_worker_sees_where_somebody_would_like_to_meet(as_member):
    amara = as_member(LINK_WORKER)
    amara.goes_to("/people")
    amara.page.locator("main a", has_text="Jean M").first.click()
    amara.follows("Book a room to meet in")
    amara.reads("Somewhere that does not feel medical")
    amara.finds_it_in_order("rooms-for-somebody")
