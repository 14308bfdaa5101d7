"""What the parts of the window are made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout

from tagger.gui.browser import Browser
from tagger.gui.jobs.activity import Activity
from tagger.gui.messages import MessageBar
from tagger.gui.pages import Pages
from tagger.gui.part import Part
from tagger.gui.review.inspector import Inspector
from tagger.gui.session import Session
from tagger.gui.sources.panel import SourcesPanel

_P = TypeVar("_P", bound=Part)


@dataclass(frozen=True)
class Frame:
    """The window before it can do anything: its places, its work and the way to the library.

    Attributes:
        app, window, session: The program, its window and the library that is open.
        browser, inspector, sources, pages: The places.
        activity: The long work that runs.
        messages: The line in which messages are.
        above: The layout of the centre; a bar that asks something is put in at its top.
    """

    app: QApplication
    window: QMainWindow
    session: Session
    browser: Browser
    inspector: Inspector
    sources: SourcesPanel
    pages: Pages
    activity: Activity
    messages: MessageBar
    above: QVBoxLayout


class Group:
    """Parts of one area, in the order in which they begin."""

    def __init__(self) -> None:
        self._parts: list[Part] = []

    def __iter__(self) -> Iterator[Part]:
        return iter(self._parts)

    def add(self, part: _P) -> _P:
        """Make a part one of this area; answers it."""
        self._parts.append(part)
        return part
