from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tagger.entities import Box, Decision, LabelKind, PhotoId, Suggestion, SuggestionId, TagPath
from tagger.gui import theme
from tagger.gui.tokens import ON_PHOTO
from tagger.gui.viewer.photo_view import SURROUNDS, PhotoView
from tests import pace

PLAIN = "#808080"


def suggestion(number: int, box: Box | None, decision: Decision = Decision.SUGGESTED) -> Suggestion:
    return Suggestion(
        id=SuggestionId(number),
        photo_id=PhotoId(1),
        backend="onnx",
        model="yolox-s",
        label="dog",
        tag=TagPath("Animal|Dog"),
        confidence=0.91,
        kind=LabelKind.OBJECT,
        decision=decision,
        box=box,
    )


PERSON = suggestion(1, Box(0.1, 0.1, 0.8, 0.8))
FACE = suggestion(2, Box(0.4, 0.2, 0.1, 0.1))


def plain_photo(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB888)
    image.fill(QColor(PLAIN))
    return image


@pytest.fixture
def view(qtbot: QtBot) -> PhotoView:
    view = PhotoView()
    qtbot.addWidget(view)
    view.resize(824, 624)
    view.show()
    return view


@pytest.fixture
def shown(view: PhotoView, qtbot: QtBot) -> PhotoView:
    view.show_photo(plain_photo(4000, 3000), (4000, 3000))
    qtbot.waitUntil(view.is_sharp)
    return view


def place(view: PhotoView, x: float, y: float) -> QPoint:
    return view.mapped_to_view(x, y).toPoint()


def send(view: PhotoView, kind: QEvent.Type, at: QPoint, *, held: bool = False) -> None:
    moving = kind == QEvent.Type.MouseMove
    button = Qt.MouseButton.NoButton if moving else Qt.MouseButton.LeftButton
    buttons = Qt.MouseButton.LeftButton if held else Qt.MouseButton.NoButton
    spot = QPointF(at)
    event = QMouseEvent(kind, spot, view.viewport().mapToGlobal(spot), button, buttons, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.viewport(), event)


def move(view: PhotoView, at: QPoint) -> None:
    send(view, QEvent.Type.MouseMove, at)


def click(view: PhotoView, at: QPoint) -> None:
    send(view, QEvent.Type.MouseButtonPress, at, held=True)
    send(view, QEvent.Type.MouseButtonRelease, at)


