"""Exports, keyword lists and what would be written, in the window and by keyboard."""

from __future__ import annotations

import json
import os
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from tagger.entities import PhotoId, TagPath
from tagger.store import conflicts
from tagger.store.conflicts import Conflict
from tagger.vocabulary import importing
from tests.gui.window.driver import Walk


def picture(walk: Walk, name: str) -> None:
    """What it looks like, for whoever wants to see."""
    if folder := os.environ.get("TAGGER_TEST_PICTURES"):
        walk.window.resize(1280, 800)
        walk.window.grab().save(f"{folder}/{name}.png")


async def test_an_export_and_a_keyword_list_by_keyboard(window: Walk, tmp_path: Path) -> None:
    out, bar = tmp_path / "out.json", window.window.library.exporting.bar
    await window.pressed("Ctrl+Shift+E")
    assert bar.format.hasFocus()
    assert bar.photos == "listed"
    await window.pressed("Down")
    assert bar.chosen.name == "json"
    picture(window, "export")
    window.press("Return")
    await window.until(lambda: window.window.findChildren(QFileDialog), "the dialog")
    [dialog] = [each for each in window.window.findChildren(QFileDialog) if each.isVisible()]
    dialog.selectFile(str(out))
    dialog.accept()
    await window.until(lambda: out.exists() and not window.window.activity.running, "the export")
    await window.idle()
    assert len(json.loads(out.read_text())) == len(window.ids)
    assert window.message is not None
    assert window.message.more is not None
    assert not bar.isVisible()
    words = tmp_path / "words.txt"
    words.write_text("[WHAT]\n\tAnimal\n\t\tFox\n\t\t\t{Reynard}\n")
    part = window.window.library.keyword_import
    await part.preview(str(words))
    await window.idle()
    assert part.bar.button.hasFocus()
    assert "+ WHAT › Animal › Fox" in part.bar.model.stringList()
    picture(window, "import")
    await window.pressed("Return")
    await window.idle()
    assert TagPath("WHAT|Animal|Fox") in window.tagger.store.read(importing.keywords)[0]
    await window.pressed("Ctrl+Z")
    assert TagPath("WHAT|Animal|Fox") not in window.tagger.store.read(importing.keywords)[0]


async def test_what_would_be_written_is_shown_and_then_written(window: Walk) -> None:
    first, second = window.ids[:2]
    window.tagger.tag([PhotoId(first), PhotoId(second)], add=[TagPath("Animal|Heron")])
    await window.idle()
    page = window.window.library.sidecars.page
    window.tagger.settings.set("sidecars.show_first", True)
    await window.pressed("Ctrl+S")
    assert window.window.pages.currentWidget() is page
    preview = page.preview
    await window.until(lambda: preview.detail_rows.rows and preview.write.isEnabled(), "the dry run")
    assert len(preview.file_rows.rows) == 2
    assert "+ Animal|Heron" in [row.text for row in preview.detail_rows.rows if row.token == "accepted"]
    picture(window, "preview")
    assert not list(Path(next(window.tagger.photos()).path).parent.glob("*.xmp"))
    window.tagger.settings.set("sidecars.write", "never")
    window.window._session.setting_changed.emit("sidecars.write")
    await window.idle()
    assert not preview.write.isEnabled()
    assert not window.action("write_sidecars").isEnabled()
    assert "never" in window.action("write_sidecars").text()
    window.tagger.settings.set("sidecars.write", "asked")
    window.window._session.setting_changed.emit("sidecars.write")
    await window.idle()
    await window.pressed("Ctrl+S")
    await window.until(lambda: not preview.file_rows.rows, "the sidecars to be written")
    await window.idle()
    assert len(list(Path(next(window.tagger.photos()).path).parent.glob("*.xmp"))) == 2
    page.show_side(page.failures)
    window.tagger.tag([PhotoId(first)], add=[TagPath("Animal|Owl")])
    assert [each.error for each in window.tagger.export_sidecars()] == [None]
    window.tagger.tag([PhotoId(second)], add=[TagPath("Animal|Owl")])
    await window.idle()
    assert not preview.known, "nobody looks, so nobody is told a number that is none any more"
    page.show_side(preview)
    await window.until(lambda: len(preview.file_rows.rows) == 1, "a new look")


async def test_conflicts_are_settled_by_key(window: Walk) -> None:
    first, second = sorted(window.ids[:2])

    def note(db: object) -> None:
        for photo_id in (first, second):
            found = [Conflict(photo_id, "rating", 1, 3, 5), Conflict(photo_id, "caption", "", "ours", "theirs")]
            conflicts.note(db, photo_id, found)  # type: ignore[arg-type]

    window.tagger.store.write(note).result()
    window.action("sidecar_conflicts").trigger()
    await window.idle()
    found = window.window.library.sidecars.page.conflicts
    assert [each.property for each in found.model.found] == ["caption", "rating"] * 2
    picture(window, "conflicts")
    assert found.list.hasFocus()
    await window.pressed("T")
    assert [photo.facts.caption for photo in window.tagger.photos() if photo.id == first] == ["theirs"]
    assert len(found.model.found) == 3
    assert found.list.hasFocus()
    await window.pressed("Shift+M")
    assert [each.property for each in found.model.found] == ["caption"]
    await window.pressed("Esc")
    assert window.window.pages.currentWidget() is window.window.browser


async def test_photos_are_written_into_only_where_that_is_allowed_and_agreed_to(walk: Walk, photos: Path) -> None:
    await walk.open(photos)
    walk.tagger.settings.set("recognition.after_index", False)
    await walk.until(lambda: len(walk.ids) and not walk.window.activity.running, "the photos")
    await walk.idle()
    assert not walk.action("embed").isEnabled()
    assert "settings" in walk.action("embed").text()
    walk.window._session.set_setting("sidecars.embed", True)
    await walk.idle()
    path = Path(walk.tagger.paths([walk.photo or 0])[walk.photo or 0])
    before = path.read_bytes()
    walk.tagger.tag([PhotoId(walk.photo or 0)], add=[TagPath("Animal|Heron")])
    walk.action("embed").trigger()
    await walk.idle()
    bar = walk.window.library.embedding.bar
    assert bar.cancel.hasFocus()
    picture(walk, "embed")
    await walk.pressed("Tab", "Return")
    await walk.until(lambda: path.read_bytes() != before, "the photo")
    await walk.idle()
    await walk.pressed("Ctrl+Z")
    assert path.read_bytes() == before
