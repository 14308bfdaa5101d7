"""What the commands say: results on standard output, as tables or JSON lines; everything else on standard error."""

from __future__ import annotations

import contextlib
import itertools
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TextIO

from tagger.errors import QueryError, TaggerError
from tagger.progress import Progress, ProgressCallback, ignore_progress

_PAGE = 500
# A file's name could otherwise command the terminal.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class SearchError(QueryError):
    """A search that cannot be read, with its text, so that the place can be shown."""

    def __init__(self, error: QueryError, text: str) -> None:
        super().__init__(error.message, error.advice, column=error.column)
        self.text = text


class Output:
    """One command's voice.

    Attributes:
        quiet: No progress and no remarks.
        failures: How many failures were named; any makes the exit status 1.
    """

    def __init__(self, *, as_json: bool, quiet: bool) -> None:
        self.as_json = as_json
        self.quiet = quiet
        self.failures = 0

    def record(self, record: Mapping[str, object]) -> None:
        """One JSON object on a line of standard output."""
        from tagger.exporting import json_lines

        _print(json_lines.text(record, sys.stdout.encoding or "utf-8"), sys.stdout)

    def say(self, text: str) -> None:
        """A result in words; nothing with ``--json`` and ``-q``."""
        if not self.as_json and not self.quiet:
            _print(printable(text, sys.stdout), sys.stdout)

    def note(self, text: str) -> None:
        """A remark on standard error, which is no failure."""
        if not self.quiet:
            _print(printable(text, sys.stderr), sys.stderr)

    def fail(self, message: str, **more: object) -> None:
        """Name something that failed, while the rest is done; ``more`` are further keys of the JSON line."""
        self.failures += 1
        if self.as_json:
            self.record({"error": message, **more})
        else:
            _print(printable(f"tagger: {message}", sys.stderr), sys.stderr)

    def error(self, error: TaggerError) -> None:
        """Name what kept the command from running at all."""
        if self.as_json:
            place = {"column": error.column} if isinstance(error, SearchError) else {}
            self.fail(str(error), **place)
            return
        self.fail(error.message)
        lines = [f"  {error.text}", f"  {' ' * error.column}^"] if isinstance(error, SearchError) else []
        for line in (*lines, *([error.advice] if error.advice else [])):
            _print(printable(line, sys.stderr), sys.stderr)

    def table(self, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Rows as a table; tabs part the columns where nobody looks on, so that no value is ever cut."""
        if sys.stdout.isatty():
            for page in _pages(rows):
                _pretty(columns, page)
            return
        for row in itertools.chain([columns], rows):
            _print("\t".join(printable(_cell(value), sys.stdout) for value in row), sys.stdout)

    def list(
        self,
        columns: Sequence[str],
        records: Iterable[Mapping[str, object]],
        row: Callable[[Mapping[str, object]], Sequence[object]],
    ) -> None:
        """Records as JSON lines or as a table of what ``row`` takes from each."""
        if self.as_json:
            for record in records:
                self.record(record)
        else:
            self.table(columns, map(row, records))

    @contextlib.contextmanager
    def progress(self, title: str) -> Iterator[ProgressCallback]:
        """A progress bar on standard error, where that is a terminal."""
        if self.quiet or not sys.stderr.isatty():
            yield ignore_progress
            return
        from rich.console import Console
        from rich.markup import escape
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Bar(*columns, console=Console(file=sys.stderr), transient=True) as bar:
            task = bar.add_task(escape(title), total=None)

            def show(progress: Progress) -> None:
                bar.update(task, completed=progress.done, total=progress.total)

            yield show

    def ask(self, question: str) -> bool | None:
        """Whether the user says yes; None where there is no terminal to ask on."""
        if not (sys.stdin.isatty() and sys.stderr.isatty()):
            return None
        sys.stderr.write(printable(question, sys.stderr) + " [y/N] ")
        sys.stderr.flush()
        return sys.stdin.readline().strip().casefold() in ("y", "yes")


def printable(text: str, stream: TextIO) -> str:
    """Text as the stream can hold it and a terminal can show it: control characters and odd bytes become escapes."""
    shown = _CONTROLS.sub(lambda match: f"\\x{ord(match[0]):02x}", text)
    encoding = stream.encoding or "utf-8"
    return shown.encode(encoding, "backslashreplace").decode(encoding)


def count(number: int, word: str) -> str:
    """``1 photo``, ``1,234 photos``."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _cell(value: object) -> str:
    return "" if value is None else f"{value:.2f}" if isinstance(value, float) else str(value)


def _pages(rows: Iterable[Sequence[object]]) -> Iterator[Sequence[Sequence[object]]]:
    """Rows in tables of their own: the width of columns must not need all of a large library at once."""
    iterator = iter(rows)
    page = list(itertools.islice(iterator, _PAGE))
    yield page
    while page := list(itertools.islice(iterator, _PAGE)):
        yield page


def _pretty(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*columns, box=SIMPLE_HEAD)
    for row in rows:
        table.add_row(*(Text(printable(_cell(value), sys.stdout), overflow="fold") for value in row))
    Console(file=sys.stdout).print(table)


def _print(text: str, stream: TextIO) -> None:
    stream.write(text + "\n")
