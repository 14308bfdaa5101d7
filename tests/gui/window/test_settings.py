"""The page of the settings in the real window."""

from __future__ import annotations

import tomllib

from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QSpinBox, QWidget

from tagger.gui import theme
from tagger.gui.settings.page import SettingsPage
from tagger.settings import DECLARED
from tests.gui.window.driver import Walk


async def page(walk: Walk) -> SettingsPage:
    await walk.pressed("Ctrl+,")
    found = walk.window.findChild(SettingsPage)
    assert found is not None
    assert found.isVisible()
    return found


def kept(walk: Walk) -> dict[str, object]:
    return tomllib.loads(walk.config.read_text()) if walk.config.exists() else {}


def shown(found: SettingsPage) -> list[str]:
    return [row.declared.name for box in found.boxes for row in box.rows if row.isVisible()]


async def test_every_declared_setting_is_on_the_page_and_every_control_has_a_name(window: Walk) -> None:
    found = await page(window)
    assert sorted(shown(found)) == sorted(DECLARED)
    for name in DECLARED:
        control = found.row(name).editor.control
        assert control.accessibleName()
        assert control.accessibleDescription()


async def test_a_change_holds_at_once_is_kept_marked_and_taken_back(window: Walk) -> None:
    found = await page(window)
    row = found.row("viewer.surround")
    combo = row.editor.control
    assert isinstance(combo, QComboBox)
    assert not row.back.isVisible()
    combo.setFocus()
    await window.pressed("Down")
    assert kept(window)["viewer"] == {"surround": "mid"}
    assert window.window.browser.viewer.view.surround == "mid"
    assert row.back.isVisible()
    await window.click(row.back)
    assert "viewer" not in kept(window)
    assert combo.currentData() == "dark"
    assert not row.back.isVisible()


async def test_keys_belong_to_the_controls_here(window: Walk) -> None:
    """Elsewhere Space goes on and P accepts."""
    found = await page(window)
    row = found.row("review.advance")
    box = row.editor.control
    assert isinstance(box, QCheckBox)
    box.setFocus()
    await window.pressed("Space")
    assert not box.isChecked()
    assert not window.tagger.settings.get("review.advance")
    assert not window.action("advance").isChecked()
    await window.pressed("P")
    assert window.decided() == {}
    number = found.row("index.workers").editor.control
    assert isinstance(number, QSpinBox)
    number.setFocus()
    number.selectAll()
    window.type("3")
    await window.pressed("Return")
    assert window.tagger.settings.get("index.workers") == 3
    assert found.isVisible()


async def test_the_search_finds_by_title_help_and_choice_and_escape_leaves(window: Walk) -> None:
    before = window.focus
    found = await page(window)
    window.type("thumb")
    assert "window.thumbnail_side" in shown(found)
    assert "window.theme" not in shown(found)
    await window.pressed("Esc")
    assert sorted(shown(found)) == sorted(DECLARED)
    window.type("undo")
    assert "Keyboard shortcuts" in [
        found.sections.item(row).text() for row in range(found.sections.count()) if not found.sections.isRowHidden(row)
    ]
    await window.pressed("Esc", "Esc")
    assert not found.isVisible()
    assert window.focus is before


async def test_the_menu_and_the_page_agree(window: Walk) -> None:
    found = await page(window)
    window.action("theme_light").trigger()
    await window.until(lambda: theme.current() is theme.LIGHT, "the light theme")
    combo = found.row("window.theme").editor.control
    assert isinstance(combo, QComboBox)
    assert combo.currentData() == "light"
    combo.setCurrentIndex(combo.findData("dark"))
    await window.idle()
    assert theme.current() is theme.DARK
    assert window.action("theme_dark").isChecked()
    contrast = found.row("window.contrast").editor.control
    assert isinstance(contrast, QComboBox)
    contrast.setCurrentIndex(contrast.findData("high"))
    await window.idle()
    assert theme.current() is theme.DARK.high_contrast()
    contrast.setCurrentIndex(contrast.findData("system"))
    await window.idle()
    assert theme.current() is theme.DARK


async def test_what_the_file_says_wrongly_is_named_on_the_page(window: Walk) -> None:
    window.config.parent.mkdir(parents=True, exist_ok=True)
    window.config.write_text("[window]\ntheme = 'pink'\nthumbnail_side = 256\n[nonsense]\nx = 1\n")
    found = await page(window)
    text = " ".join(label.text() for label in found.findChildren(QLabel) if label.isVisible())
    assert "pink" in text
    assert "nonsense" in text
    assert window.window.browser.grid.thumbnail_side == 256, "what another program changed holds"


async def test_what_cannot_be_saved_is_said_and_shown_as_it_was(window: Walk) -> None:
    found = await page(window)
    window.config.unlink(missing_ok=True)
    window.config.mkdir(parents=True)
    box = found.row("review.advance").editor.control
    assert isinstance(box, QCheckBox)
    box.setFocus()
    await window.pressed("Space")
    assert window.message is not None
    assert box.isChecked()


async def test_other_sections_can_be_added(window: Walk) -> None:
    found = await page(window)
    extra = QWidget()
    found.add_section("more", "More", extra)
    found.open_at("more")
    assert extra.isVisible()
    found.field.setFocus()
    window.type("more")
    assert extra.isVisible()
