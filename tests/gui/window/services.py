"""A window with a service behind it: the real local stand-in of Imagerecognize, and a backend that talks to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.backends.servers.imagerecognize import KEY, Imagerecognize
from tests.gui.window.driver import Walk

NAME = "mine"
VARIABLE = "TAGGER_MINE_APIKEY"


@pytest.fixture
def service() -> Iterator[Imagerecognize]:
    """The service; it lets everybody in who knows its key."""
    with Imagerecognize() as server:
        yield server


@pytest.fixture
def keyed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The key is in the environment."""
    monkeypatch.setenv(VARIABLE, KEY)


async def configured(walk: Walk, service: Imagerecognize, **options: str) -> None:
    """Have the backend configured and chosen, as the user left it before."""
    await walk.idle()
    walk.tagger.registry.add(NAME, "imagerecognize", service.url, options)
    await walk.window.services.known.read()
    walk.window.services.known.choose(NAME, True)
    walk.window.services.known.choose("onnx", False)
    await walk.idle()


def sent(service: Imagerecognize) -> int:
    """How many photos arrived there."""
    return sum("file" in request.parts for request in service.requests)


def tab_to(widget: QWidget) -> None:
    """Press Tab until a widget has the focus.

    Raises:
        AssertionError: it never gets it.
    """
    for _ in range(60):
        if widget.hasFocus():
            return
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {widget}; it is at {QApplication.focusWidget()}")
