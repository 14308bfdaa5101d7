"""Which libraries were open lately, on this machine."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings

from tagger.settings import Settings, default_config_path

KEPT = 10
_KEY = "libraries/recent"


def recent() -> list[Path]:
    """The libraries, the last one first, whether they are still there or not."""
    try:
        noted = json.loads(str(QSettings().value(_KEY, "[]")))
    except ValueError:
        return []
    return [Path(each) for each in noted if isinstance(each, str)] if isinstance(noted, list) else []


def note(library: Path) -> None:
    """This library is open now."""
    library = library.absolute()
    _keep([library, *(each for each in recent() if each != library)][:KEPT])


def forget(library: Path) -> None:
    """Leave a library out of the list."""
    _keep([each for each in recent() if each != library])


def to_reopen(config: Path | None) -> Path | None:
    """The library to go on with where none is named, None for the standard one.

    Raises:
        TaggerError: the settings cannot be read.
    """
    if os.environ.get("TAGGER_LIBRARY"):
        return None
    settings = Settings.load(config or default_config_path())
    last = next(iter(recent()), None)
    return last if last is not None and settings.get("window.reopen_library") and last.is_file() else None


def _keep(libraries: Sequence[Path]) -> None:
    QSettings().setValue(_KEY, json.dumps([str(each) for each in libraries]))
