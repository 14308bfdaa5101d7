"""Folders in the window: they are followed, their drives come and go, and patterns choose what counts."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

from PySide6.QtCore import Qt

from tagger.library.volumes import Mount
from tests.gui.window.driver import Walk

_ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


async def test_photos_come_and_go_by_themselves_and_drives_too(walk: Walk, photos: Path, tmp_path: Path) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()
    for path in sorted(photos.iterdir())[:2]:
        shutil.copy(path, drive)
    mounted = [Mount("/"), Mount(str(drive), "uuid:1")]
    await walk.open()
    walk.tagger.mounts = lambda: mounted
    walk.tagger.settings.set("recognition.after_index", False)
    walk.window.library.adding.add([str(drive)])
    await walk.until(lambda: len(walk.ids) == 2, "the photos of the folder")
    await walk.until(lambda: walk.window.library.watching._watcher._local == (str(drive),), "the folder to be followed")
    await walk.idle()

    started = time.monotonic()
    shutil.copy(sorted(photos.iterdir())[2], drive / "new.png")
    await walk.until(lambda: len(walk.ids) == 3, "the new photo")
    print(f"a new photo was there after {time.monotonic() - started:.1f} s")
    (drive / "new.png").unlink()
    await walk.until(lambda: len(walk.tagger.photo_ids("is:missing")) == 1, "the photo to be missed")
    await walk.idle()

    drive.rename(tmp_path / "unplugged")
    del mounted[1]
    walk.window.library.watching._drives_changed.emit()
    await walk.until(lambda: len(walk.tagger.photo_ids("is:away")) == 3, "the drive to be away")
    await walk.until(lambda: walk.window.sources.model.find("away").isValid(), "the place for what is away")
    await walk.until(lambda: "not connected" in (walk.message.text if walk.message else ""), "a word about it")
    assert walk.window.sources.model.data(walk.window.sources.model.find(f"folder:{drive}"), _ACCESSIBLE).endswith(
        "not connected"
    )
    assert len(walk.ids) == 3, "the photos stay"

    (tmp_path / "unplugged").rename(tmp_path / "elsewhere")
    mounted.append(Mount(str(tmp_path / "elsewhere"), "uuid:1"))
    walk.window.library.watching._drives_changed.emit()
    await walk.until(
        lambda: walk.window.sources.model.find(f"folder:{tmp_path / 'elsewhere'}").isValid(), "the folder to follow"
    )
    assert len(walk.tagger.photo_ids("is:away")) == 0
    await walk.idle()
