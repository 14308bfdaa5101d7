from __future__ import annotations

import asyncio
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from tagger.entities import PhotoId
from tagger.gui.jobs.work import Work
from tagger.gui.outside import mime
from tagger.gui.outside.noticing import Noticing
from tagger.store import photos
from tests.gui.window.driver import Walk

Fake = Callable[..., Path]


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fake:
    """Puts a program before all others that writes its arguments down, each ended by NUL."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", os.pathsep.join([str(folder), os.environ["PATH"]]))

    def make(name: str, status: int = 0) -> Path:
        said, script = tmp_path / f"{name} said", folder / name
        script.write_text(f"#!/bin/sh\nprintf '%s\\0' \"$@\" >> '{said}'\nexit {status}\n")
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
        return said

    return make


async def said(walk: Walk, file: Path) -> list[str]:
    await walk.until(file.exists, f"{file.name}")
    await walk.idle()
    return os.fsdecode(file.read_bytes()).split("\0")[:-1]


def paths(walk: Walk) -> list[str]:
    """Of the photos listed, in their order."""
    known = walk.tagger.store.read(lambda db: photos.paths_of(db, walk.ids))
    return [known[PhotoId(each)] for each in walk.ids]


async def test_photos_are_shown_in_the_file_manager(window: Walk, fake: Fake) -> None:
    dbus = fake("dbus-send")
    await window.pressed("Ctrl+Alt+R")
    asked = await said(window, dbus)
    assert any(each.endswith(f"file://{paths(window)[0]}") for each in asked)
    fake("dbus-send", status=1)
    opened = fake("xdg-open")
    await window.pressed("Ctrl+Alt+R")
    assert await said(window, opened) == [os.path.dirname(paths(window)[0])]


async def test_the_selected_photos_are_opened_in_the_editor_of_the_settings(window: Walk, fake: Fake) -> None:
    edited = fake("my-editor")
    window.tagger.settings.set("outside.editor", "my-editor --new-window")
    await window.pressed("Ctrl+A", "Ctrl+Alt+E")
    assert await said(window, edited) == ["--new-window", *paths(window)]


async def test_without_an_editor_the_desktop_opens_the_photo(window: Walk, fake: Fake) -> None:
    opened = fake("xdg-open")
    await window.pressed("Ctrl+Alt+E")
    assert await said(window, opened) == [paths(window)[0]]


async def test_an_editor_that_is_not_there_is_said(window: Walk) -> None:
    window.tagger.settings.set("outside.editor", "no-such-program-at-all")
    await window.pressed("Ctrl+Alt+E")
    await window.until(lambda: window.message and "is not there" in window.message.text, "the message")
    assert "settings" in window.message.text


async def test_photos_and_paths_are_copied(window: Walk) -> None:
    await window.pressed("Ctrl+A", "Ctrl+C")
    board = QGuiApplication.clipboard().mimeData()
    assert [url.toLocalFile() for url in board.urls()] == paths(window)
    assert board.text().splitlines() == paths(window)
    window.window.browser.grid.select_photo(window.ids[2])
    await window.pressed("Ctrl+Alt+C")
    assert QGuiApplication.clipboard().text() == paths(window)[2]
    QGuiApplication.clipboard().clear()


async def test_dragged_photos_are_files_for_others_and_ids_for_the_window(window: Walk) -> None:
    await window.pressed("Ctrl+A")
    outside = next(part for part in window.window._parts if type(part).__name__ == "Outside")
    begun: list[QMimeData] = []
    outside._begin_drag = lambda content, _ids: begun.append(content)  # the offscreen platform has no drags
    window.window.browser.grid.startDrag(Qt.DropAction.CopyAction)
    await window.until(lambda: begun, "the drag")
    assert [url.toLocalFile() for url in begun[0].urls()] == paths(window)
    assert mime.photos_in(begun[0]) == window.ids
    assert json.loads(bytes(begun[0].data(mime.PHOTOS).data())) == window.ids
    assert not window.window.library.dropping.takes(begun[0])


def drop(walk: Walk, *files: str) -> None:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(each) for each in files])
    held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, content, *held)
    QApplication.sendEvent(walk.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(walk.window, QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, content, *held))


async def test_a_dropped_photo_of_the_library_is_shown_and_others_are_explained(window: Walk, tmp_path: Path) -> None:
    drop(window, paths(window)[3])
    await window.idle()
    assert window.photo == window.ids[3]
    drop(window, str(tmp_path / "elsewhere" / "photo.jpg"))
    await window.until(lambda: window.message and "drop the folder" in window.message.text, "the message")
    assert str(tmp_path / "elsewhere") in window.message.text


async def test_long_work_is_told_of_only_while_the_window_is_behind(window: Walk, fake: Fake) -> None:
    told, front = fake("notify-send"), [True]
    main = window.window
    noticing = Noticing(main._session, main.activity, main, lambda: front[0])
    noticing.long_s = 0.0

    async def run(_work: Work) -> None:
        await asyncio.sleep(0.01)

    for in_front, wanted in ((True, True), (False, False)):
        front[0] = in_front
        window.tagger.settings.set("window.notify", wanted)
        main.activity.do("test", "Counting", run)
        await window.idle()
        assert not told.exists()
    window.tagger.settings.set("window.notify", True)
    main.activity.do("test", "Counting", run)
    assert "Counting: done" in await said(window, told)
    noticing.deleteLater()
