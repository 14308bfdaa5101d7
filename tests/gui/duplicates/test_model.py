from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tagger.duplicates.overview import Detailed, Fate
from tagger.gui.duplicates.marks import Marks
from tagger.gui.duplicates.model import GroupModel, GroupRole
from tests.gui.duplicates.groups import entry, group

GROUPS = {each.id: each for each in (group(1, Fate.GO), group(2, Fate.LOOK, Fate.GO), group(3, Fate.STAY))}


def fetch(ids: Sequence[int], done: Callable[[Iterable[Detailed]], object]) -> None:
    done(GROUPS[each] for each in ids)


def test_the_model_is_one(qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    model = GroupModel(fetch, Marks())
    model.set_entries([entry(each) for each in GROUPS.values()])
    qtmodeltester.check(model)


def test_details_come_when_they_are_looked_at(qtbot: QtBot) -> None:
    asked: list[list[int]] = []

    def noted(ids: Sequence[int], done: Callable[[Iterable[Detailed]], object]) -> None:
        asked.append(list(ids))
        fetch(ids, done)

    model = GroupModel(noted, Marks())
    model.set_entries([entry(each) for each in GROUPS.values()])
    assert not asked
    assert model.index(1).data(GroupRole.DETAILED) is None
    with qtbot.waitSignal(model.dataChanged):
        pass
    assert model.index(1).data(GroupRole.DETAILED) is GROUPS[2]
    words = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words.startswith("Near-duplicates · 3 photos, 1 kB to free, Very likely the same: looks the same")
    assert words.endswith("20.jpg: Kept, 21.jpg: For your eye, 22.jpg: To go")


def test_details_of_another_keeper_are_not_shown(qtbot: QtBot) -> None:
    model = GroupModel(fetch, Marks())
    model.set_entries([entry(group(1, Fate.GO))])
    model.index(0).data(GroupRole.DETAILED)
    with qtbot.waitSignal(model.dataChanged):
        pass
    swapped = entry(GROUPS[1])
    object.__setattr__(swapped, "photo_ids", tuple(reversed(swapped.photo_ids)))
    model.set_entries([swapped])
    assert model.index(0).data(GroupRole.DETAILED) is None
