"""What several services say of a photo: side by side, taught, told, hidden, and searched for where they agree."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from tagger.gui.viewer.editing import Editing
from tests.backends.servers.imageintelligence import CLIENT_ID, CLIENT_SECRET, NAMESPACE, ImageIntelligence
from tests.backends.servers.imagerecognize import KEY, Imagerecognize
from tests.backends.servers.uploadcare import PHASH, PUBLIC, SECRET, Uploadcare
from tests.gui.window.driver import Walk
from tests.gui.window.services import NAME, configured, keyed, service
from tests.gui.window.test_boxes import drag, enter, label, own, place

__all__ = ["keyed", "service"]

_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def teacher(monkeypatch: pytest.MonkeyPatch) -> Iterator[ImageIntelligence]:
    """A service that learns names."""
    monkeypatch.setenv("TAGGER_TEACHER_CLIENT_ID", CLIENT_ID)
    monkeypatch.setenv("TAGGER_TEACHER_CLIENT_SECRET", CLIENT_SECRET)
    with ImageIntelligence() as server:
        yield server


@pytest.fixture
def cloud(monkeypatch: pytest.MonkeyPatch) -> Iterator[Uploadcare]:
    """A service that tells more than labels."""
    monkeypatch.setenv("TAGGER_CLOUD_PUBLIC_KEY", PUBLIC)
    monkeypatch.setenv("TAGGER_CLOUD_SECRET_KEY", SECRET)
    with Uploadcare() as server:
        yield server


async def recognise(walk: Walk, *names: str) -> None:
    """Have the current photo recognised by these backends, agreeing to what is sent."""
    await walk.window.services.recognising.ask([int(walk.photo or 0)], names)
    bar = walk.window.services.recognising.bar
    while bar.isVisible():
        await walk.pressed("Return")
    await walk.idle()


async def test_the_name_of_a_box_is_taught_and_known_from_then_on(window: Walk, teacher: ImageIntelligence) -> None:
    window.tagger.registry.add("teacher", "imageintelligence", teacher.url, {"namespace": NAMESPACE})
    await window.window.services.known.read()
    await enter(window)
    await window.pressed("R")
    await drag(window, place(window, 0.2, 0.2), place(window, 0.5, 0.6))
    await label(window, "Otto Otter")
    await window.pressed("Esc", "Shift+T")
    bar = window.window.services.teaching.bar
    assert bar.isVisible()
    assert "Otto Otter" in bar.text.text()
    assert teacher.url in bar.shown()["To"]
    assert not teacher.requests, "nothing leaves before the answer"
    await window.pressed("Escape")
    assert not bar.isVisible()
    assert not teacher.requests
    await window.pressed("Shift+T")
    await window.pressed("Return")
    assert "Otto Otter" in teacher.identities.values()
    assert window.message is not None
    assert "knows “Otto Otter” now" in window.message.text
    assert window.focus is window.window.browser.viewer.view
    assert len(own(window)) == 1
    await recognise(window, "teacher")
    assert ("Otto Otter",) in window.rows(
        "SELECT name FROM suggestions JOIN labels ON labels.id = label_id WHERE backend = 'teacher'"
    )


async def test_no_answer_is_taken_for_a_question_that_was_not_read(
    window: Walk, teacher: ImageIntelligence, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two services would learn: who presses Return twice has agreed to the first only."""
    monkeypatch.setenv("TAGGER_SECOND_CLIENT_ID", CLIENT_ID)
    monkeypatch.setenv("TAGGER_SECOND_CLIENT_SECRET", CLIENT_SECRET)
    for name in ("teacher", "second"):
        window.tagger.registry.add(name, "imageintelligence", teacher.url, {"namespace": NAMESPACE})
    await window.window.services.known.read()
    await enter(window)
    await window.pressed("R")
    await drag(window, place(window, 0.2, 0.2), place(window, 0.5, 0.6))
    await label(window, "Otto Otter")
    await window.pressed("Esc", "Shift+T")
    bar = window.window.services.teaching.bar
    bar.go.click()
    bar.go.click()
    await window.idle()
    assert list(teacher.identities.values()).count("Otto Otter") == 1
    assert bar.isVisible()
    assert "second" in bar.text.text()
    await window.pressed("Escape")
    assert not bar.isVisible()
    assert list(teacher.identities.values()).count("Otto Otter") == 1


