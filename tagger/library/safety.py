"""Keeping the library file safe: backups that are made by themselves, and a word where it is in danger."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from tagger.library import volumes
from tagger.progress import Control
from tagger.settings import Settings
from tagger.store import Store, automatic


def cautions(store: Store) -> list[str]:
    """What the user should know of where the library is, in plain words."""
    told = []
    path = store.path
    if store.read_only:
        told.append(
            f"The library {path} is read-only: photos can be looked at and searched, nothing can be changed. Make the"
            " file and its folder writable, then open it again."
        )
    if volumes.is_on_network(str(path)):
        told.append(
            f"The library {path} is on a network drive, where it can be damaged when the connection is lost or two"
            " computers write at once. Move it to a drive of this computer; the photos may stay where they are."
        )
    return told


def back_up_if_due(store: Store, settings: Settings, control: Control | None = None) -> Path | None:
    """Make an automatic backup, if the settings want one now; its file.

    Raises:
        LibraryError: it cannot be written.
        Cancelled: by ``control``; nothing is left behind.
    """
    now = datetime.now()  # noqa: DTZ005 - local time, as it is shown
    if store.read_only or not automatic.due(store.path, str(settings.get("library.backup")), now):
        return None
    return automatic.make(store.path, int(settings.get("library.backups_kept")), now, control)
