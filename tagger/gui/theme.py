"""The active theme: palette and style sheet from the tokens, and who is told when it changes.

Painters (delegates, overlays) ask `current` while they paint; Qt repaints every widget when the palette changes, so
they need not listen. What keeps rendered colours (pixmap caches) listens to ``state().changed``.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from tagger.gui.stylesheet import selected_surface, stylesheet
from tagger.gui.tokens import DARK, FONT_DIM_PX, FONT_PX, FONT_TITLE_PX, LIGHT, ROW_PX, Theme, contrast

__all__ = [
    "DARK",
    "LIGHT",
    "Theme",
    "ThemeState",
    "apply",
    "colour",
    "contrast",
    "current",
    "font",
    "for_settings",
    "for_system",
    "palette",
    "row_px",
    "scaled",
    "selected_surface",
    "state",
    "stylesheet",
]

_SYSTEM_LARGE_PX = 16
"""A system font above this was made large on purpose; below, the base size of the design is used."""

_SIZES = {"base": FONT_PX, "dim": FONT_DIM_PX, "title": FONT_TITLE_PX}


class ThemeState(QObject):
    """Which theme is on.

    Attributes:
        theme: The active theme.
        font_px: Base size of text.

    Signals:
        changed: After the application has taken over another theme.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = DARK
        self.font_px = FONT_PX

    def set(self, theme: Theme, font_px: int) -> None:
        """Make the theme the active one and tell who keeps rendered colours."""
        self.theme, self.font_px = theme, font_px
        self.changed.emit()


@cache
def state() -> ThemeState:
    """The one theme state of the program."""
    return ThemeState()


def current() -> Theme:
    """The active theme."""
    return state().theme


def colour(token: str, alpha: float = 1.0) -> QColor:
    """A token of the active theme for a painter; ``alpha`` is 0..1."""
    value = QColor(current().colour(token))
    value.setAlphaF(alpha)
    return value


def font(size: str = "base", *, strong: bool = False) -> QFont:
    """The system font in one of the three sizes ``base``, ``dim`` and ``title``."""
    value = QFont(QGuiApplication.font())
    value.setPixelSize(round(state().font_px * _SIZES[size] / FONT_PX))
    value.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return value


def palette(theme: Theme) -> QPalette:
    """The palette for what the style sheet does not reach, such as check marks and links."""
    role = QPalette.ColorRole
    value = QPalette(QColor(theme.surface_2), QColor(theme.surface_1))
    tokens = {
        role.Window: "surface_1",
        role.Base: "surface_2",
        role.AlternateBase: "surface_1",
        role.Button: "surface_2",
        role.ToolTipBase: "surface_2",
        role.WindowText: "text",
        role.Text: "text_strong",
        role.ButtonText: "text_strong",
        role.ToolTipText: "text_strong",
        role.BrightText: "text_strong",
        role.PlaceholderText: "text_dim",
        role.Highlight: "accent",
        role.HighlightedText: "text_on_accent",
        role.Accent: "accent",
        role.Link: "accent",
        role.LinkVisited: "accent",
        role.Mid: "line",
        role.Midlight: "line",
        role.Dark: "line_strong",
        role.Light: "surface_2",
        role.Shadow: "surface_0",
    }
    for each, token in tokens.items():
        value.setColor(each, QColor(theme.colour(token)))
    for each in (role.WindowText, role.Text, role.ButtonText):
        value.setColor(QPalette.ColorGroup.Disabled, each, QColor(theme.line_strong))
    return value


def scaled(px: float) -> int:
    """A measure of the design that holds text, such as 28 for a row, at the size of the user's font."""
    return round(px * state().font_px / FONT_PX)


def row_px() -> int:
    """Height of a row of a list."""
    return scaled(ROW_PX)


def system_scheme() -> Qt.ColorScheme:
    """What the desktop asks for; unknown where it does not tell."""
    return QGuiApplication.styleHints().colorScheme()


def system_wants_contrast() -> bool:
    """Whether the desktop asks for high contrast."""
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):  # new in Qt 6.10
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def for_system() -> Theme:
    """The theme that fits what the desktop asks for: dark or light, and more contrast if wanted."""
    return for_settings("system", "system")


def for_settings(theme: str, contrast: str) -> Theme:
    """The theme for the settings ``window.theme`` and ``window.contrast``."""
    light = theme == "light" or (theme == "system" and system_scheme() == Qt.ColorScheme.Light)
    high = contrast == "high" or (contrast == "system" and system_wants_contrast())
    chosen = LIGHT if light else DARK
    return chosen.high_contrast() if high else chosen


def apply(app: QApplication, theme: Theme) -> None:
    """Give the whole application this theme, at once and as often as wanted."""
    font_px = _base_font_px(app)
    app.setStyle("Fusion")
    state().set(theme, font_px)
    app.setPalette(palette(theme))
    app.setFont(font())
    app.setStyleSheet(stylesheet(theme, font_px))


def system_font_px() -> int:
    """Height of the font that the system wants now, in pixels."""
    return QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pixelSize()


def follow_system_font(app: QApplication) -> None:
    """Take the size of the system's font, where somebody changed it meanwhile."""
    known = system_font_px()
    if known != app.property("systemFontPx"):
        app.setProperty("systemFontPx", known)
        apply(app, current())


def _base_font_px(app: QApplication) -> int:
    """A large system font is kept; what the application has afterwards is our own."""
    if (known := app.property("systemFontPx")) is None:
        known = system_font_px()
        app.setProperty("systemFontPx", known)
    return int(known) if known > _SYSTEM_LARGE_PX else FONT_PX
