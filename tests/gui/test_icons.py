from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from tagger.gui import icons, theme
from tagger.gui.tokens import DARK, LIGHT


def ink(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    """The fully opaque colours an icon is drawn with."""
    image = icon.pixmap(QSize(32, 32), 1.0, mode).toImage().convertToFormat(QImage.Format.Format_ARGB32)
    found = (QColor.fromRgba(image.pixel(x, y)) for x in range(32) for y in range(32))
    return {pixel.name() for pixel in found if pixel.alpha() == 255}


@pytest.mark.parametrize("name", sorted(icons.PHOSPHOR))
def test_every_word_has_a_picture(qapp: QApplication, name: str) -> None:
    assert ink(icons.icon(name))


def test_an_icon_follows_the_theme(qapp: QApplication) -> None:
    accept = icons.icon("accept", "accepted")
    before = theme.current()
    try:
        theme.apply(qapp, DARK)
        assert ink(accept) == {DARK.accepted}
        theme.apply(qapp, LIGHT)
        assert ink(accept) == {LIGHT.accepted}
        assert ink(accept, QIcon.Mode.Disabled) == {LIGHT.line_strong}
    finally:
        theme.apply(qapp, before)


def test_an_icon_nobody_declared_is_refused(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        icons.icon("sparkles")
