"""The look of the real window: what the system asks for, and large fonts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tagger.gui import theme
from tests.gui.window.driver import Walk


async def test_it_follows_the_system_only_where_it_is_told_to(window: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = QGuiApplication.styleHints().colorSchemeChanged
    monkeypatch.setattr(theme, "system_scheme", lambda: Qt.ColorScheme.Light)
    changed.emit(Qt.ColorScheme.Light)
    assert theme.current() is theme.DARK, "dark was chosen"
    window.action("theme_system").trigger()
    await window.until(lambda: theme.current() is theme.LIGHT, "the theme of the system")
    monkeypatch.setattr(theme, "system_scheme", lambda: Qt.ColorScheme.Dark)
    changed.emit(Qt.ColorScheme.Dark)
    assert theme.current() is theme.DARK
    monkeypatch.setattr(theme, "system_wants_contrast", lambda: True)
    changed.emit(Qt.ColorScheme.Dark)
    assert theme.current() is theme.DARK.high_contrast()
    monkeypatch.undo()
    window.action("theme_dark").trigger()
    await window.until(lambda: theme.current() is theme.DARK, "the dark theme")
    assert [window.action(f"theme_{name}").isChecked() for name in ("system", "dark", "light")] == [False, True, False]


async def test_it_follows_the_font_of_the_system(window: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    app, main = QApplication.instance(), window.window
    assert isinstance(app, QApplication)
    before, height = app.property("systemFontPx"), theme.row_px()
    try:
        monkeypatch.setattr(theme, "system_font_px", lambda: 27)
        QApplication.sendEvent(main, QEvent(QEvent.Type.ThemeChange))
        assert app.font().pixelSize() == 27
        assert theme.row_px() > height
        await window.idle()
        assert main.browser.header.sort_button.font().pixelSize() == 27
    finally:
        monkeypatch.undo()
        QApplication.sendEvent(main, QEvent(QEvent.Type.ThemeChange))
    assert app.property("systemFontPx") == before
    assert theme.row_px() == height


async def test_with_a_large_font_nothing_of_the_settings_is_cut(window: Walk) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = app.property("systemFontPx")
    app.setProperty("systemFontPx", 27)  # 20 pt at 96 dots per inch
    try:
        theme.apply(app, theme.current())
        window.window.resize(1280, 800)
        await window.pressed("Ctrl+,")
        page = window.window.program.settings.page
        assert theme.row_px() == 58
        for label in page.findChildren(QLabel):
            if label.isVisible() and not label.wordWrap():
                assert label.height() >= QFontMetrics(label.font()).height(), label.text()
        for button in page.findChildren(QPushButton):
            if button.isVisible():
                assert button.width() >= QFontMetrics(button.font()).horizontalAdvance(button.text()), button.text()
        sections = page.sections
        assert sections.visualItemRect(sections.item(0)).height() >= QFontMetrics(sections.font()).height()
    finally:
        app.setProperty("systemFontPx", before)
        theme.apply(app, theme.current())


async def test_a_message_moves_nothing(window: Walk) -> None:
    view = window.window.browser.grid
    before = view.geometry()
    window.window._session.messages.say("Something happened.", key="x")
    await window.until(window.bar.isVisible, "the message")
    assert view.geometry() == before
    centre = window.bar.parentWidget()
    assert centre.rect().contains(window.bar.geometry())
    window.window.resize(window.window.size().width(), 500)
    await window.idle()
    assert centre.rect().contains(window.bar.geometry()), "it stays at the bottom"


async def test_the_help_windows_show_what_they_promise(window: Walk) -> None:
    from tagger.gui.about import AboutDialog
    from tagger.gui.help.text_window import TextWindow

    for name in ("log", "report", "about"):
        window.action(name).trigger()
        await window.idle()
    texts = {each.windowTitle(): each.text.toPlainText() for each in window.window.findChildren(TextWindow)}
    assert set(texts) == {"Log", "Report a problem"}
    assert "Qt" in texts["Report a problem"]
    assert str(window.config.parent) not in texts["Report a problem"]
    (dialog,) = window.window.findChildren(AboutDialog)
    for each in [*window.window.findChildren(TextWindow), dialog]:
        each.close()
    window.window.activateWindow()
    await window.idle()
