"""What the painters of all items have in common: no fault of theirs goes further than their item."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from tagger.gui.grid.model import Index


class ItemPainter(QStyledItemDelegate):
    """Paints items as `paint_item` says, in the size that the view gives them; each fault is reported once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._failed: set[tuple[type, int]] = set()

    def paint_item(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one item; the painter is restored afterwards."""
        raise NotImplementedError

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        try:
            self.paint_item(painter, option, index)
        except Exception as error:  # noqa: BLE001 - the border to Qt: raised here it would come back with every repaint
            self._report(error)
        finally:
            painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return option.rect.size()

    def _report(self, error: Exception) -> None:
        traceback = error.__traceback__
        while traceback is not None and traceback.tb_next is not None:
            traceback = traceback.tb_next
        place = (type(error), traceback.tb_lineno if traceback else 0)
        if place not in self._failed:
            self._failed.add(place)
            sys.excepthook(type(error), error, error.__traceback__)
