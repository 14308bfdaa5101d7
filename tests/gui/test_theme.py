"""The tokens keep their promises about contrast, and every widget can be styled from them."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPushButton, QSlider, QVBoxLayout, QWidget

from tagger.entities import Decision
from tagger.gui import theme as themes
from tagger.gui.tokens import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST, ON_PHOTO, TEXT_TOKENS, Theme, contrast, mixed

ALL = [DARK, LIGHT, DARK.high_contrast(), LIGHT.high_contrast()]
BOTH = pytest.mark.parametrize("theme", ALL, ids=["dark", "light", "dark-contrast", "light-contrast"])


def test_contrast_of_black_on_white_is_the_largest_there_is() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#777777") == pytest.approx(1.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)


@BOTH
@pytest.mark.parametrize("token", TEXT_TOKENS)
def test_text_is_readable_on_every_surface(theme: Theme, token: str) -> None:
    assert [contrast(theme.colour(token), surface) >= 4.5 for surface in theme.surfaces()] == [True, True, True]


@BOTH
def test_borders_can_be_seen_on_every_surface(theme: Theme) -> None:
    assert min(contrast(theme.line_strong, surface) for surface in theme.surfaces()) >= 3.0


@BOTH
def test_text_is_readable_on_the_accent_and_on_a_selected_row(theme: Theme) -> None:
    selected = themes.selected_surface(theme)
    assert contrast(theme.text_on_accent, theme.accent) >= 4.5
    assert min(contrast(theme.colour(token), selected) for token in TEXT_TOKENS if token != "accent") >= 4.5


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_surfaces_are_neutral_grey(theme: Theme) -> None:
    greys = [*theme.surfaces(), theme.line, theme.line_strong, theme.text, theme.text_dim, theme.text_strong]
    assert all(grey[1:3] == grey[3:5] == grey[5:7] for grey in greys)


def test_every_decision_has_a_colour_and_unknown_tokens_are_refused() -> None:
    assert len({ON_PHOTO.decision(decision) for decision in Decision}) == len(Decision)
    with pytest.raises(KeyError):
        DARK.colour("name")
    with pytest.raises(KeyError):
        DARK.colour("glow")
    assert DARK.colour("text.dim") == DARK.text_dim


CONTRAST = pytest.mark.parametrize("theme", [DARK.high_contrast(), LIGHT.high_contrast()], ids=["dark", "light"])


@CONTRAST
@pytest.mark.parametrize("token", TEXT_TOKENS)
def test_high_contrast_has_seven_to_one_everywhere(theme: Theme, token: str) -> None:
    """WCAG 2.2, 1.4.6: the enhanced level."""
    grounds = [*theme.surfaces(), *([] if token == "accent" else [themes.selected_surface(theme)])]
    assert min(contrast(theme.colour(token), ground) for ground in grounds) >= 7.0


@CONTRAST
def test_high_contrast_has_no_faint_line_and_neutral_grounds(theme: Theme) -> None:
    assert min(contrast(theme.line, surface) for surface in theme.surfaces()) >= 4.5
    assert min(contrast(theme.line_strong, surface) for surface in theme.surfaces()) >= 7.0
    assert contrast(theme.text_on_accent, theme.accent) >= 7.0
    assert all(grey[1:3] == grey[3:5] == grey[5:7] for grey in (*theme.surfaces(), theme.line, theme.text_dim))
    assert len({theme.decision(decision) for decision in Decision}) == len(Decision)


@pytest.mark.parametrize(
    ("chosen", "contrast_chosen", "scheme", "wanted", "expected"),
    [
        ("dark", "system", Qt.ColorScheme.Light, False, DARK),
        ("light", "system", Qt.ColorScheme.Dark, False, LIGHT),
        ("system", "system", Qt.ColorScheme.Light, False, LIGHT),
        ("system", "system", Qt.ColorScheme.Dark, False, DARK),
        ("system", "system", Qt.ColorScheme.Unknown, False, DARK),
        ("system", "system", Qt.ColorScheme.Light, True, LIGHT_CONTRAST),
        ("light", "system", Qt.ColorScheme.Dark, True, LIGHT_CONTRAST),
        ("dark", "normal", Qt.ColorScheme.Dark, True, DARK),
        ("dark", "high", Qt.ColorScheme.Light, False, DARK_CONTRAST),
    ],
)
def test_the_theme_for_the_settings(
    monkeypatch: pytest.MonkeyPatch,
    chosen: str,
    contrast_chosen: str,
    scheme: Qt.ColorScheme,
    wanted: bool,
    expected: Theme,
) -> None:
    monkeypatch.setattr(themes, "system_scheme", lambda: scheme)
    monkeypatch.setattr(themes, "system_wants_contrast", lambda: wanted)
    assert themes.for_settings(chosen, contrast_chosen) is expected


def test_mixing_is_by_channel() -> None:
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"
    assert mixed("#102030", "#ffffff", 0.0) == "#102030"


@BOTH
def test_the_style_sheet_uses_only_colours_made_from_tokens(theme: Theme) -> None:
    sheet = themes.stylesheet(theme)
    assert "$" not in sheet
    assert all(re.fullmatch(r"#[0-9a-f]{6}", found) for found in re.findall(r"#\w+", sheet))


def test_larger_base_font_scales_the_other_sizes() -> None:
    assert "font-size: 22px" in themes.stylesheet(DARK, 26)
    assert "font-size: 32px" in themes.stylesheet(DARK, 26)
    assert "min-height: 52px" in themes.stylesheet(DARK, 26), "what holds text grows with it"


def test_applying_a_theme_tells_the_painters_and_leaves_no_qt_warning(qtbot, qapp: QApplication) -> None:  # type: ignore[no-untyped-def]
    widget = QWidget()
    qtbot.addWidget(widget)
    layout = QVBoxLayout(widget)
    for child in (QPushButton("Recognise"), QLineEdit(), QCheckBox("Local"), QComboBox(), QSlider()):
        layout.addWidget(child)
    before = themes.current()
    try:
        with qtbot.waitSignal(themes.state().changed):
            themes.apply(qapp, LIGHT)
        assert themes.current() is LIGHT
        assert qapp.palette().color(QPalette.ColorRole.Window).name() == LIGHT.surface_1
        assert themes.colour("text.dim", 0.5).alphaF() == pytest.approx(0.5, abs=0.01)
        assert not widget.grab().isNull()
    finally:
        themes.apply(qapp, before)


def test_the_system_theme_is_one_of_ours(qapp: QApplication) -> None:
    assert themes.for_system().name in {"dark", "light"}
