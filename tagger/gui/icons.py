"""Icons by our own words, drawn from one font family in the colours of the active theme.

The colour is looked up while painting, so an icon that was made once follows every change of the theme.
"""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from tagger.gui.theme import Theme, current

PHOSPHOR = {
    "accept": "check",
    "activity": "list",
    "add": "plus",
    "agrees": "equals",
    "away": "eject",
    "back": "arrow-left",
    "backend": "cpu",
    "box": "bounding-box",
    "camera": "camera",
    "cancel": "x",
    "caption": "text-align-left",
    "caret_down": "caret-down",
    "caret_right": "caret-right",
    "caret_up": "caret-up",
    "close": "x",
    "cloud": "cloud",
    "compare": "columns",
    "copy": "copy",
    "date": "calendar-blank",
    "defer": "clock",
    "disagrees": "question",
    "duplicates": "copy",
    "error": "warning-circle",
    "export": "export",
    "eye": "eye",
    "eye_off": "eye-slash",
    "face": "user-focus",
    "filmstrip": "film-strip",
    "filter": "funnel",
    "folder": "folder",
    "folder_open": "folder-open",
    "forward": "arrow-right",
    "full_screen": "arrows-out",
    "grid": "squares-four",
    "info": "info",
    "keyboard": "keyboard",
    "label": "bookmark-simple",
    "lens": "aperture",
    "library": "books",
    "local": "hard-drives",
    "location": "map-pin",
    "menu": "dots-three",
    "missing": "link-break",
    "never_sent": "cloud-slash",
    "next": "caret-right",
    "offline": "wifi-slash",
    "order": "sort-ascending",
    "outside": "arrow-square-out",
    "overlays": "bounding-box",
    "palette": "command",
    "pause": "pause",
    "photo": "image",
    "play": "play",
    "previous": "caret-left",
    "recognise": "sparkle",
    "redo": "arrow-u-up-right",
    "refresh": "arrows-clockwise",
    "reject": "x",
    "remove": "minus",
    "review": "check-square-offset",
    "save": "floppy-disk",
    "search": "magnifying-glass",
    "settings": "gear",
    "sidecar": "file-text",
    "similar": "intersect",
    "sort": "sort-ascending",
    "sort_descending": "sort-descending",
    "stack": "stack",
    "star": "star",
    "star_filled": "star-fill",
    "surround": "circle-half",
    "swap": "arrows-left-right",
    "tag": "tag",
    "trash": "trash",
    "undecided": "arrow-counter-clockwise",
    "undo": "arrow-u-up-left",
    "unreadable": "file-x",
    "viewer": "image-square",
    "waiting": "circle-dashed",
    "warning": "warning",
    "zoom_actual": "frame-corners",
    "zoom_fit": "corners-out",
    "zoom_in": "magnifying-glass-plus",
    "zoom_out": "magnifying-glass-minus",
}
"""Our word for an icon and its name in Phosphor; the regular weight everywhere, fills only for what is set."""


@cache
def icon(name: str, token: str = "text", theme: Theme | None = None) -> QIcon:
    """The icon of this name, in the colour of a theme token such as ``text`` or ``accepted``.

    Args:
        name: One of the words of `PHOSPHOR`.
        token: Which colour.
        theme: Of which theme; the active one for None.

    Raises:
        KeyError: there is no such icon.
    """
    return QIcon(_GlyphEngine(_glyph(PHOSPHOR[name]), token, theme))


class _GlyphEngine(QIconEngine):
    """Paints one glyph of the icon font; disabled icons are dim."""

    def __init__(self, glyph: str, token: str, theme: Theme | None) -> None:
        super().__init__()
        self._glyph, self._token, self._theme = glyph, token, theme

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        font = QFont(_family())
        font.setPixelSize(max(rect.height(), 1))
        painter.save()
        painter.setFont(font)
        token = "line_strong" if mode == QIcon.Mode.Disabled else self._token
        painter.setPen(QColor((self._theme or current()).colour(token)))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._glyph)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _GlyphEngine(self._glyph, self._token, self._theme)


def _glyph(name: str) -> str:
    return chr(int(_characters()[name], 16))


@cache
def _characters() -> dict[str, str]:
    return json.loads((_fonts() / "phosphor-charmap-1.3.0.json").read_text("ascii"))


@cache
def _family() -> str:
    """The family of the font, given to Qt when something is painted with it first."""
    return QFontDatabase.applicationFontFamilies(
        QFontDatabase.addApplicationFont(str(_fonts() / "phosphor-1.3.0.ttf"))
    )[0]


def _fonts() -> Path:
    """Where QtAwesome has its fonts.

    It is not imported: with it comes qtpy, whose shims of all of Qt took a third of the time the window needs to open,
    and it would load all twelve fonts.
    """
    found = importlib.util.find_spec("qtawesome")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("qtawesome is not installed", name="qtawesome")
    return Path(found.origin).parent / "fonts"
