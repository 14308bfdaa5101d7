"""What is marked never to be sent: seen in the grid, the sources and the inspector, and left out of every question."""

from __future__ import annotations

from tagger.entities import TagPath
from tagger.gui.sources.model import SourceRole
from tagger.store.never_upload import Mark
from tagger.vocabulary import tree
from tests.backends.servers.imagerecognize import Imagerecognize
from tests.gui.window.driver import Walk
from tests.gui.window.services import configured, keyed, sent, service
from tests.gui.window.test_tag_tree import tagged

__all__ = ["keyed", "service"]


def summary_is_private(walk: Walk, row: int) -> bool:
    model = walk.window.browser.model
    found = model._summaries.find(walk.ids[row], row)
    return found is not None and found.private


async def test_a_marked_photo_has_its_badge_and_stays_here(window: Walk, service: Imagerecognize, keyed: None) -> None:
    await configured(window, service)
    window.action("never_send").trigger()
    await window.idle()
    assert summary_is_private(window, 0)
    assert ("Sending", "Marked never to be sent") in window.window.inspector.service_facts.shown()
    await window.pressed("Ctrl+A", "Ctrl+Return")
    bar = window.window.services.recognising.bar
    assert str(len(window.ids) - 1) in bar.text.text()
    assert "1 photo" in bar.shown()["Left out"]
    await window.pressed("Escape")
    window.action("may_send").trigger()
    await window.idle()
    assert not summary_is_private(window, 0)


async def test_only_marked_photos_ask_nothing(window: Walk, service: Imagerecognize, keyed: None) -> None:
    await configured(window, service)
    window.action("never_send").trigger()
    await window.idle()
    await window.pressed("Ctrl+Return")
    assert not window.window.services.recognising.bar.isVisible()
    assert window.message is not None
    assert "marked never to be sent" in window.message.text
    assert not sent(service)


async def test_a_marked_tag_stays_marked_under_another_name(window: Walk) -> None:
    await tagged(window, "Family")
    window.tagger.services.never_upload(Mark.TAG, "Family")
    await window.window.services.marking.read()
    window.tagger.change_tree(lambda db: tree.relocate(db, TagPath("Family"), TagPath("Kin")))
    await window.idle()
    model = window.window.sources.model
    await window.until(lambda: model.find("tag:Kin").isValid(), "the tag under its new name")
    await window.until(lambda: model.find("tag:Kin").data(SourceRole.PRIVATE), "its mark")
    assert window.tagger.services.private(window.ids)


async def test_a_marked_folder_shows_it_in_the_sources_and_holds_all_below(
    window: Walk, service: Imagerecognize, keyed: None
) -> None:
    await configured(window, service)
    [(folder,)] = window.rows("SELECT path FROM folders")
    sources = window.window.sources
    sources.set_expanded("folders")
    index = sources.model.find(f"folder:{folder}")
    sources.point_at(index)
    sources.tree.setFocus()
    assert window.action("never_send_place").isEnabled()
    window.action("never_send_place").trigger()
    await window.idle()
    assert sources.model.find(f"folder:{folder}").data(SourceRole.PRIVATE)
    assert window.action("may_send_place").isEnabled()
    assert summary_is_private(window, 0)
    window.window.browser.grid.setFocus()
    await window.pressed("Ctrl+A", "Ctrl+Return")
    assert not window.window.services.recognising.bar.isVisible()
    marks = window.window.services.configuring.section.marks
    window.action("backends").trigger()
    await window.idle()
    assert marks.list.count() == 1
    marks.list.setFocus()
    await window.pressed("Delete")
    assert window.tagger.services.marks() == []
    assert not sources.model.find(f"folder:{folder}").data(SourceRole.PRIVATE)
