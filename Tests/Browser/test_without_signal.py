"""Without signal: begun, kept encrypted, marked, sent once when back, gone after. Whoever else comes sees nothing."""

from datetime import datetime, timedelta, timezone

import pytest
from playwright.sync_api import expect

from belong import Belong
from people import COLLEAGUE, GP, LINK_WORKER

WORDS = "Sat by the sea wall. Her sister’s letters."
HALF, WHOLE = "In whatever words come", "Keep it until there is a signal"

# Everything this browser keeps, as text; a key says only whether it can be read out.
KEPT = """async () => {
    if (!(await indexedDB.databases()).some(there => there.name === 'belong-away')) return {}
    const shelves = await new Promise(done => {
        const asked = indexedDB.open('belong-away')
        asked.onsuccess = () => done(asked.result)
    })
    const all = shelf => new Promise(done => {
        const asked = shelves.transaction(shelf).objectStore(shelf).getAll()
        asked.onsuccess = () => done(asked.result)
    })
    const text = value => value instanceof ArrayBuffer || ArrayBuffer.isView(value)
        ? new TextDecoder().decode(value)
        : value instanceof CryptoKey ? `can be read out: ${value.extractable}`
        : value && typeof value === 'object' ? Object.entries(value).map(pair => pair.map(text).join(' ')).join(' ')
        : String(value)
    const kept = {}
    for (const shelf of shelves.objectStoreNames) kept[shelf] = (await all(shelf)).map(text)
    shelves.close()
    return kept
}"""

CACHED = """async () => {
    let text = ''
    for (const name of await caches.keys())
        for (const asked of await (await caches.open(name)).keys())
            text += asked.url + ' ' + await (await caches.match(asked)).text()
    return text
}"""


@pytest.fixture(scope="module")
def belong(tmp_path_factory):
    """One of its own, that may die."""
    with Belong(tmp_path_factory.mktemp("hall")) as running:
        yield running


@pytest.fixture
def amara(as_member):
    """With a phone that has been on once today."""
    amara = as_member(LINK_WORKER, size="phone")
    is_ready(amara)
    return amara


@pytest.fixture
def case(as_member, amara, somebody):
    return amara.takes_on(as_member(GP).refers(somebody))


@pytest.fixture(autouse=True)
def lives(belong):
    yield
    if belong.process.poll() is not None:
        belong.starts()


def is_ready(visitor):
    visitor.goes_to("/today")
    visitor.page.evaluate("async () => { await navigator.serviceWorker.ready }")
    waits_until(visitor, lambda kept: any("isKnown true" in keeper for keeper in kept.get("keepers", [])))


def kept(visitor):
    return visitor.page.evaluate(KEPT)


def waits_until(visitor, is_so):
    for _ in range(60):
        if is_so(kept(visitor)):
            return
        visitor.page.wait_for_timeout(100)
    raise AssertionError(f"Still kept: {kept(visitor)}")


def begins(visitor, words, on):
    """Asks for somebody's page where there is no signal, and writes."""
    visitor.goes_to(f"{on}/notes/new")
    visitor.reads("Without signal")
    visitor.writes(words, at=HALF)
    visitor.reads("Kept on this device, not sent yet")


def arrived(belong, words):
    return belong.reads("SELECT id FROM note WHERE words = ?", words)


def test_a_note_begun_without_signal_is_kept_encrypted_sent_once_and_gone(amara, belong, case, somebody):
    belong.dies()
    begins(amara, WORDS, on=case)
    amara.finds_it_in_order("without-signal")
    held = kept(amara)
    assert len(held["unsent"]) == 1
    for word in ["sea wall", "letters", somebody.given, somebody.family, "team"]:
        assert word not in str(held), f"“{word}” lies open on the device"
    assert "can be read out: false" in held["keepers"][0]
    cached = amara.page.evaluate(CACHED)
    for word in [somebody.given, somebody.family, "Amara", case.split("/")[-1], 'name="nonce"', "data-reader="]:
        assert word not in cached, f"“{word}” was kept by the worker"

    # The phone is put away, and taken out again.
    amara.page.reload()
    amara.reads("not finished")
    amara.reads("sea wall")
    amara.presses("Go on writing")
    amara.writes(f"{WORDS} She laughed.", at=HALF)
    amara.presses(WHOLE)
    amara.reads("It goes when there is a signal")
    amara.reads("not sent yet")
    amara.finds_it_in_order("without-signal-unsent")

    belong.starts()
    amara.goes_to("/today")
    waits_until(amara, lambda kept: kept["unsent"] == [])
    amara.goes_to(case)
    expect(amara.page.locator("ol.tl li", has_text="She laughed.")).to_have_count(1)
    assert len(arrived(belong, f"{WORDS} She laughed.")) == 1


def test_a_lost_answer_does_not_send_it_twice(amara, belong, case):
    belong.dies()
    begins(amara, "The answer got lost.", on=case)
    amara.presses(WHOLE)
    amara.reads("not sent yet")
    belong.starts()

    taken = []

    def loses(route):
        taken.append(route.fetch().status)
        route.abort()

    amara.page.route("**/away/sendings", loses, times=2)
    for _ in range(2):
        amara.goes_to("/today")
        amara.reads("not sent yet")
    assert taken == [200, 200]
    assert len(kept(amara)["unsent"]) == 1
    amara.goes_to("/today")
    waits_until(amara, lambda kept: kept["unsent"] == [])
    assert len(arrived(belong, "The answer got lost.")) == 1


