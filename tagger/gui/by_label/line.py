"""The line between what will be accepted and what stays: where it runs through the grid of crops."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint

from tagger.gui.grid.cells import Cells

REACH_PX = 8
"""How far from the line the pointer still takes hold of it."""


def line_before(cells: Cells, row: int) -> list[QPoint]:
    """The corners of the line before a row, from one side of the grid to the other, in pixels of its content.

    Within a line of cells it steps up: the cells before ``row`` are above it or beside it.
    """
    row = min(max(row, 0), cells.count)
    line, column = divmod(row, cells.columns)
    top, bottom = line * cells.line_px, (line + 1) * cells.line_px
    start, end = (cells.width_px, 0) if cells.mirrored else (0, cells.width_px)
    if column == 0:
        return [QPoint(start, top), QPoint(end, top)]
    share = (cells.columns - column if cells.mirrored else column) * cells.width_px // cells.columns
    return [QPoint(start, bottom), QPoint(share, bottom), QPoint(share, top), QPoint(end, top)]


def is_on(corners: list[QPoint], point: QPoint) -> bool:
    """Whether a point is within reach of the line."""
    for a, b in pairwise(corners):
        left, right = sorted((a.x(), b.x()))
        top, bottom = sorted((a.y(), b.y()))
        if left - REACH_PX <= point.x() <= right + REACH_PX and top - REACH_PX <= point.y() <= bottom + REACH_PX:
            return True
    return False


def row_for(cells: Cells, point: QPoint) -> int:
    """The row before which the line is to run when it is dragged to a point, 0 to the number of cells."""
    y = min(max(point.y(), 0), cells.height_px)
    x = min(max(point.x(), 0), cells.width_px)
    if cells.mirrored:
        x = cells.width_px - x
    column = round(x * cells.columns / max(cells.width_px, 1))
    return min(y // cells.line_px * cells.columns + column, cells.count)
