"""Every page there is, in its sample state, as it hangs in the gallery."""

from visitor import SIZES


def samples(visitor):
    visitor.goes_to("/preview")
    links = visitor.page.locator("main ul a")
    return [links.nth(number).get_attribute("href") for number in range(links.count())]


def test_no_page_has_a_barrier_or_is_too_wide_on_any_screen(visitor):
    faults = []

    for path in samples(visitor):
        visitor.goes_to(path)
        for size in SIZES:
            visitor.turns_to(size)
            visitor.shot(f"{path.split('/')[-1]}-{size}")
            checks = [visitor.finds_no_barrier, visitor.need_not_scroll_sideways, visitor.reads_words_side_by_side]
            for check in checks:
                try:
                    check()
                except AssertionError as fault:
                    faults.append(f"{size}: {fault}")

    assert not faults, "\n".join(faults)


def test_everything_on_every_page_is_reached_with_the_tab_key(visitor):
    faults = []

    for path in samples(visitor):
        visitor.goes_to(path)
        try:
            visitor.reaches_everything_by_keyboard()
        except AssertionError as fault:
            faults.append(str(fault))

    assert not faults, "\n".join(faults)