async def test_what_a_service_tells_besides_labels_stands_with_the_facts(window: Walk, cloud: Uploadcare) -> None:
    options = {"moderation": "true", "virus_scan": "true"}
    window.tagger.registry.add("cloud", "uploadcare", cloud.url, options)
    await window.window.services.known.read()
    await window.pressed("Home")
    await recognise(window, "cloud")
    facts = window.window.inspector.service_facts
    assert facts.isVisible()
    names = [name for name, _ in facts.shown()]
    told = dict(facts.shown())
    assert "Suggestive" in told["Moderation"]
    assert "EICAR" in told["Viruses"]
    assert told["As sent"] == "451 × 300 · JPEG · cloud"
    assert "not comparable" in told["Our hash"], "two hashes of two makers are no measure of anything"
    assert PHASH in told["Its hash"]
    assert names.index("Our hash") == names.index("Its hash") + 1
    await window.pressed("Right")
    assert not facts.isVisible()


async def test_where_backends_agree_is_seen_searched_for_and_each_can_be_hidden(
    window: Walk, service: Imagerecognize, keyed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TAGGER_OTHER_APIKEY", KEY)
    await configured(window, service)
    with Imagerecognize() as second:
        apple = service.objects["objects"][0]
        second.objects = {"objects": [apple, {"name": "Teapot", "confidence": 71.0, "coordinates": []}]}
        window.tagger.registry.add("other", "imagerecognize", second.url, {})
        await window.window.services.known.read()
        await window.pressed("Home")
        await recognise(window, NAME, "other")
        rows = window.window.inspector.list
        spoken = {each.tag: str(rows.model().index(row, 0).data(_SPOKEN)) for row, each in enumerate(rows.suggestions)}
        assert "says so too" in next(text for tag, text in spoken.items() if tag.endswith("Apple"))
        teapot = next(text for tag, text in spoken.items() if tag.endswith("Teapot"))
        assert "mine, onnx has answered and does not" in teapot
        photo = window.photo
        for query, found in (("agrees:any", [photo]), ("disagrees:other", [photo]), ("agrees:onnx", [])):
            await window.search(query)
            assert window.ids == found, query
        await window.search("agrees:mine")
        window.window.browser.grid.setFocus()
        await window.pressed("Home", "Return")
        view = window.window.browser.viewer.view
        before = len(view.boxes)
        await window.pressed("Shift+H")
        part = next(part for part in window.window._parts if isinstance(part, Editing))
        menu = part.backends.menu
        assert menu is not None
        assert {"backend mine", "backend other", "backend onnx"} <= {each.objectName() for each in menu.actions()}
        next(each for each in menu.actions() if each.objectName() == "backend other").trigger()
        menu.close()
        await window.idle()
        assert len(view.boxes) == before - 2
        part.backends.show("other", True)
        assert len(view.boxes) == before


async def test_the_embedded_backend_can_be_unticked_before_another_is_ticked(
    window: Walk, service: Imagerecognize, keyed: None
) -> None:
    await configured(window, service)
    known = window.window.services.known
    known.choose(NAME, False)
    await window.idle()
    assert known.chosen() == [], "it does not come back by itself"
    await window.pressed("Ctrl+Return")
    menu = window.window.services.recognising.menu
    assert menu.isVisible(), "whoever ticked nothing is shown where"
    menu.close()
    known.choose(NAME, True)
    await window.idle()
    assert known.chosen() == [NAME]
