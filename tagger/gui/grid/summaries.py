"""Summaries of photos or of suggestions, fetched in the background by chunk when somebody looks for them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

CHUNK = 256
KEPT = 20_000
"""Summaries kept; a screen shows a few hundred."""

IN_FLIGHT = 2
WAITING = 8
"""Chunks that wait to be fetched: dragging the scroll bar over a library must not queue all of it."""

REFRESHED_AT_ONCE = 2 * CHUNK


class Numbered(Protocol):
    """What is told apart by a number."""

    @property
    def id(self) -> int:
        """The number."""
        ...


S = TypeVar("S", bound=Numbered)
Done = Callable[[Iterable[S]], None]
Fetch = Callable[[Sequence[Any], Done[S]], None]  # of ids, which are numbers at run time whatever they are a kind of


class Summaries(QObject, Generic[S]):
    """A bounded cache of summaries. Looking up never waits: what is missing is asked for once the event loop is back.

    ``fetch(ids, done)`` must return at once and call ``done(summaries)`` later on the GUI thread, also (with what it
    has) when it failed; ids without an answer are taken as gone until refreshed.

    Signals:
        changed: list[int] whose summary arrived.
    """

    changed = Signal(list)

    def __init__(
        self, fetch: Fetch[S], chunk_of: Callable[[int], Sequence[int]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._chunk_of = chunk_of
        self._known: OrderedDict[int, S | None] = OrderedDict()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._flying: dict[int, frozenset[int]] = {}
        self._refreshed: dict[int, int] = {}
        self._request = 0
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._ask)

    def __len__(self) -> int:
        return len(self._known)

    def find(self, photo_id: int, row: int) -> S | None:
        """The summary if it is here; else None, and the chunk around the row will be fetched."""
        try:
            self._known.move_to_end(photo_id)
        except KeyError:
            self._want(row // CHUNK)
            return None
        return self._known[photo_id]

    def put(self, summaries: Iterable[S]) -> None:
        """Take summaries that somebody has anyway."""
        arrived = list(summaries)
        for summary in arrived:
            self._keep(summary.id, summary)
        self._shrink()
        self.changed.emit([summary.id for summary in arrived])

    def refresh(self, photo_ids: Iterable[int]) -> None:
        """Fetch again what is known of these photos; the old ones show until then.

        Of many only those looked at last are fetched at once; the rest is forgotten and fetched when looked at.
        """
        stale = {photo_id for photo_id in photo_ids if photo_id in self._known}
        for photo_id in stale if self._flying else ():
            self._refreshed[photo_id] = self._request
        newest = [photo_id for photo_id in reversed(self._known) if photo_id in stale]
        for photo_id in newest[REFRESHED_AT_ONCE:]:
            del self._known[photo_id]
        for first in range(0, min(len(newest), REFRESHED_AT_ONCE), CHUNK):
            self._send(newest[first : first + CHUNK][: REFRESHED_AT_ONCE - first])

    def refresh_all(self) -> None:
        """Fetch again what is known of any photo."""
        self.refresh(list(self._known))

    def forget_rows(self) -> None:
        """The rows mean other photos now: what was wanted by row is not any more."""
        self._wanted.clear()

    def _want(self, chunk: int) -> None:
        self._wanted[chunk] = None
        self._wanted.move_to_end(chunk)
        if len(self._wanted) > WAITING:
            self._wanted.popitem(last=False)
        if not self._timer.isActive():
            self._timer.start()

    def _ask(self) -> None:
        while self._wanted and len(self._flying) < IN_FLIGHT:
            chunk, _nothing = self._wanted.popitem()
            flying = frozenset().union(*self._flying.values())
            missing = [each for each in self._chunk_of(chunk) if each not in self._known and each not in flying]
            if missing:
                self._send(missing)

    def _send(self, photo_ids: Sequence[int]) -> None:
        self._request += 1
        request = self._request
        self._flying[request] = frozenset(photo_ids)
        self._fetch([int(each) for each in photo_ids], lambda summaries: self._answered(request, summaries))

    def _answered(self, request: int, summaries: Iterable[S]) -> None:
        asked = self._flying.pop(request, None)
        if asked is None:
            return
        found = {summary.id: summary for summary in summaries}
        # A photo refreshed after this request left has a newer answer on its way.
        current = [each for each in asked if self._refreshed.get(each, 0) < request]
        for photo_id in current:
            self._keep(photo_id, found.get(photo_id))
        if not self._flying:
            self._refreshed.clear()
        self._shrink()
        self.changed.emit(current)
        if self._wanted:
            self._timer.start()

    def _keep(self, photo_id: int, summary: S | None) -> None:
        self._known[photo_id] = summary
        self._known.move_to_end(photo_id)

    def _shrink(self) -> None:
        while len(self._known) > KEPT:
            self._known.popitem(last=False)
