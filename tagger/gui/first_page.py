"""Notices when the first photos of a window are on screen, for all that can wait until then."""

from __future__ import annotations

import asyncio
import contextlib

from PySide6.QtCore import QEvent, QObject

from tagger.gui.grid.model import GridModel
from tagger.gui.grid.view import GridView

_PATIENCE_S = 2.0
"""A window that is covered from its start is never painted."""


class FirstPage(QObject):
    """Watches a grid until it was painted with photos that it knows something of."""

    def __init__(self, grid: GridView, model: GridModel) -> None:
        super().__init__(grid)
        self._grid, self._model = grid, model
        self._shown = asyncio.Event()
        grid.viewport().installEventFilter(self)

    @property
    def shown(self) -> bool:
        """Whether the first photos were painted, or there are none."""
        return self._shown.is_set()

    async def wait(self) -> None:
        """Wait for them."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE_S):
                await self._shown.wait()
        self.settle()

    def settle(self) -> None:
        """There is nothing to wait for, or not any more."""
        self._grid.viewport().removeEventFilter(self)
        self._shown.set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The grid is about to be painted: by the next turn of the loop it was."""
        if event.type() == QEvent.Type.Paint:
            rows = self._grid.visible_rows()
            if len(rows) and self._model.summary_at(rows.start) is not None:
                asyncio.get_running_loop().call_soon(self.settle)
        return False
