"""Reviewing by label in the real window, by key and by mouse."""

from __future__ import annotations

import builtins

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tagger.entities import Decision
from tests.gui.window.driver import Walk

ACCEPTED, REJECTED, WAITS = Decision.ACCEPTED, Decision.REJECTED, Decision.SUGGESTED


async def reviewing(walk: Walk):
    """Open the page; its model and its view."""
    await walk.pressed("Shift+L")
    part = walk.window.photos.by_label
    await walk.until(lambda: part.model.rowCount() and not walk._busy(), "the crops")
    return part, part.model, part.page.view


def by_confidence(walk: Walk, label: str) -> list[tuple[int, float, Decision]]:
    sql = (
        "SELECT s.id, s.confidence, s.decision FROM suggestions s JOIN labels l ON l.id = s.label_id"
        f" WHERE l.name = '{label}' ORDER BY s.confidence DESC, s.id"
    )
    return [(int(str(i)), float(str(c)), Decision(str(d))) for i, c, d in walk.rows(sql)]


def middle(view, row: int) -> QPoint:
    return view.visualRect(view.model().index(row)).center()


async def test_a_label_is_reviewed_by_keys_alone_and_undone_in_one_step(window: Walk) -> None:
    part, model, view = await reviewing(window)
    label = part._label
    before = by_confidence(window, label.name)
    assert [each[0] for each in before] == model.waiting.ids.tolist()
    assert label.waiting == max(each.waiting for each in part._labels)
    assert window.focus is view
    window.press("End", "L")  # the line after the last one: all are above it
    assert model.above == len(before)
    window.press("Left", "L")
    assert model.above == len(before) - 1
    window.press("Home", "X", "Right", "Space", "Space")
    assert model.taken_out.tolist() == [before[0][0]]
    assert part.page.accept.text().strip() == f"Accept {len(before) - 2}, reject 1"
    await window.pressed("P")
    after = [decision for _id, _confidence, decision in by_confidence(window, label.name)]
    assert after == [REJECTED, *[ACCEPTED] * (len(before) - 2), WAITS]
    assert part._label is not None
    assert part._label.key != label.key  # the next one is in view
    assert window.focus is view
    await window.pressed("Ctrl+Z")
    await window.until(lambda: part._label is not None and part._label.key == label.key, "the label to come back")
    await window.idle()
    assert by_confidence(window, label.name) == before
    assert model.taken_out.tolist() == [before[0][0]]
    assert model.above == len(before) - 1


async def test_the_line_moves_by_keys_by_the_slider_and_by_dragging(window: Walk) -> None:
    part, model, view = await reviewing(window)
    slider = part.page.header.slider
    model.set_threshold(0.5)
    window.press("]")
    assert model.threshold == pytest.approx(0.51)
    window.press("[", "[")
    assert model.threshold == pytest.approx(0.49)
    window.press("}")
    assert model.threshold == pytest.approx(0.59)
    slider.setFocus()
    window.press("Left")
    assert model.threshold == pytest.approx(0.58)
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 12, 20))
    assert model.threshold > 0.95
    assert model.above < 3
    window.press("[", on=view)
    line = view._line()
    at = (line[0] + line[1]) / 2 - QPoint(0, view.verticalOffset())
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at.x(), max(at.y(), 1)))
    row = min(5, model.rowCount() - 1)
    target = view.visualRect(model.index(row)).topLeft() + QPoint(0, 4)
    QTest.mouseMove(view.viewport(), target)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=target)
    assert abs(model.above - row) <= 1
    assert not len(model.taken_out)
    assert part.page.header._counts.text().startswith(f"{model.above} above · {model.rowCount() - model.above} below")


async def test_a_click_takes_out_and_puts_back_and_shift_takes_a_range(window: Walk) -> None:
    _part, model, view = await reviewing(window)
    await window.click(view.viewport(), middle(view, 1))
    assert model.taken_out.tolist() == [model.id_at(1)]
    await window.click(view.viewport(), middle(view, 1))
    assert not len(model.taken_out)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, middle(view, 3))
    assert not len(model.taken_out)  # only selected
    window.press("X")
    assert model.taken_out.tolist() == [model.id_at(row) for row in (1, 2, 3)]
    window.press("Ctrl+A", "X")
    assert model.out == model.rowCount()
    window.press("X")
    assert model.out == 0


async def test_the_others_can_be_rejected_by_their_own_key(window: Walk) -> None:
    part, model, _view = await reviewing(window)
    label = part._label
    model.set_threshold(model.threshold_before(2))
    above = model.above
    await window.pressed("Shift+P")
    after = [decision for _id, _confidence, decision in by_confidence(window, label.name)]
    assert after == [ACCEPTED] * above + [REJECTED] * (len(after) - above)


async def test_the_order_can_be_reversed(window: Walk) -> None:
    _part, model, view = await reviewing(window)
    first, above = model.id_at(0), model.above
    window.press("R")
    assert model.id_at(model.rowCount() - 1) == first
    assert model.above == above
    assert model.line_row == model.rowCount() - above
    assert view.currentIndex().row() == 0


async def test_enter_shows_the_photo_at_the_suggestion_and_escape_comes_back(window: Walk) -> None:
    part, model, view = await reviewing(window)
    window.press("Right")
    shown = model.shown_at(1)
    await window.pressed("Return")
    assert window.window.browser.in_viewer
    assert window.photo == shown.photo_id
    assert window.current() == shown.id
    await window.pressed("Esc")
    assert window.window.pages.currentWidget() is part.page
    assert window.focus is view
    assert view.currentIndex().row() == 1
    await window.pressed("Esc")
    assert window.window.pages.currentWidget() is window.window.browser
    assert window.focus is window.window.browser.grid


