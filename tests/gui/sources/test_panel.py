from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tagger.entities import Source
from tagger.gui.sources.model import SourceRole, SourcesModel
from tagger.gui.sources.panel import SourcesPanel
from tests import pace


def sources(*, count=12_408, labels=3, folders=2):
    def folder(name, *below):
        return Source(f"folder:/{name}", name, f"folder:{name}", 10, below)

    return [
        Source("library", "Library", "", count),
        Source("folders", "Folders", "", count, tuple(folder(f"f{n}", folder(f"f{n}/a")) for n in range(folders))),
        Source("review", "To review", "is:suggested", 431),
        Source("labels", "Labels", "", 900, tuple(Source(f"label:{n}", f"label {n}", "", n) for n in range(labels))),
    ]


@pytest.fixture
def panel(qtbot):
    panel = SourcesPanel()
    qtbot.addWidget(panel)
    panel.resize(240, 500)
    panel.set_sources(sources())
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def index(panel, key):
    return panel.tree.model().find(key)


def current(panel):
    return panel.tree.currentIndex().data(SourceRole.KEY)


def test_model_keeps_the_rules_of_qt(qtmodeltester):
    model = SourcesModel()
    model.set_sources(sources())
    qtmodeltester.check(model)
    model.set_sources(sources(count=1))
    model.set_sources(sources(folders=5))
    model.set_sources([])


def test_click_and_enter_choose(qtbot, panel):
    with qtbot.waitSignal(panel.chosen) as chosen:
        place = panel.tree.visualRect(index(panel, "review")).center()
        QTest.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert chosen.args[0].query == "is:suggested"
    with qtbot.waitSignal(panel.chosen) as chosen:
        QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    assert chosen.args[0].key == "review"


def test_a_click_chooses_once(qtbot, panel):
    told = []
    panel.chosen.connect(told.append)
    place = panel.tree.visualRect(index(panel, "review")).center()
    QTest.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    qtbot.wait(250)
    assert [each.key for each in told] == ["review"]


def test_arrows_choose_where_they_rest(qtbot, panel):
    panel.select("library")
    told = []
    panel.chosen.connect(told.append)
    for _each in range(3):
        QTest.keyClick(panel.tree, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(150)
    assert [each.key for each in told] == ["labels"]


def test_new_sources_keep_what_is_open_and_chosen(qtbot, panel):
    panel.set_expanded("folders")
    panel.set_expanded("folder:/f1")
    panel.select("folder:/f1/a")
    with qtbot.assertNotEmitted(panel.chosen, wait=200):
        panel.set_sources(sources(folders=7, labels=9))
    assert panel.tree.isExpanded(index(panel, "folders"))
    assert panel.tree.isExpanded(index(panel, "folder:/f1"))
    assert not panel.tree.isExpanded(index(panel, "labels"))
    assert current(panel) == "folder:/f1/a"


def test_new_counts_alone_move_nothing(qtbot, panel):
    panel.select("review")
    model = panel.tree.model()
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        panel.set_sources(sources(count=13_000))
    assert index(panel, "library").data(SourceRole.COUNT) == 13_000
    assert current(panel) == "review"


def test_a_chosen_source_that_went_comes_back(qtbot, panel):
    panel.select("label:2")
    panel.set_sources(sources(labels=1))
    assert current(panel) != "label:2"
    panel.set_sources(sources(labels=4))
    assert current(panel) == "label:2"


def test_a_screen_reader_hears_the_count(panel):
    assert index(panel, "library").data(Qt.ItemDataRole.AccessibleTextRole) == "Library, 12,408 photos"
    assert index(panel, "label:1").data(Qt.ItemDataRole.AccessibleTextRole) == "label 1, 1 photo"


def test_many_folders_and_labels_do_not_lag(qtbot, panel):
    panel.set_expanded("folders")
    panel.set_expanded("labels")

    def show(**counts: int) -> None:
        panel.set_sources(sources(**counts))
        panel.tree.viewport().repaint()

    first = pace.units(lambda: show(labels=5_000, folders=10_000), 1)
    again = pace.units(lambda: show(labels=5_000, folders=10_000, count=1), 1)
    assert first < 200
    assert again < 150
