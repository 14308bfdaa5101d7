"""Photos leave the machine only when the user says so: asked before, held, cancelled, tried again, logged."""

from __future__ import annotations

import asyncio
import csv

from tests.backends.servers import wire
from tests.backends.servers.imagerecognize import Imagerecognize
from tests.gui.window.driver import Walk
from tests.gui.window.services import NAME, configured, keyed, sent, service, tab_to

__all__ = ["keyed", "service"]


async def test_nothing_is_sent_before_the_answer_and_the_question_says_what(
    window: Walk, service: Imagerecognize, keyed: None
) -> None:
    await configured(window, service, price="0.02", daily_budget="5")
    await window.pressed("Ctrl+A", "Ctrl+Return")
    bar = window.window.services.recognising.bar
    assert bar.isVisible()
    count = len(window.ids)
    assert str(count) in bar.text.text()
    assert service.url in bar.text.text()
    assert bar.shown()["Price"] == f"{0.02 * count:.2f}"
    assert bar.shown()["Budget"].startswith("5.00")
    assert not sent(service)
    await window.pressed("Escape")
    assert not bar.isVisible()
    assert window.focus is window.window.browser.grid
    assert not sent(service)


async def test_what_is_agreed_to_is_sent_shown_and_logged(window: Walk, service: Imagerecognize, keyed: None) -> None:
    await configured(window, service, price="0.02")
    await window.pressed("Ctrl+Return")
    assert window.window.services.recognising.bar.go.hasFocus()
    await window.pressed("Return")
    await window.idle()
    assert sent(service) == 1
    labels = {suggestion.label for suggestion in window.window.inspector.list.suggestions}
    assert {"Apple", "Fruit"} <= labels
    await window.pressed("Ctrl+Alt+A")
    page = window.window.services.overseeing.page
    assert page.isVisible()
    row = page.table.texts(NAME)
    assert row["Done"] == "1"
    assert row["Quota"] == "14,999"
    assert row["Cost"] == "0.02"
    [entry] = page.sent.model.rows
    assert entry.backend == NAME
    assert window.names[0] in entry.path
    await window.pressed("Escape")
    assert window.window.browser.isVisible()


async def test_the_log_is_searched_and_exported(window: Walk, service: Imagerecognize, keyed: None) -> None:
    await configured(window, service)
    await window.pressed("Ctrl+A", "Ctrl+Return")
    await window.pressed("Return")
    await window.pressed("Ctrl+Alt+A")
    page = window.window.services.overseeing.page
    everything = len(page.sent.model.rows)
    assert everything == sent(service) > 1
    page.tabs.setCurrentIndex(1)
    page.sent.field.setFocus()
    window.type(window.names[0][:-4])
    assert len(page.sent.model.rows) == 1
    target = window.library.parent / "sent.csv"
    await window.window.services.overseeing.export(target)
    rows = list(csv.reader(target.read_text("utf-8").splitlines()))
    assert len(rows) == 2
    assert rows[1][1] == NAME
    assert rows[1][3].endswith(window.names[0])


async def test_a_wrong_key_pauses_the_backend_and_keeps_its_work(
    window: Walk, service: Imagerecognize, monkeypatch
) -> None:
    monkeypatch.setenv("TAGGER_MINE_APIKEY", "wrong")
    await configured(window, service)
    await window.pressed("Ctrl+A", "Ctrl+Return")
    await window.pressed("Return")
    assert window.message is not None
    assert "does not know the key" in window.message.text
    await window.pressed("Ctrl+Alt+A")
    row = window.window.services.overseeing.page.table.texts(NAME)
    assert row["Queued"] == str(len(window.ids))
    assert "does not know the key" in row["State"]


async def test_what_nobody_knows_is_sent_again_only_after_a_press_that_says_what_it_may_cost(
    window: Walk, service: Imagerecognize, keyed: None
) -> None:
    await configured(window, service)
    service.faulty = lambda request: "file" in request.parts
    service.faults = [wire.resets]
    await window.pressed("Ctrl+Return")
    await window.pressed("Return")
    assert sent(service) == 1
    await window.pressed("Ctrl+Alt+A")
    page = window.window.services.overseeing.page
    assert page.table.texts(NAME)["Unknown"] == "1"
    assert "may be charged again" in page.troubles.note.text()
    asked = window.photo
    tab_to(page.troubles.list)
    await window.pressed("Return")
    assert window.focus is window.window.browser.grid
    assert window.ids == [asked], "the photos behind a reason are one key away"
    await window.pressed("Ctrl+Alt+A")
    tab_to(page.troubles.retry)
    assert "charged again" in page.troubles.retry.text()
    await window.pressed("Space")
    await window.idle()
    assert sent(service) == 2
    assert page.troubles.current is None
    assert window.rows("SELECT state FROM jobs WHERE backend = 'mine'") == [("done",)]


async def test_a_backend_is_held_goes_on_and_is_cancelled_from_the_activity(
    window: Walk, service: Imagerecognize, keyed: None
) -> None:
    service.seconds = 0.4
    await configured(window, service, concurrency="1")
    await window.pressed("Ctrl+A", "Ctrl+Return")
    window.press("Return", "Ctrl+Alt+A")
    page = window.window.services.overseeing.page
    await window.until(lambda: sent(service) >= 1, "the first photo to be sent")
    assert "being sent to mine" in window.window.privacy.text()
    page.table.setCurrentItem(page.table.topLevelItem(1))
    await window.until(page.hold.isEnabled, "the backend to be at work")
    page.hold.click()
    await window.until(lambda: service.under_way == 0, "the last call to end")
    held = sent(service)
    await asyncio.sleep(0.8)
    assert sent(service) == held
    await window.until(page.go_on.isEnabled, "what is held to be known as held")
    page.go_on.click()
    await window.until(lambda: sent(service) > held, "it to go on")
    page.cancel.click()
    await window.idle()
    assert window.rows("SELECT count(*) FROM jobs WHERE backend = 'mine' AND state IN ('queued', 'claimed')") == [(0,)]
    assert sent(service) < len(window.ids)
