"""Many selected photos, tagged and decided from the keyboard."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tagger.entities import Decision, PhotoId, TagPath
from tests.gui.window.driver import Walk

COUNT = 11


async def select_all(window: Walk) -> None:
    window.window.browser.take_focus()
    await window.pressed("Ctrl+A")
    await settled(window)


async def settled(window: Walk) -> None:
    """Until the inspector shows what the selection carries."""
    several = window.window.photos.several
    await window.until(lambda: not several._calm.isActive() and not several._busy.isActive(), "the count")
    await window.idle()


def carried(window: Walk, tag: str) -> int:
    shown = window.window.inspector.carried
    assert shown is not None
    return shown.count(TagPath(tag))


def tags_of(window: Walk) -> dict[int, set[str]]:
    return {int(photo.id): set(photo.tags) for photo in window.tagger.photos()}


async def test_tags_are_entered_in_a_row_on_all_selected_photos_and_go_back(window: Walk) -> None:
    window.tagger.tag([PhotoId(window.ids[0])], add=[TagPath("Animal|Bird|Heron")])
    await window.idle()
    await select_all(window)
    inspector = window.window.inspector
    assert inspector.several
    assert f"{COUNT} photos selected" in window.texts(inspector)
    assert carried(window, "Animal|Bird|Heron") == 1
    await window.pressed("N")
    for typed in ("heorn", "Holiday|Sea", "sea"):
        window.type(typed)
        await window.pressed("Return")
        await settled(window)
        assert window.focus is inspector.tags.field
    assert carried(window, "animal|bird|heron") == COUNT, "the typo was forgiven"
    assert carried(window, "Holiday|Sea") == COUNT
    assert all(tags >= {"Animal|Bird|Heron", "Holiday|Sea"} for tags in tags_of(window).values())
    assert "Holiday|sea" not in {tag.path for tag in inspector.carried.tags}
    assert window.message is not None
    assert f"all {COUNT} photos" in window.message.text
    window.type("sea")
    await window.pressed("Shift+Return")
    await settled(window)
    assert carried(window, "sea") == COUNT
    await window.pressed("Esc")
    for _ in range(3):
        await window.pressed("Ctrl+Z")
    await settled(window)
    assert [carried(window, tag) for tag in ("sea", "Holiday|Sea", "Animal|Bird|Heron")] == [0, 0, 1]


async def test_a_mixed_tag_is_spread_and_removed_by_keys(window: Walk) -> None:
    window.tagger.tag([PhotoId(i) for i in window.ids[:3]], add=[TagPath("Holiday")])
    await window.idle()
    await select_all(window)
    rows = window.window.inspector.tags.several
    assert rows.rows[0].spoken == f"Holiday, on 3 of {COUNT} photos"
    await tab_to(window, rows)
    window.press("Return")
    await window.until(window.window.inspector.tags.menu.isVisible, "the menu")
    await window.pressed("Return")
    await settled(window)
    assert rows.rows[0].spoken == f"Holiday, on all {COUNT} photos"
    await tab_to(window, rows)
    await window.pressed("Delete")
    await settled(window)
    assert carried(window, "Holiday") == 0
    await window.pressed("Ctrl+Z", "Ctrl+Z")
    await settled(window)
    assert carried(window, "Holiday") == 3


async def test_one_label_is_decided_over_the_selection_and_the_next_comes(window: Walk) -> None:
    await select_all(window)
    inspector = window.window.inspector
    first = inspector.labels.label
    assert first is not None
    assert first.waiting
    await window.pressed("P")
    await settled(window)
    decided = window.decided()
    assert len(decided) == first.waiting
    assert set(decided.values()) == {Decision.ACCEPTED}
    second = inspector.labels.label
    assert second is not None
    assert second.key != first.key
    assert carried(window, first.tag) > 0
    await window.pressed("X")
    await settled(window)
    assert len(window.decided()) == first.waiting + second.waiting
    assert inspector.several, "the selection is still there"
    await window.pressed("Ctrl+Z", "Ctrl+Z")
    await settled(window)
    assert window.decided() == {}
    assert carried(window, first.tag) == 0


async def test_keys_that_come_faster_than_answers_decide_one_label_each(window: Walk) -> None:
    await select_all(window)
    labels = window.window.inspector.labels.labels[:3]
    window.press("P", "X", "D")
    await window.idle()
    await settled(window)
    states = list(window.decided().values())
    for decision, label in zip((Decision.ACCEPTED, Decision.REJECTED, Decision.DEFERRED), labels, strict=True):
        assert states.count(decision) == label.waiting


async def test_tags_are_copied_and_pasted(window: Walk) -> None:
    window.tagger.tag([PhotoId(window.ids[0])], add=[TagPath("Holiday|Sea"), TagPath("Family")])
    await window.idle()
    window.window.browser.take_focus()
    await window.pressed("Home", "Ctrl+Shift+C")
    assert window.message is not None
    assert "2 tags" in window.message.text
    await select_all(window)
    await window.pressed("Ctrl+Shift+V")
    await settled(window)
    assert f"{COUNT - 1} photos" in window.message.text
    assert carried(window, "Holiday|Sea") == carried(window, "Family") == COUNT
    assert window.action("undo").text().endswith(f"paste 2 tags on {COUNT - 1} photos")
    await window.pressed("Ctrl+Z")
    await settled(window)
    assert carried(window, "Family") == 1


async def test_pinned_tags_have_a_key_and_are_kept(window: Walk) -> None:
    await window.pressed("N")
    window.type("Family")
    await window.pressed("Return")
    await window.pressed("Alt+0")
    quick = window.window.inspector.tags.quick
    await window.until(lambda: [chip.tag for chip in quick.pinned.chips] == ["Family"], "the pinned tag")
    window.action("undo").trigger()
    await window.until(lambda: not quick.pinned.chips, "the pin to be taken back")
    window.action("redo").trigger()
    await window.until(lambda: quick.pinned.chips, "the pinned tag again")
    await window.pressed("Esc")
    await select_all(window)
    assert quick.chips[0].accessibleName() == f"Family, on 1 of {COUNT} photos"
    await window.pressed("Alt+1")
    await settled(window)
    assert carried(window, "Family") == COUNT
    await window.pressed("Alt+1")
    await settled(window)
    assert carried(window, "Family") == 0
    await window.close()
    await window.open()
    await window.idle()
    await window.until(
        lambda: [chip.tag for chip in window.window.inspector.tags.quick.pinned.chips], "it after a start"
    )


async def test_one_photo_is_inspected_again_when_only_it_is_selected_or_opened(window: Walk) -> None:
    await select_all(window)
    inspector = window.window.inspector
    await window.pressed("Return")
    assert window.window.browser.in_viewer
    assert not inspector.several
    assert inspector.list.isVisible()
    await window.pressed("Esc")
    await settled(window)
    assert inspector.several, "back in the grid, all are still selected"
    await window.pressed("End")
    assert not inspector.several
    assert inspector.facts.isVisible()


async def tab_to(window: Walk, wanted: QWidget) -> None:
    for _ in range(80):
        if window.focus is wanted:
            return
        window.press("Tab")
    raise AssertionError("Tab does not reach it")
