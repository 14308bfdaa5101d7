"""What may leave, and what may not: the last door before a photo goes."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import pytest

from tagger.errors import PhotoRefused
from tagger.recognition.ledger import Ledger
from tagger.recognition.limits import Limits
from tagger.store import Store, never_upload, sends
from tagger.store.never_upload import Mark

FREE = Limits(0, 0, 0, 1, 0.0, 1)


@pytest.mark.parametrize(
    ("mark", "path", "private"),
    [
        ("/p/private", "/p/private/a.jpg", True),
        ("/p/private", "/p/private/deep/below/a.jpg", True),
        ("/p/private/", "/p/private/a.jpg", True),
        ("/p/private", "/p/privateer/a.jpg", False),
        ("/p/private", "/p/a.jpg", False),
        ("/p/privat\udce9", "/p/privat\udce9/a.jpg", True),
        ("/", "/p/a.jpg", True),
    ],
)
def test_a_file_outside_the_library_is_private_by_its_folder(tmp_path: Path, run_async, mark, path, private) -> None:
    """As with ``backends teach``, which takes any file."""
    with contextlib.closing(Store.open(tmp_path / "library.tagger")) as store:
        store.write(lambda db: never_upload.mark(db, Mark.FOLDER, mark.replace("/", os.sep))).result()
        ledger = Ledger(store, "mine", "teach", FREE)
        leaving = ledger.begin(0, path.replace("/", os.sep), "random.jpg", 10)
        with pytest.raises(PhotoRefused) if private else contextlib.nullcontext():
            run_async(leaving)
        assert len(store.read(lambda db: list(sends.sends(db)))) == (not private)
