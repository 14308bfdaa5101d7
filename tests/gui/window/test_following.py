"""Sidecars that follow by themselves."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from tests.gui.window.driver import Walk


def sidecars(walk: Walk) -> list[Path]:
    return sorted(
        Path(str(path) + ".xmp") for (path,) in walk.rows("SELECT path FROM photos") if Path(f"{path}.xmp").exists()
    )


def due(walk: Walk) -> int:
    return len(walk.rows("SELECT 1 FROM sidecars_due"))


async def test_sidecars_wait_until_they_are_asked_for(window: Walk) -> None:
    await window.pressed("P")
    assert due(window) == 1
    window.window.library.following._calm.timeout.emit()
    await window.idle()
    assert sidecars(window) == []


async def test_sidecars_follow_each_change_and_each_undo(window: Walk) -> None:
    window.tagger.settings.set("sidecars.write", "at-once")
    await window.pressed("P")
    await window.until(lambda: sidecars(window) and not due(window), "the sidecar")
    [sidecar] = sidecars(window)
    assert b"<dc:subject>" in sidecar.read_bytes()
    await window.idle()
    assert [title for _id, _at, title in window.tagger.journal()] != []
    assert not any("sidecar" in title for _id, _at, title in window.tagger.journal())
    await window.pressed("Ctrl+Z")
    await window.until(lambda: b"<dc:subject>" not in sidecar.read_bytes(), "the tag to leave the sidecar")
    await window.idle()
    assert due(window) == 0


async def test_a_folder_that_takes_no_sidecar_is_named_and_the_photo_stays_due(
    window: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    window.tagger.settings.set("sidecars.write", "at-once")
    monkeypatch.setattr("tagger.metadata.files._move_new", refuse)
    texts: list[str] = []
    window.window._session.messages.said.connect(lambda message: texts.append(message.text))
    await window.pressed("P")
    said = f"{Path(window.rows('SELECT path FROM photos')[0][0]).parent} is read-only."
    await window.until(lambda: any(said in text for text in texts), "what went wrong")
    assert not any("None" in text for text in texts)
    await window.idle()
    assert due(window) == 1
