"""Counting the photos of a library's folders beside the work on them, so that progress has a total."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from tagger.errors import Cancelled
from tagger.library.patterns import Patterns
from tagger.library.walk import walk
from tagger.progress import Control


class PhotoCount:
    """Counts photos in a thread of its own.

    Attributes:
        total: The number of photos; None until they are counted.
    """

    def __init__(self, folders: Sequence[str], patterns_of: Callable[[str], Patterns | None]) -> None:
        self.total: int | None = None
        self._folders = folders
        self._patterns_of = patterns_of
        self._control = Control()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to count, if that has not begun yet."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._count, name="photo count")
            self._thread.start()

    def stop(self) -> None:
        """End the thread."""
        self._control.cancel()
        if self._thread is not None:
            self._thread.join()

    def _count(self) -> None:
        total = 0
        try:
            for folder in self._folders:
                listings = walk(folder, self._control, self._patterns_of(folder))
                total += sum(len(listing.found) for listing in listings)
        except Cancelled:
            return
        self.total = total
