"""Folders in the window: they are followed, their drives come and go, and patterns choose what counts."""

from __future__ import annotations

import asyncio
import shutil
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tagger.app import Tagger
from tagger.errors import DamagedLibrary
from tagger.gui.libraries.recovery import Recovery, recover
from tagger.library.volumes import Mount
from tests.gui.window.driver import Walk


@pytest.fixture(autouse=True)
def only_folders(walk: Walk) -> None:
    """Nothing is recognised, which takes longer than all that is tested here."""
    walk.config.write_text("[recognition]\nafter_index = false\n")


_ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


async def test_photos_come_and_go_by_themselves_and_drives_too(walk: Walk, photos: Path, tmp_path: Path) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()
    for path in sorted(photos.iterdir())[:2]:
        shutil.copy(path, drive)
    mounted = [Mount("/"), Mount(str(drive), "uuid:1")]
    await walk.open()
    walk.tagger.mounts = lambda: mounted
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
    model = walk.window.browser.model
    await walk.until(
        lambda: all("not connected" in str(model.data(model.index(row), _ACCESSIBLE)) for row in range(3)),
        "each photo to be shown as away",
    )

    (tmp_path / "unplugged").rename(tmp_path / "elsewhere")
    mounted.append(Mount(str(tmp_path / "elsewhere"), "uuid:1"))
    walk.window.library.watching._drives_changed.emit()
    await walk.until(
        lambda: walk.window.sources.model.find(f"folder:{tmp_path / 'elsewhere'}").isValid(), "the folder to follow"
    )
    assert len(walk.tagger.photo_ids("is:away")) == 0
    await walk.idle()


async def test_a_damaged_library_is_restored_by_keyboard(walk: Walk, photos: Path) -> None:
    for path in sorted(photos.iterdir())[1:]:
        path.unlink()
    await walk.open(photos)
    await walk.until(lambda: len(walk.ids) == 1, "the photo")
    await walk.idle()
    await walk.window.library.backing_up.back_up()
    await walk.close()
    [backup] = walk.library.with_name(walk.library.name + ".backups").iterdir()
    content = bytearray(walk.library.read_bytes())
    content[4096:60000] = b"\x5a" * (60000 - 4096)
    walk.library.write_bytes(content)
    with pytest.raises(DamagedLibrary) as damaged:
        Tagger.open(walk.library, walk.config)

    shown: asyncio.Future[Recovery] = asyncio.get_running_loop().create_future()
    recovering = asyncio.create_task(recover(damaged.value, shown))
    window = await shown
    assert window.restore.hasFocus() or window.focusWidget() is window.restore
    assert "damaged" in window.title.text()
    QTest.keyClick(window.restore, Qt.Key.Key_Space)
    assert await recovering
    assert backup.exists()
    await walk.open()
    await walk.idle()
    assert len(walk.ids) == 1

    shown = asyncio.get_running_loop().create_future()
    refusing = asyncio.create_task(recover(damaged.value, shown))
    QTest.keyClick(await shown, Qt.Key.Key_Escape)
    assert not await refusing


async def test_patterns_take_photos_out_and_undo_brings_them_back(walk: Walk, photos: Path) -> None:
    await walk.open(photos)
    everything = len([path for path in photos.iterdir() if path.suffix in (".png", ".jpg")])
    await walk.until(lambda: len(walk.ids) == everything, "the photos")
    await walk.idle()
    bar = walk.window.library.choosing.bar
    walk.action("choose_photos").trigger()
    await walk.until(bar.isVisible, "the bar")
    await walk.until(lambda: walk.focus is bar.exclude, "the focus on what is left out")
    walk.type("!")
    await walk.until(lambda: not bar.button.isEnabled() and "not a pattern" in bar._note.text(), "a word on it")
    bar.exclude.clear()
    walk.type("*.png")
    left = len(list(photos.glob("*.png")))
    await walk.until(lambda: bar._note.text().startswith(f"{left} of {everything}"), "the number")
    QTest.keyClick(bar.exclude, Qt.Key.Key_Tab)
    QTest.keyClick(bar.include, Qt.Key.Key_Tab)
    QTest.keyClick(bar.cancel, Qt.Key.Key_Tab)
    QTest.keyClick(bar.button, Qt.Key.Key_Space)
    await walk.until(lambda: len(walk.ids) == everything - left, "the photos to leave")
    await walk.idle()
    await walk.pressed("Ctrl+Z")
    await walk.until(lambda: len(walk.ids) == everything, "undo")
    await walk.idle()
