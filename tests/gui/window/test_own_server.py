"""A server of the user's own on this machine, in the window: nobody is asked, and it is said where photos stay."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.backends.servers.openai_compatible import KEY, MODEL, OpenAICompatible
from tests.gui.window.driver import Walk

NAME = "mine"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenAICompatible]:
    """The server; it lets in who knows its key."""
    monkeypatch.setenv("TAGGER_MINE_KEY", KEY)
    with OpenAICompatible() as running:
        yield running


async def test_nobody_is_asked_where_nothing_leaves_the_machine(window: Walk, server: OpenAICompatible) -> None:
    await window.idle()
    services = window.window.services
    window.tagger.registry.add(NAME, "openai_compatible", server.url, {"model": MODEL})
    await services.known.read()
    assert "on this machine" in next(a.text() for a in services.recognising.menu.actions() if NAME in a.objectName())
    services.known.choose(NAME, True)
    services.known.choose("onnx", False)
    await window.idle()
    window.press("Ctrl+Return")
    await window.until(lambda: len(server.requests) == 1, "the photo to be asked about")
    assert not services.recognising.bar.isVisible()
    assert "Photos stay on this machine" in window.window.privacy.text()
    await window.idle()
    assert "Dog" in {suggestion.label for suggestion in window.window.inspector.list.suggestions}
    await window.pressed("Ctrl+Alt+A")
    page = services.overseeing.page
    assert page.table.texts(NAME)["State"] == "Ready; photos stay on this machine"
    assert page.sent.model.index(0, 6).data() == "answered, on this machine"
    await window.pressed("Escape")
    await window.pressed("Ctrl+Return")
    assert window.message is not None
    assert "done or waiting already" in window.message.text
    assert len(server.requests) == 1
