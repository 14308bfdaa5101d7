"""The whole window in German: nothing English is left in it, and no layout breaks under longer words."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from tagger.gui import language
from tagger.resources import resource
from tests.gui.window import audit, screens
from tests.gui.window.driver import Walk

_Text = QAccessible.Text
_ENGLISH = re.compile(
    r"\b(Accept|Reject|Defer|Search|Settings|Undo|Redo|Write|Show|Remove|Recognise|suggestions?|selected|sidecars)\b"
    r"|\d (photos?|tags?|stars?)\b"
)
_PLACE = re.compile(r"\{\w+\}")
_KEY = re.compile(r"[a-z_]+\.[a-z_]+")
"""Of the settings file, which is the same in all languages."""
_OURS = ("Something went wrong with", "Indexing", screens.LONG)
"""What the screens say themselves, in English."""


@pytest.fixture
def german(window, qapp) -> Iterator[Walk]:
    """A user who chose German before the window opens."""
    window.config.write_text('[window]\nlanguage = "de"\n', "utf-8")
    yield window
    language.install(qapp, "en")


async def test_every_screen_is_german_and_has_room_for_it(german):
    german.window.resize(1280, 800)
    english = _english()
    found: dict[str, str] = {}
    async for name in screens.each_screen(german):
        for root in screens.roots(german):
            for text in _texts(root):
                if english(text):
                    found.setdefault(text, f"{name}: {text!r} is English")
            for fault in audit.cut(root):
                found.setdefault(fault, f"{name}: {fault}")
    assert list(found.values()) == []


async def test_numbers_dates_and_keys_are_written_as_germans_do(german):
    labels = german.texts(german.window.browser.header)
    assert "11 Fotos" in labels
    assert german.action("undo").text() == "Rückgängig"
    await german.pressed("Ctrl+A", "3")
    assert german.action("undo").text() == "Rückgängig: 11 Fotos mit 3 Sternen bewerten"


def _english() -> Callable[[str], bool]:
    """Whether a text of the window stands as it is written in the program, although it has a translation."""
    file = ET.parse(resource("translations", "tagger_de.ts"))  # noqa: S314 - a file of this project
    known = {m.findtext("source", ""): m.findtext("translation", "") for m in file.iterfind("context/message")}
    changed = [source for source, translation in known.items() if source != translation]
    german = set(known.values())
    plain = {source for source in changed if not _PLACE.search(source)}
    templates = [_PLACE.split(source) for source in changed if source not in plain]
    telling = [parts for parts in templates if sum(map(str.isalpha, "".join(parts))) >= 6]
    patterned = re.compile("|".join(".+?".join(map(re.escape, parts)) for parts in telling))

    def english(text: str) -> bool:
        if any(ours in text for ours in _OURS) or text in german or _KEY.fullmatch(text):
            return False
        return text in plain or bool(patterned.fullmatch(text)) or bool(_ENGLISH.search(text))

    return english


def _texts(root: QWidget) -> Iterator[str]:
    """All that is written in a window or said of it, but for documents."""
    for each in audit.tree(QAccessible.queryAccessibleInterface(root)):
        if not isinstance(each.object(), QPlainTextEdit):
            yield from _said(each)
    for widget in root.findChildren(QWidget):
        if widget.isVisible():
            for name in ("text", "placeholderText", "toolTip", "windowTitle"):
                text = getattr(widget, name, None)
                if callable(text) and not isinstance(widget, QPlainTextEdit):
                    yield str(text()).strip()
            yield from (action.text() for action in widget.actions())


def _said(interface: QAccessibleInterface) -> Iterator[str]:
    for kind in (_Text.Name, _Text.Description, _Text.Help):
        yield interface.text(kind).strip()
