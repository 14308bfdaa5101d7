"""The layout in lines."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tagger.gui.review.flow import FlowLayout


class Tile(QWidget):
    """Has the size it is given."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.size_px = QSize(width, 20)

    def sizeHint(self) -> QSize:
        return self.size_px


class Counted(FlowLayout):
    """Counts how often it lays out its items."""

    times = 0

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        self.times += 1
        return super()._arrange(rect, move=move)


def nested(flow: FlowLayout, depth: int) -> QWidget:
    """A flow within boxes within boxes."""
    widget = QWidget()
    widget.setLayout(flow)
    for _ in range(depth):
        outer, stack = QWidget(), QStackedWidget()
        stack.addWidget(widget)
        QVBoxLayout(outer).addWidget(stack)
        widget = outer
    return widget


def test_boxes_around_it_do_not_multiply_the_work(qtbot: QtBot) -> None:
    times = []
    for depth in (1, 6):
        flow = Counted()
        flow.addWidget(Tile(30))
        window = nested(flow, depth)
        qtbot.addWidget(window)
        window.resize(400, 300)
        window.show()
        qtbot.waitExposed(window)
        times.append(flow.times)
    assert times[1] <= 4 * times[0], times


def test_an_item_that_grows_or_comes_makes_it_higher(qtbot: QtBot) -> None:
    window, tiles = QWidget(), [Tile(30), Tile(30)]
    qtbot.addWidget(window)
    flow = FlowLayout(window, 0)
    for tile in tiles:
        flow.addWidget(tile)
    window.show()
    assert flow.heightForWidth(70) == 20
    tiles[0].size_px = QSize(50, 20)
    tiles[0].updateGeometry()
    assert flow.heightForWidth(70) == 40
    flow.addWidget(another := Tile(60))
    another.show()
    assert flow.heightForWidth(70) == 60
    item = flow.takeAt(0)
    assert item is not None
    item.widget().deleteLater()
    assert flow.heightForWidth(70) == 40
    assert flow.minimumSize() == flow.sizeHint()
