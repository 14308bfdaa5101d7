"""The text of a report: what one needs to know of this computer and library, and nothing of its photos."""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from tagger import __version__
from tagger.gui import theme
from tagger.gui.help.libraries import bundled
from tagger.gui.help.privacy import redacted
from tagger.settings import DECLARED, Settings
from tagger.store.database import Database

_LAST = 5
_LONGEST = 4000
_TABLES = ("folders", "photos", "tags", "suggestions", "journal")
_ENTRY = re.compile(r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", re.MULTILINE)


def counts(db: Database) -> dict[str, int]:
    """How many rows the tables of the library have."""
    there = set(db.table_names())
    return {name: db.table(name).count for name in _TABLES if name in there}


def private_names(db: Database) -> list[str]:
    """Texts of the library that a report must not hold: its folders."""
    return [str(row[0]) for row in db.execute("SELECT path FROM folders").fetchall()]


def last_errors(log: Path) -> list[str]:
    """The last entries of the log, warnings of Qt left out; none where it cannot be read."""
    try:
        with open(log, "rb") as file:
            file.seek(max(0, log.stat().st_size - 64_000))
            text = file.read().decode("utf-8", "replace")
    except OSError:
        return []
    starts = [found.start() for found in _ENTRY.finditer(text)]
    entries = [text[start:end].rstrip() for start, end in pairwise([*starts, len(text)])]
    return [entry[:_LONGEST] for entry in entries if " ERROR " in entry[:60] or "Traceback" in entry][-_LAST:]


def report(settings: Settings, counted: dict[str, int], private: Iterable[str], errors: Sequence[str]) -> str:
    """The whole text."""
    private = [*private, str(settings.path), str(settings.path.parent), str(Path.home())]
    parts = {
        "Tagger": [__version__, "frozen" if getattr(sys, "frozen", False) else "installed"],
        "System": [platform.platform(), f"Python {platform.python_version()}", f"Qt {qVersion()}"],
        "Window system": [QGuiApplication.platformName()],
        "Screens": [_screen(screen) for screen in QGuiApplication.screens()],
        "Look": [f"{theme.current().name}, text {theme.state().font_px} px"],
        "Libraries": [f"{each.name} {each.version}" for each in bundled()],
        "Library": [f"{name}: {number:,}" for name, number in counted.items()],
        "Settings that differ": _changed(settings) or ["none"],
        "Settings not understood": [str(len(settings.problems))],
    }
    lines = [f"{title}: {', '.join(redacted(value, private) for value in values)}" for title, values in parts.items()]
    lines += ["", "Last errors:", *([redacted(error, private) for error in errors] or ["none"])]
    return "\n".join(lines) + "\n"


def _changed(settings: Settings) -> list[str]:
    """Texts that the user wrote freely are not told, only that there are some."""
    changed = (declared for declared in DECLARED.values() if settings.changed(declared.name))
    told = {
        each.name: "set" if isinstance(each.default, str) and not each.choices else settings.get(each.name)
        for each in changed
    }
    kinds = [str(entry["type"]) for entry in settings.backend_entries().values() if entry["enabled"]]
    keys = settings.table("shortcuts")
    lines = [f"{name} = {value}" for name, value in told.items()]
    return [*lines, f"backends: {' '.join(kinds)}", *([f"{len(keys)} commands with other keys"] if keys else [])]


def _screen(screen: object) -> str:
    size = screen.size()  # type: ignore[attr-defined]
    return f"{size.width()}×{size.height()} at {screen.devicePixelRatio():g}×"  # type: ignore[attr-defined]
