"""Photos on the clipboard and under the pointer."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMimeData, QUrl

from tagger.entities import PhotoId
from tagger.gui.outside.programs import shown, uri

PHOTOS = "application/x-tagger-photos"
"""Ids of photos as a JSON list, for the window itself: dragged onto a tag, for instance."""

_COPIED = "x-special/gnome-copied-files"
"""What file managers of GNOME, MATE and Cinnamon read, to tell copying from moving."""


def of_files(paths: Sequence[str]) -> QMimeData:
    """Files to be copied: as files where files are pasted, as their paths where text is."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromEncoded(uri(path).encode()) for path in paths])
    mime.setText(lines(paths))
    mime.setData(_COPIED, "\n".join(["copy", *map(uri, paths)]).encode())
    return mime


def of_photos(photo_ids: Iterable[int], paths: Sequence[str]) -> QMimeData:
    """Photos to be dragged: their files for other programs, their ids for the window."""
    mime = of_files(paths)
    mime.setData(PHOTOS, json.dumps(list(photo_ids)).encode())
    return mime


def photos_in(mime: QMimeData) -> list[PhotoId]:
    """The photos that are dragged within the window, none if it is something else."""
    try:
        ids = json.loads(bytes(mime.data(PHOTOS).data()) or b"[]")
    except ValueError:
        return []
    return [PhotoId(each) for each in ids if isinstance(each, int)] if isinstance(ids, list) else []


def lines(paths: Iterable[str]) -> str:
    """Paths as text, each on a line."""
    return "\n".join(map(shown, paths))
