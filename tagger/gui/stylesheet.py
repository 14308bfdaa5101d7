"""The Qt style sheet, built from the tokens.

Widgets ask for a part by the dynamic property ``role``: ``primary`` (the one main button of a view), ``flat`` (a
button without a frame), ``chip``, ``dim`` (small, quiet text), ``title``, ``section`` (heading of a part of a panel),
``strong``, ``error``, and ``photo`` (what stands behind photos).
"""

from __future__ import annotations

from string import Template

from tagger.gui.tokens import FONT_DIM_PX, FONT_PX, FONT_TITLE_PX, Theme, mixed
from tagger.resources import resource

_WINDOW = """
QMainWindow, QDialog, QDockWidget, QStackedWidget { background: $surface_1; color: $text; }
QWidget { color: $text; }
QWidget[role="photo"], QStackedWidget[role="photo"] { background: $surface_0; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QDockWidget { font-size: ${dim_px}px; titlebar-close-icon: none; }
QDockWidget::title { background: $surface_1; color: $text_dim; padding: 6px 8px; text-align: left; }
QDockWidget > QWidget { background: $surface_1; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }
QToolTip { background: $surface_2; color: $text_strong; border: 1px solid $line_strong; padding: 4px 8px; }
QStatusBar { background: $surface_1; color: $text_dim; border-top: 1px solid $line; min-height: ${h28}px; }
QStatusBar::item { border: none; }
QLabel { background: transparent; }
QLabel[role="dim"] { color: $text_dim; font-size: ${dim_px}px; }
QLabel[role="title"] { color: $text_strong; font-size: ${title_px}px; font-weight: 600; }
QLabel[role="section"] { color: $text_strong; font-weight: 600; }
QLabel[role="strong"] { color: $text_strong; }
QLabel[role="error"] { color: $rejected; }
"""

_MENUS = """
QMenuBar { background: $surface_1; color: $text; border-bottom: 1px solid $line; padding: 0 4px; }
QMenuBar::item { background: transparent; padding: 6px 8px; border-radius: 4px; }
QMenuBar::item:selected { background: $hover; color: $text_strong; }
QMenuBar::item:pressed { background: $accent; color: $text_on_accent; }
QMenu { background: $surface_2; color: $text; border: 1px solid $line_strong; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $accent; color: $text_on_accent; }
QMenu::item:disabled { color: $disabled; background: transparent; }
QMenu::separator { background: $line; height: 1px; margin: 4px 8px; }
QToolBar { background: $surface_1; border: none; border-bottom: 1px solid $line; padding: 4px 8px; spacing: 4px; }
QToolBar::separator { background: $line; width: 1px; margin: 4px 4px; }
"""

_BUTTONS = """
QPushButton { background: $surface_2; color: $text_strong; border: 1px solid $line_strong; border-radius: 4px;
    padding: 0 11px; min-height: ${h26}px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $pressed; border-color: $accent; }
QPushButton:focus { border: 2px solid $accent; padding: 0 10px; min-height: ${h24}px; }
QPushButton:disabled { color: $disabled; border-color: $line; background: transparent; }
QPushButton[role="primary"] { background: $accent; color: $text_on_accent; border-color: $accent; font-weight: 600; }
QPushButton[role="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid $text_strong; }
QPushButton[role="primary"]:disabled { background: $surface_2; color: $disabled; border-color: $line; }
QPushButton[role="flat"] { background: transparent; border-color: transparent; color: $text; }
QPushButton[role="flat"]:hover { background: $hover; color: $text_strong; }
QPushButton[role="flat"]:focus { border: 2px solid $accent; }
QPushButton[role="chip"] { background: $surface_2; color: $text; border-color: $line; padding: 0 7px;
    min-height: ${h22}px; }
QPushButton[role="chip"]:hover { background: $hover; color: $text_strong; }
QPushButton[role="chip"]:focus { border: 2px solid $accent; padding: 0 6px; min-height: ${h20}px; }
QFrame[role="palette"] { background: $surface_1; border: 1px solid $line_strong; border-radius: 4px; }
QFrame[role="message"] { background: $surface_2; border: 1px solid $line_strong; border-radius: 4px; }
QFrame[role="setting"] { background: transparent; border: none; border-left: 2px solid $line; border-radius: 0; }
QFrame[role="setting"][changed="true"] { border-left-color: $accent; }
QFrame[role="chip"] { background: $surface_2; border: 1px solid $line; border-radius: 4px; }
QFrame[role="chip"]:hover { background: $hover; }
QFrame[role="chip"]:focus { border: 2px solid $accent; }
QPushButton[role="decision"] { padding: 0 3px; }
QPushButton[role="decision"]:focus { padding: 0 2px; }
QToolButton { background: transparent; color: $text; border: 1px solid transparent; border-radius: 4px; padding: 3px; }
QToolButton:hover { background: $hover; color: $text_strong; }
QToolButton:pressed, QToolButton:checked { background: $pressed; color: $text_strong; }
QToolButton:checked { border-color: $line_strong; }
QToolButton:focus { border: 2px solid $accent; padding: 2px; }
QToolButton:disabled { color: $disabled; }
QToolButton[popupMode="1"] { padding-right: 16px; }
QToolButton::menu-indicator { width: 0; }
QToolButton::menu-button { background: transparent; border: none; width: 16px; }
QToolButton::menu-arrow { image: url("$caret_down"); width: 12px; height: 12px; }
QCheckBox, QRadioButton { spacing: 8px; min-height: ${h26}px; color: $text; border: 1px solid transparent;
    border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator { width: 14px; height: 14px;
    background: $surface_2; border: 1px solid $line_strong; border-radius: 3px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: $accent; border-color: $accent;
    image: url("$tick"); }
QCheckBox::indicator:indeterminate { background: $accent; border: 5px solid $surface_2; width: 6px; height: 6px; }
QRadioButton::indicator:checked { background: $text_on_accent; border: 5px solid $accent; width: 6px; height: 6px; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: transparent; border-color: $line; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox { background: $surface_2; color: $text_strong;
    border: 1px solid $line_strong; border-radius: 4px; padding: 0 7px; selection-background-color: $accent;
    selection-color: $text_on_accent; placeholder-text-color: $text_dim; }
QLineEdit, QAbstractSpinBox { min-height: ${h26}px; }
QPlainTextEdit, QTextEdit { padding: 4px 7px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus { border: 2px solid $accent;
    padding: 0 6px; }
QLineEdit:focus, QAbstractSpinBox:focus { min-height: ${h24}px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled { color: $disabled; border-color: $line; }
QComboBox { background: $surface_2; color: $text_strong; border: 1px solid $line_strong; border-radius: 4px;
    padding: 0 8px; min-height: ${h26}px; }
QComboBox:hover { background: $hover; }
QComboBox:focus { border: 2px solid $accent; padding: 0 7px; min-height: ${h24}px; }
QComboBox:disabled { color: $disabled; border-color: $line; }
QComboBox::drop-down { border: none; background: transparent; width: 20px; }
QComboBox::down-arrow, QAbstractSpinBox::down-arrow { image: url("$caret_down"); width: 12px; height: 12px; }
QAbstractSpinBox::up-arrow { image: url("$caret_up"); width: 12px; height: 12px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: 20px; }
QComboBox QAbstractItemView { background: $surface_2; border: 1px solid $line_strong; padding: 4px; }
QSlider { min-height: 24px; border: 1px solid transparent; border-radius: 4px; }
QSlider:focus { border-color: $accent; }
QSlider::groove:horizontal { background: $line_strong; height: 2px; border-radius: 1px; margin: 0 4px; }
QSlider::sub-page:horizontal { background: $text; height: 2px; border-radius: 1px; margin: 0 4px; }
QSlider::handle:horizontal { background: $text_strong; width: 12px; height: 12px; margin: -5px 0; border-radius: 6px; }
QSlider::handle:horizontal:hover { background: $accent; }
QProgressBar { background: $line; border: none; border-radius: 2px; max-height: 4px; min-height: 4px;
    text-align: center;
    color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
"""

