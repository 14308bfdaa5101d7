"""What a command gets: its arguments, the way to speak, and the library where it needs one."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from tagger.cli.arguments import Arguments
from tagger.cli.output import Output
from tagger.progress import Control

if TYPE_CHECKING:
    from tagger.app import Tagger

_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGBREAK") if hasattr(signal, name))


@dataclass(frozen=True, slots=True)
class Session:
    """One run of one command."""

    args: Arguments
    output: Output

    @property
    def config(self) -> Path | None:
        """The settings file that was named."""
        return None if self.args.config is None else Path(self.args.config)

    @contextlib.contextmanager
    def library(self) -> Iterator[Tagger]:
        """The library, open for as long as the block runs.

        Raises:
            LibraryError, UsageError: the library or the settings cannot be used.
        """
        from tagger.app import Tagger
        from tagger.library.safety import cautions

        app = Tagger.open(None if self.args.library is None else Path(self.args.library), self.config)
        try:
            for problem in (*app.settings.problems, *cautions(app.store)):
                self.output.note(problem)
            yield app
        finally:
            app.close()


@contextlib.contextmanager
def cancelled_by_signals() -> Iterator[Control]:
    """A control that the first Ctrl+C (or SIGTERM) cancels; the second one ends the process where it stands."""
    control = Control()
    if threading.current_thread() is not threading.main_thread():  # only that one can be told of signals
        yield control
        return

    def cancel(_number: int, _frame: FrameType | None) -> None:
        for number in _SIGNALS:
            signal.signal(number, signal.SIG_DFL)
        control.cancel()

    before = {number: signal.signal(number, cancel) for number in _SIGNALS}
    try:
        yield control
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