def test_the_line_drops_on_the_page_itself_and_comes_back(amara, belong, case):
    amara.goes_to("/away")
    amara.page.context.set_offline(True)
    amara.writes("In the hall, no line.", at=HALF)
    amara.presses(WHOLE)
    amara.reads("not sent yet")
    amara.page.context.set_offline(False)
    waits_until(amara, lambda kept: len(kept["unsent"]) == 1)
    # Nobody in the diary: it waits until it is said who it is about.
    amara.goes_to(case)
    amara.presses("It is about them: send it")
    waits_until(amara, lambda kept: kept["unsent"] == [])
    assert len(arrived(belong, "In the hall, no line.")) == 1


def test_a_visit_is_written_about_somebody_of_the_day_by_their_initials(amara, belong, case, somebody):
    amara.goes_to(f"/diary/new?day={datetime.now():%Y-%m-%d}&case={case.split('/')[-1]}")
    amara.ticks("Visit at home")
    amara.writes("00:01", at="From")
    amara.writes("00:31", at="Until")
    amara.presses("Put it in the diary")
    if amara.page.get_by_label("Yes, both at the same time").count():
        amara.ticks("Yes, both at the same time")
        amara.presses("Put it in the diary")
    is_ready(amara)
    amara.page.wait_for_load_state("networkidle")
    belong.dies()
    amara.goes_to("/today")
    amara.picks(f"{somebody.given[0]}.{somebody.family[0]}., 00:01", at="Who is it about?")
    amara.ticks("A visit or a call", "At home", "Only me")
    amara.writes("The stairs are steep, and so is she.", at=HALF)
    amara.finds_it_in_order("without-signal-visit")
    amara.presses(WHOLE)
    amara.reads("not sent yet")
    belong.starts()
    amara.goes_to("/today")
    waits_until(amara, lambda kept: kept["unsent"] == [])
    amara.goes_to(case)
    amara.reads("Conversation at home")
    amara.reads("The stairs are steep, and so is she.")
    assert len(arrived(belong, "The stairs are steep, and so is she.")) == 1


def test_what_is_refused_stays_with_the_reason(amara, as_member, belong, case):
    belong.dies()
    begins(amara, "Said at the door.", on=case)
    amara.presses(WHOLE)
    amara.reads("not sent yet")
    belong.starts()
    # Meanwhile it is ended at the desk.
    desk = as_member(LINK_WORKER, javascript=False)
    desk.goes_to(f"{case}/closing")
    desk.ticks("Being listened to was enough")
    desk.presses("Close")
    desk.reads("This case is closed.")
    amara.goes_to("/away")
    amara.reads("This case is closed. Open it again first: the story so far is kept.")
    amara.reads("Said at the door.")
    assert not arrived(belong, "Said at the door.")


def test_signing_out_wipes_and_another_member_sees_nothing(amara, belong, case):
    belong.dies()
    begins(amara, "Only on this phone.", on=case)
    belong.starts()

    # Her session is over, and a colleague signs in with the same phone.
    amara.page.context.clear_cookies()
    amara.signs_in(COLLEAGUE)
    is_ready(amara)
    amara.goes_to("/away")
    amara.does_not_read("Only on this phone.")
    belong.dies()
    amara.goes_to("/today")
    amara.reads("Without signal")
    amara.does_not_read("Only on this phone.")
    belong.starts()

    # She signs in again and finds it; signing out, she lets it go.
    amara.page.context.clear_cookies()
    amara.signs_in(LINK_WORKER)
    amara.goes_to("/away")
    amara.reads("Only on this phone.")
    amara.page.on("dialog", lambda dialog: dialog.accept())
    amara.presses("Sign out")
    amara.reads("Sign in")
    left = kept(amara)
    assert left["unsent"] == [] and left["now"] == []
    assert all("isKnown" in keeper for keeper in left["keepers"]) and len(left["keepers"]) == 1
    belong.dies()
    amara.goes_to("/today")
    amara.reads("Open Belong once with a signal")


def test_a_device_told_to_forget_forgets_though_it_is_signed_out(amara, as_member, belong, case):
    belong.dies()
    begins(amara, "Left on a bus.", on=case)
    belong.starts()
    amara.page.context.clear_cookies()
    elsewhere = as_member(LINK_WORKER)
    elsewhere.goes_to("/me")
    elsewhere.presses("Forget this device")
    while elsewhere.page.get_by_role("button", name="Forget this device").count():
        elsewhere.presses("Forget this device")
    amara.goes_to("/today")
    amara.reads("Sign in")
    waits_until(amara, lambda kept: kept["unsent"] == [])
    assert kept(amara)["keepers"] == []


def test_a_wrong_clock_is_kept_beside_and_the_servers_counts(as_member, belong, somebody):
    amara = as_member(LINK_WORKER, size="phone")
    now = datetime.now(timezone.utc)
    amara.page.clock.set_system_time(now + timedelta(days=400))
    is_ready(amara)
    case = amara.takes_on(as_member(GP).refers(somebody))
    belong.dies()
    begins(amara, "The clock is wrong.", on=case)
    amara.presses(WHOLE)
    amara.reads("not sent yet")
    belong.starts()
    amara.goes_to("/today")
    waits_until(amara, lambda kept: kept["unsent"] == [])
    assert len(arrived(belong, "The clock is wrong.")) == 1
    ((begun, sent),) = belong.reads(
        "SELECT note.begun_at, device_sent_at FROM away_sending JOIN note ON note.id = away_sending.note "
        "WHERE words = 'The clock is wrong.'"
    )
    assert begun[:10] == f"{now:%Y-%m-%d}" and sent[:4] == f"{now + timedelta(days=400):%Y}"
