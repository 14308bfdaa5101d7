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
from tests.gui.window.services import NAME, configured, keyed, service

__all__ = ["keyed", "service"]

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
    looked = Looked(german)
    async for name in screens.each_screen(german):
        looked.at(name)
    assert looked.found == []


async def test_what_services_say_is_german_and_has_room_for_it(german, service, keyed):
    german.window.resize(1280, 800)
    looked = Looked(german)
    await configured(german, service, price="0.02", daily_budget="5")
    await german.pressed("Ctrl+A", "Ctrl+Return")
    looked.at("before photos are sent")
    await german.pressed("Return", "Ctrl+Alt+A")
    page = german.window.services.overseeing.page
    for number in range(page.tabs.count()):
        page.tabs.setCurrentIndex(number)
        await german.idle()
        looked.at(f"activity, tab {number}")
    await german.pressed("Escape")
    german.action("backends").trigger()
    await german.idle()
    looked.at("backends")
    section = german.window.services.configuring.section
    section.choose(NAME)
    section.remove.click()
    looked.at("backends, removing one")
    section.keep.click()
    section.add.click()
    await german.idle()
    await german.pressed("Home")
    for _kind in range(section.form.type.count()):
        looked.at(f"backend, {section.form.type.currentText()}")
        await german.pressed("Down")
    assert section.form.type.currentIndex() == section.form.type.count() - 1, "the focus stays while one looks around"
    section.form.cancel.click()
    section.choose(NAME)
    section.try_.click()
    await german.idle()
    looked.at("backend, trying it")
    assert looked.found == []


async def test_numbers_dates_and_keys_are_written_as_germans_do(german):
    labels = german.texts(german.window.browser.header)
    assert "11 Fotos" in labels
    assert german.action("undo").text() == "Rückgängig"
    await german.pressed("Ctrl+A", "3")
    assert german.action("undo").text() == "Rückgängig: 11 Fotos mit 3 Sternen bewerten"


class Looked:
    """What is wrong with what was looked at, each thing once.

    Attributes:
        found: The screen, and the text or widget.
    """

    def __init__(self, walk: Walk) -> None:
        self.found: list[str] = []
        self._walk, self._english, self._known = walk, _english(), set[str]()

    def at(self, name: str) -> None:
        """Look at all that is in view."""
        for root in screens.roots(self._walk):
            for text in _texts(root):
                if self._english(text):
                    self._note(name, f"{text!r} is English")
            for fault in audit.cut(root):
                self._note(name, fault)

    def _note(self, name: str, fault: str) -> None:
        if fault not in self._known:
            self.found.append(f"{name}: {fault}")
        self._known.add(fault)


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
