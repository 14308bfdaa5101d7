"""From an empty library to sidecars beside the photos, in one walk."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

from lxml import etree
from PySide6.QtWidgets import QPushButton

from tagger.entities import Decision
from tests.gui.window.driver import Walk


def digests(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.suffix in {".png", ".jpg"}
    }


async def test_from_an_empty_library_to_sidecars(walk: Walk, photos: Path) -> None:
    before = digests(photos)
    await walk.open()
    await walk.idle()
    assert walk.window.start_page.isVisible()
    assert walk.focus is walk.window.start_page.folder_button

    walk.window.library.adding.add([str(photos)])
    await walk.until(lambda: walk.work_bar("Indexing"), "the line of indexing")
    await walk.until(lambda: walk.work_bar("Recognising"), "recognition to begin by itself")
    recognising = walk.work_bar("Recognising")
    assert recognising is not None
    work = recognising.work
    await walk.until(lambda: work.progress.done, "progress of recognition")
    await walk.idle()
    assert work.progress.done == work.progress.total == 6
    assert len(walk.ids) == 6
    grid = walk.window.browser.grid
    assert walk.focus is grid
    await walk.until(lambda: all(walk.thumbnail(photo) for photo in walk.ids), "six thumbnails")

    photo = walk.photo
    await walk.pressed("Return")
    view = walk.window.browser.viewer.view
    assert walk.window.browser.in_viewer
    assert walk.focus is view
    await walk.pressed("P", "P", "X")
    assert sorted(walk.decided().values()) == sorted([Decision.ACCEPTED, Decision.ACCEPTED, Decision.REJECTED])
    await walk.pressed("Esc")
    assert not walk.window.browser.in_viewer
    assert walk.focus is grid
    assert photo in walk.ids

    assert walk.action("write_sidecars").isEnabled()
    await walk.pressed("Ctrl+S")
    written = sorted(photos.glob("*.xmp"))
    assert written
    assert walk.message is not None
    assert "sidecar" in walk.message.text
    accepted = {tag for each in walk.tagger.photos() for tag in each.tags}
    flat = {tag.rpartition("|")[2] for tag in accepted}
    assert {word for path in written for word in subjects(path)} >= flat
    assert digests(photos) == before
    assert not walk.action("write_sidecars").isEnabled()


def subjects(path: Path) -> list[str]:
    tree = etree.parse(str(path))
    names = {"dc": "http://purl.org/dc/elements/1.1/", "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#"}
    found = [str(each.text) for each in tree.iterfind(".//dc:subject//rdf:li", names)]
    if shutil.which("exiftool"):
        answer = subprocess.run(
            ["exiftool", "-s3", "-sep", "; ", "-XMP-dc:Subject", str(path)], capture_output=True, text=True, check=True
        )
        assert answer.stdout.rstrip().split("; ") == found
    return found


async def test_the_sample_photos_are_a_button_away(walk: Walk) -> None:
    walk.config.write_text("[recognition]\nafter_index = false\n")
    await walk.open()
    await walk.idle()
    await walk.click(walk.window.start_page.samples_button)
    assert len(walk.ids) == 6
    assert walk.window.browser.isVisible()
    assert not walk.window.start_page.isVisible()
    assert not walk.decisions(), "recognised although that is switched off"
    buttons = [each for each in walk.window.inspector.findChildren(QPushButton) if each.isVisible()]
    await walk.click(next(each for each in buttons if each.text().strip() == "Recognise this photo"))
    rows = walk.rows("SELECT DISTINCT photo_id FROM suggestions")
    assert rows == [(walk.photo,)], "only the photo that was asked for"


async def test_an_unreadable_photo_says_why(window: Walk) -> None:
    await window.search("is:unreadable")
    assert window.names == ["broken.jpg"]
    await window.pressed("Return")
    text = window.texts(window.window.browser.viewer)
    ((reason,),) = window.rows("SELECT error FROM photos WHERE state = 'unreadable'")
    assert "cannot be read" in text
    assert str(reason) in text
