"""A practice manager who has never seen one runs a quarterly review, and leaves with one agreed change."""

from people import LINK_WORKER

MANAGER = "kath@belong.example"


def test_a_practice_manager_new_to_it_runs_a_review_and_leaves_with_one_agreed_change(as_member, belong):
    kath, amara = as_member(MANAGER, size="phone"), as_member(LINK_WORKER)

    # It is on the first page, and opens ready: she writes nothing until the end.
    kath.goes_to("/")
    kath.reads("1 quarterly review within a week, or not held yet")
    kath.follows("Open it")
    kath.reads("Review: Amara Okafor at Boundary House Medical Centre")
    kath.reads("Twenty minutes, together, from the top to the bottom")
    steps = kath.page.locator("main h2").all_inner_texts()
    assert [step.split(".")[0] for step in steps] == ["1", "2", "3", "4", "5", "6", "7"], steps
    kath.reads("Amara is at the first half hour of every Tuesday meeting")
    kath.reads("Done, and it helped a little")
    kath.finds_it_in_order("review")
    kath.reaches_everything_by_keyboard()
    for words in ["worst", "best", "%", "score"]:
        kath.does_not_read(words)

    # It does not end without one thing, in whose hands it is and by when; and says all of it at once.
    kath.presses("Close the review with this")
    kath.reads("Write the one thing you agreed on")
    kath.reads("Choose whose it is")
    kath.reads("A review is held together: confirm that you are")
    kath.finds_it_in_order("review-again")

    kath.writes("Amara has a key for the side door by Christmas", at="What is going to change")
    kath.picks("Kath Dobbs, practice manager", at="Whose it is")
    kath.ticks("Amara Okafor is here, and agrees")
    kath.presses("Close the review with this")
    kath.reads("Agreed on")
    kath.reads("Amara has a key for the side door by Christmas")
    kath.reads("The next review is planned for")
    kath.finds_it_in_order("review-closed")
    review = kath.path
    ((agreed,),) = belong.reads(
        "SELECT COUNT(*) FROM review_commitment WHERE words = ?", "Amara has a key for the side door by Christmas"
    )
    assert agreed == 1

    # Amara says that she was there; what was agreed stays on both their pages until she says that it is done.
    amara.goes_to("/today")
    amara.reads("say whether you were there")
    amara.goes_to(review)
    amara.presses("I was there, and we agreed on this")
    amara.reads("Amara Okafor was there.")
    amara.follows("Amara Okafor, Boundary House Medical Centre")
    amara.reads("Amara has a key for the side door by Christmas")
    amara.goes_to(review)
    amara.presses("Done, and it helped")
    kath.goes_to(review)
    kath.reads("Done, and it helped.")