_VIEWS = """
QAbstractItemView { background: $surface_1; color: $text; border: none; outline: none;
    selection-background-color: $selected; selection-color: $text_strong; alternate-background-color: $surface_1; }
QListView::item, QTreeView::item { height: ${h26}px; padding: 0 4px; border: 1px solid transparent; }
QListView::item:hover, QTreeView::item:hover, QTreeView::branch:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected, QTreeView::branch:selected { background: $selected;
    color: $text_strong; }
QListView::item:focus, QTreeView::item:focus { border: 1px solid $accent; }
QHeaderView { background: $surface_1; border: none; }
QHeaderView::section { background: $surface_1; color: $text_dim; border: none;
    border-bottom: 1px solid $line; padding: 4px 8px; }
QScrollArea, QGraphicsView { border: none; background: transparent; }
QScrollArea > QWidget > QWidget[role="panel"] { background: $surface_1; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; margin: 0; }
QScrollBar:horizontal { height: 12px; margin: 0; }
QScrollBar::handle { background: $scroll; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px 3px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 3px 2px; }
QScrollBar::handle:hover { background: $line_strong; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTabBar::tab { background: transparent; color: $text_dim; padding: 6px 12px; border: none;
    border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $text_strong; border-bottom-color: $accent; }
QTabBar::tab:hover { color: $text_strong; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
"""


def stylesheet(theme: Theme, font_px: int = FONT_PX) -> str:
    """The style sheet of the program; the two other text sizes keep their proportion to the base size ``font_px``."""
    values = {token: theme.colour(token) for token in Theme.__slots__ if token != "name"}
    values |= {
        "hover": mixed(theme.surface_2, theme.text_strong, 0.08),
        "pressed": mixed(theme.surface_2, theme.text_strong, 0.16),
        "selected": selected_surface(theme),
        "accent_hover": mixed(theme.accent, theme.text_strong, 0.16),
        "disabled": mixed(theme.surface_1, theme.text_dim, 0.6),
        "scroll": mixed(theme.surface_1, theme.line_strong, 0.6),
        "tick": resource("theme", f"tick-{theme.name}.svg").as_posix(),
        "caret_down": resource("theme", "caret-down.svg").as_posix(),
        "caret_up": resource("theme", "caret-up.svg").as_posix(),
        "dim_px": str(round(font_px * FONT_DIM_PX / FONT_PX)),
        "title_px": str(round(font_px * FONT_TITLE_PX / FONT_PX)),
    }
    # What holds text grows with it; what has the focus has a border that is one pixel wider on each side.
    grown = {f"h{height}": round(height * font_px / FONT_PX) for height in (22, 26, 28)}
    grown |= {"h20": grown["h22"] - 2, "h24": grown["h26"] - 2}
    values |= {name: str(height) for name, height in grown.items()}
    return Template("".join((_WINDOW, _MENUS, _BUTTONS, _FIELDS, _VIEWS))).substitute(values)


def selected_surface(theme: Theme) -> str:
    """Ground of a selected row: a panel with so little accent that coloured marks and dim text stay readable on it."""
    return mixed(theme.surface_1, theme.accent, 0.14)