def wheel(view: PhotoView, at: QPoint, notches: int) -> None:
    spot = QPointF(at)
    no_button, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    delta = QPoint(0, 120 * notches)
    globally = view.viewport().mapToGlobal(spot)
    event = QWheelEvent(spot, globally, QPoint(), delta, no_button, no_key, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(view.viewport(), event)


def colours(view: PhotoView) -> dict[str, int]:
    """How often each colour occurs in what is on screen."""
    image = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    found: dict[str, int] = {}
    for y in range(image.height()):
        for x in range(0, image.width(), 3):
            name = image.pixelColor(x, y).name()
            found[name] = found.get(name, 0) + 1
    return found


def test_a_photo_is_shown_whole_with_a_margin_and_stays_so_when_the_view_grows(shown: PhotoView) -> None:
    assert place(shown, 0, 0) == QPoint(12, 12)
    assert place(shown, 1, 1) == QPoint(812, 612)
    shown.resize(424, 624)
    assert place(shown, 0, 0).x() == 12
    assert place(shown, 1, 1).x() == 412


def test_a_small_photo_is_not_blown_up_beyond_twice_its_size(view: PhotoView) -> None:
    view.show_photo(plain_photo(40, 30), (40, 30))
    assert view.transform().m11() == 2.0


def test_one_to_one_shows_photo_pixels_on_device_pixels(shown: PhotoView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.zoom_changed) as told:
        shown.zoom_actual()
    assert told.args == [1.0]
    assert shown.zoom == 1.0
    image = QImage(4000, 3000, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for x in range(0, 4000, 2):
        for y in range(1490, 1510):
            image.setPixelColor(x, y, QColor("black"))
    shown.show_photo(image, (4000, 3000))
    qtbot.waitUntil(shown.is_sharp)
    qtbot.waitUntil(lambda: shown.photo_image.pixelColor(0, 1500).name() == "#000000")
    row = shown.viewport().grab().toImage()
    middle = row.height() // 2
    assert {row.pixelColor(x, middle).name() for x in range(100, 200)} == {"#000000", "#ffffff"}
    assert all(row.pixelColor(x, middle) != row.pixelColor(x + 1, middle) for x in range(100, 200))


def test_strong_shrinking_averages_instead_of_skipping_pixels(view: PhotoView, qtbot: QtBot) -> None:
    image = QImage(4000, 3000, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for x in range(4000):
        painter.fillRect(x, 0, 1, 3000, QColor("black" if x % 2 else "white"))
    painter.end()
    view.show_photo(image, (4000, 3000))
    qtbot.waitUntil(view.is_sharp)
    screen = view.viewport().grab().toImage()
    greys = [screen.pixelColor(x, 300).lightness() for x in range(100, 700)]
    assert max(greys) - min(greys) < 60  # five columns of black and white, averaged; 255 if skipped


def test_the_wheel_keeps_the_place_under_the_pointer(shown: PhotoView) -> None:
    wheel(shown, QPoint(412, 312), 6)
    at = place(shown, 0.4, 0.45)
    before = shown.zoom
    wheel(shown, at, 3)
    assert shown.zoom == pytest.approx(before * 1.25**3)
    assert (place(shown, 0.4, 0.45) - at).manhattanLength() <= 2


def test_zoom_has_limits_and_comes_back_to_fitted(shown: PhotoView) -> None:
    fit = shown.zoom
    shown.zoom_by(1e9)
    assert shown.zoom == 32.0
    assert not shown.fitted
    shown.zoom_by(1e-9)
    assert shown.zoom == fit
    assert shown.fitted


def test_a_better_image_of_the_same_photo_keeps_zoom_and_place(shown: PhotoView, qtbot: QtBot) -> None:
    shown.show_nothing()
    shown.show_photo(plain_photo(512, 384), (4000, 3000))
    shown.zoom_actual(QPoint(300, 200))
    before = place(shown, 0.5, 0.5), shown.zoom
    shown.show_photo(plain_photo(4000, 3000), (4000, 3000))
    assert (place(shown, 0.5, 0.5), shown.zoom) == before
    qtbot.waitUntil(lambda: shown.photo_image.width() == 4000)
    assert (place(shown, 0.5, 0.5), shown.zoom) == before


def test_the_next_photo_is_fitted_again(shown: PhotoView) -> None:
    shown.zoom_actual()
    shown.show_nothing()
    assert shown.photo_image.isNull()
    shown.show_photo(plain_photo(300, 200), (3000, 2000))
    assert shown.fitted


def test_double_click_goes_between_whole_and_one_to_one(shown: PhotoView) -> None:
    fit = shown.zoom
    send(shown, QEvent.Type.MouseButtonDblClick, QPoint(400, 300), held=True)
    assert shown.zoom == 1.0
    send(shown, QEvent.Type.MouseButtonDblClick, QPoint(400, 300), held=True)
    assert shown.zoom == fit


def test_dragging_moves_the_photo_and_picks_nothing(shown: PhotoView, qtbot: QtBot) -> None:
    shown.set_suggestions([PERSON])
    shown.zoom_actual()
    before = place(shown, 0.5, 0.5)
    with qtbot.assertNotEmitted(shown.picked):
        send(shown, QEvent.Type.MouseButtonPress, QPoint(400, 300), held=True)
        send(shown, QEvent.Type.MouseMove, QPoint(430, 320), held=True)
        send(shown, QEvent.Type.MouseMove, QPoint(500, 340), held=True)
        send(shown, QEvent.Type.MouseButtonRelease, QPoint(500, 340))
    assert place(shown, 0.5, 0.5) - before == QPoint(100, 40)


def test_hover_and_click_name_the_smallest_box_and_a_second_click_the_one_around_it(
    shown: PhotoView, qtbot: QtBot
) -> None:
    shown.set_suggestions([FACE, PERSON])
    hovered: list[object] = []
    picked: list[object] = []
    shown.hovered.connect(hovered.append)
    shown.picked.connect(picked.append)
    for x, y in ((0.45, 0.25), (0.46, 0.26), (0.2, 0.8), (0.02, 0.02)):
        move(shown, place(shown, x, y))
    assert hovered == [2, 1, None]
    for _ in range(3):
        click(shown, place(shown, 0.45, 0.25))
    click(shown, place(shown, 0.02, 0.02))
    assert picked == [2, 1, 2, None]


def test_leaving_the_view_ends_hovering(shown: PhotoView) -> None:
    hovered: list[object] = []
    shown.set_suggestions([PERSON])
    shown.hovered.connect(hovered.append)
    move(shown, place(shown, 0.5, 0.5))
    QApplication.sendEvent(shown.viewport(), QEvent(QEvent.Type.Leave))
    QApplication.sendEvent(shown, QEvent(QEvent.Type.Leave))
    assert hovered == [1, None]


def test_hidden_overlays_are_neither_painted_nor_hit(shown: PhotoView) -> None:
    shown.set_suggestions([suggestion(1, Box(0.1, 0.1, 0.8, 0.8), Decision.ACCEPTED)])
    assert colours(shown).get(ON_PHOTO.accepted, 0) > 100
    shown.set_overlays_visible(False)
    assert ON_PHOTO.accepted not in colours(shown)
    assert shown.suggestions_at(place(shown, 0.5, 0.5)) == []


def test_each_state_is_painted_in_its_line_and_current_ones_stronger(shown: PhotoView) -> None:
    counts = {}
    for decision in Decision:
        shown.set_suggestions([suggestion(1, Box(0.1, 0.1, 0.8, 0.8), decision)])
        counts[decision] = colours(shown).get(ON_PHOTO.decision(decision), 0)
    assert counts[Decision.ACCEPTED] > counts[Decision.SUGGESTED] > counts[Decision.DEFERRED] > 0
    assert counts[Decision.REJECTED] == 0  # faint: its pure colour does not occur
    shown.set_suggestions([suggestion(1, Box(0.1, 0.1, 0.8, 0.8), Decision.REJECTED)])
    shown.set_current(SuggestionId(1))
    assert colours(shown)[ON_PHOTO.rejected] > counts[Decision.ACCEPTED]


def test_a_suggestion_without_a_box_is_not_drawn(shown: PhotoView) -> None:
    before = colours(shown)
    shown.set_suggestions([suggestion(1, None)])
    shown.set_current(SuggestionId(1))
    assert colours(shown) == before


def test_a_current_box_out_of_view_is_brought_into_view(shown: PhotoView) -> None:
    shown.set_suggestions([suggestion(1, Box(0.02, 0.02, 0.05, 0.05)), suggestion(2, Box(0.9, 0.9, 0.05, 0.05))])
    shown.zoom_actual()
    shown.set_current(SuggestionId(2))
    assert shown.viewport().rect().contains(place(shown, 0.925, 0.925))
    shown.set_current(SuggestionId(1))
    assert shown.viewport().rect().contains(place(shown, 0.045, 0.045))


def test_nothing_is_repainted_where_nothing_changes(shown: PhotoView, qtbot: QtBot) -> None:
    shown.set_suggestions([PERSON])
    shown.set_current(SuggestionId(1))
    painted: list[int] = []
    original = shown.drawForeground
    shown.drawForeground = lambda *args: (painted.append(1), original(*args))[1]  # type: ignore[method-assign]
    qtbot.wait(150)
    painted.clear()
    shown.set_suggestions([PERSON])
    shown.set_current(SuggestionId(1))
    shown.set_hovered(None)
    shown.set_overlays_visible(True)
    shown.set_surround("theme")
    qtbot.wait(50)
    assert painted == []


def test_the_surround_goes_round_and_is_told(shown: PhotoView) -> None:
    told: list[str] = []
    shown.surround_changed.connect(told.append)
    for _ in range(5):
        shown.cycle_surround()
    assert told == ["mid", "light", "white", "dark", "mid"]
    shown.set_surround("white")
    assert shown.viewport().grab().toImage().pixelColor(2, 2).name() == SURROUNDS["white"]
    with pytest.raises(KeyError):
        shown.set_surround("pink")


def test_focus_that_came_by_key_can_be_seen(shown: PhotoView, qtbot: QtBot) -> None:
    def edge() -> str:
        return shown.viewport().grab().toImage().pixelColor(300, 0).name()

    accent = theme.current().accent
    shown.setFocus(Qt.FocusReason.MouseFocusReason)
    assert edge() != accent
    QApplication.sendEvent(shown, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    assert edge() == accent
    QApplication.sendEvent(shown, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert edge() != accent


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_P])
def test_keys_are_left_to_the_window(shown: PhotoView, key: Qt.Key) -> None:
    shown.zoom_actual()
    before = place(shown, 0.5, 0.5)
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    shown.keyPressEvent(event)
    assert not event.isAccepted()
    assert place(shown, 0.5, 0.5) == before


def test_three_hundred_boxes_are_painted_in_time(shown: PhotoView) -> None:
    many = [suggestion(n, Box((n % 20) / 20, (n // 20) / 15, 0.12, 0.15), list(Decision)[n % 4]) for n in range(1, 301)]
    shown.set_suggestions(many)
    target = QImage(shown.viewport().size(), QImage.Format.Format_RGB32)
    found = []
    for number in range(7):
        shown.set_hovered(SuggestionId(number + 1))
        painter = QPainter(target)
        painter.setWorldTransform(shown.viewportTransform())
        found.append(pace.units(lambda painter=painter: shown.drawForeground(painter, shown.sceneRect()), 1))
        painter.end()
    assert min(found) < 3, found


def test_boxes_of_a_real_photo_are_hit_where_they_are(view: PhotoView, qtbot: QtBot, shared: Path) -> None:
    photos = json.loads((shared / "coco" / "labels.json").read_text())["photos"]
    name, objects = max(photos.items(), key=lambda pair: len(pair[1]))
    image = QImage(str(shared / "coco" / "images" / name))
    assert not image.isNull()
    view.show_photo(image, (image.width(), image.height()))
    boxes = [suggestion(number, Box(*each["box"])) for number, each in enumerate(objects, 1)]
    view.set_suggestions(boxes)
    view.zoom_by(3)
    view.set_current(boxes[-1].id)
    for each in boxes:
        assert each.box is not None
        centre = place(view, each.box.x + each.box.w / 2, each.box.y + each.box.h / 2)
        assert each.id in view.suggestions_at(centre)
    assert len(colours(view)) > 1000