async def test_a_photo_outside_of_the_search_is_shown_too(window: Walk) -> None:
    part, model, _view = await reviewing(window)
    shown = model.shown_at(0)
    await window.pressed("Esc")
    await window.search("name:nothing")
    await reviewing(window)
    assert part.page.header.scope.isVisible()
    await window.pressed("Return")
    await window.until(lambda: window.window.browser.in_viewer, "the viewer")
    await window.idle()
    assert window.photo == shown.photo_id


async def test_only_the_photos_shown_are_reviewed_if_wanted(window: Walk) -> None:
    part, model, _view = await reviewing(window)
    everything = sum(each.waiting for each in part._labels)
    shown = model.shown_at(0)
    await window.pressed("Esc")
    await window.search(f"name:{shown.name.split('.')[0]}")
    await reviewing(window)
    await window.pressed("S")
    here = sum(each.waiting for each in part._labels)
    assert 0 < here < everything
    assert model.rowCount() == part._label.waiting


async def test_a_label_of_the_sources_is_reviewed_from_there(window: Walk) -> None:
    part = window.window.photos.by_label
    window.window.sources.set_expanded("labels")
    labels = window.tagger.sources()[3].children
    window.window.sources.choose(labels[-1].key)
    await window.pressed("Shift+L")
    assert part._label.name == labels[-1].title


async def test_labels_are_chosen_in_the_list_and_put_together_by_tag(window: Walk) -> None:
    part, _model, view = await reviewing(window)
    first = part._label.key
    await window.pressed("Ctrl+PgDown")
    second = part._label.key
    assert second != first
    part.page.labels.setFocus()
    await window.pressed("Up")
    assert part._label.key == first
    assert window.focus is part.page.labels
    part.page.kind.setFocus()
    await window.pressed("Down")
    assert part._label.name == part._label.tags[0]
    assert window.focus is part.page.kind or window.focus is view


async def test_when_nothing_waits_the_page_says_so(window: Walk) -> None:
    window.tagger.decide(list(window.decisions()), REJECTED)
    await window.idle()
    await window.pressed("Shift+L")
    page = window.window.photos.by_label.page
    await window.until(lambda: "waits" in window.texts(page), "the message")
    (button,) = [each for each in page.view.findChildren(QPushButton) if each.isVisible()]
    await window.click(button)
    assert window.window.pages.currentWidget() is window.window.browser


async def test_every_cell_has_a_name_that_says_what_will_become_of_it(window: Walk) -> None:
    part, model, view = await reviewing(window)
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.text(QAccessible.Text.Name)
    cell = interface.child(0)
    assert cell.text(QAccessible.Text.Name).startswith(part._label.title)
    assert "will be accepted" in cell.text(QAccessible.Text.Name)
    assert cell.role() in (QAccessible.Role.ListItem, QAccessible.Role.Cell)
    window.press("X")
    assert "taken out" in interface.child(0).text(QAccessible.Text.Name)
    assert model.out == 1


async def test_crops_appear_and_painting_opens_no_file(window: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    part, model, view = await reviewing(window)
    side = round(view.side_px * view.devicePixelRatioF())
    await window.until(lambda: all(part._loader.find(model.id_at(row), side) for row in view.visible_rows()), "crops")

    def refuse(*args: object, **more: object) -> None:
        raise AssertionError(f"a file was opened: {args}")

    monkeypatch.setattr(builtins, "open", refuse)
    monkeypatch.setattr("sqlite3.connect", refuse)
    image = view.grab().toImage()
    monkeypatch.undo()
    colours = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert len(colours) > 200


async def test_recognition_that_adds_suggestions_leaves_the_plan_alone(window: Walk) -> None:
    _part, model, view = await reviewing(window)
    window.press("Right", "X")
    current, count = model.id_at(1), model.rowCount()

    def copy(db):
        db.execute(
            "INSERT INTO suggestions (photo_id, label_id, operation, model, confidence, decision)"
            f" SELECT photo_id, label_id, operation, model, 1.0, 'suggested' FROM suggestions WHERE id = {current}"
        )

    window.tagger.store.write(copy).result()
    from tagger.changes import PhotosChanged

    window.tagger.changes.tell(PhotosChanged(frozenset()))
    await window.until(lambda: model.rowCount() == count + 1, "the new suggestion")
    assert model.taken_out.tolist() == [current]
    assert model.id_at(view.currentIndex().row()) == current


async def test_the_inspector_is_put_away_while_no_photo_of_its_is_in_view(window: Walk) -> None:
    main = window.window
    assert main.photos.panels.inspector.isVisible()
    await window.pressed("Shift+L")
    assert not main.photos.panels.inspector.isVisible()
    await window.pressed("Esc")
    assert main.photos.panels.inspector.isVisible()
    await window.pressed("F6", "Shift+L", "Esc")
    assert not main.photos.panels.inspector.isVisible(), "who put it away himself does not get it back"
    await window.pressed("F6", "Shift+L")
    await window.close()
    await window.open()
    await window.idle()
    assert window.window.photos.panels.inspector.isVisible(), "it was put away for the page only"
