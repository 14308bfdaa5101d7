from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QTest

from tagger.entities import Source, TagPath
from tagger.gui.sources.bar import ChangeBar, Question
from tagger.gui.sources.model import PHOTOS_MIME, TAG_MIME, SourceRole, SourcesModel
from tagger.gui.sources.panel import SourcesPanel
from tagger.gui.sources.sentences import note, title, touched
from tagger.gui.words import grouped
from tagger.vocabulary.tree import Use

BIRD, HERON = TagPath("Animal|Bird"), TagPath("Animal|Bird|Heron")


def tag(path: str, *below: Source) -> Source:
    return Source(f"tag:{path}", path.rpartition("|")[2], "", 3, below)


def tree(animal: str = "Animal") -> list[Source]:
    birds = tag(f"{animal}|Bird", tag(f"{animal}|Bird|Heron"))
    return [Source("library", "All", "", 9), Source("tags", "Tags", "", 9, (tag(animal, birds), tag("Sea")))]


@pytest.fixture
def model() -> SourcesModel:
    model = SourcesModel()
    model.set_sources(tree())
    return model


@pytest.fixture
def bar(qtbot):
    bar = ChangeBar()
    qtbot.addWidget(bar)
    return bar


def test_model_keeps_the_rules_of_qt(model, qtmodeltester):
    qtmodeltester.check(model)
    model.set_sources(tree("Animals"))


def test_only_tags_are_renamed_and_dragged(model):
    flag = Qt.ItemFlag
    wanted = {"tag:Sea": True, "tag:Animal|Bird": True, "library": False, "tags": False}
    for key, can in wanted.items():
        flags = model.find(key).flags()
        assert bool(flags & flag.ItemIsEditable) == bool(flags & flag.ItemIsDragEnabled) == can
    assert model.find("tags").flags() & flag.ItemIsDropEnabled, "dropped there, a tag goes to the top"


def test_another_name_is_a_wish(model, qtbot):
    index = model.find("tag:Animal|Bird")
    with qtbot.waitSignal(model.rename_wished) as told:
        assert not model.setData(index, " Birds ")
    assert told.args == [BIRD, "Birds"]
    assert index.data() == "Bird"
    with qtbot.assertNotEmitted(model.rename_wished):
        model.setData(index, "Bird")
        model.setData(index, "  ")
        model.setData(model.find("library"), "x")


def dragged(path: str) -> QMimeData:
    data = QMimeData()
    data.setData(TAG_MIME, json.dumps(path).encode())
    return data


@pytest.mark.parametrize(
    ("path", "onto", "can"),
    [
        (BIRD, "tag:Sea", True),
        (BIRD, "tags", True),
        (BIRD, "tag:Animal", True),
        (BIRD, "tag:Animal|Bird", False),
        ("animal|bird", "tag:Animal|Bird|Heron", False),
        (BIRD, "library", False),
    ],
)
def test_a_tag_is_dropped_where_it_can_go(model, path, onto, can):
    assert model.canDropMimeData(dragged(path), Qt.DropAction.MoveAction, -1, -1, model.find(onto)) == can
    assert not model.canDropMimeData(dragged(path), Qt.DropAction.MoveAction, -1, -1, QModelIndex())


def test_photos_are_dropped_onto_tags_only(model):
    data = QMimeData()
    data.setData(PHOTOS_MIME, b"[1, 2]")
    for key, can in {"tag:Sea": True, "tags": False, "library": False}.items():
        assert model.canDropMimeData(data, Qt.DropAction.CopyAction, -1, -1, model.find(key)) == can


def test_what_was_open_and_chosen_follows_a_tag(qtbot):
    panel = SourcesPanel()
    qtbot.addWidget(panel)
    panel.set_sources(tree())
    for key in ("tags", "tag:Animal", "tag:Animal|Bird"):
        panel.set_expanded(key)
    panel.select("tag:Animal|Bird|Heron")
    assert panel.follow(TagPath("Animal"), TagPath("Fauna"))
    panel.set_sources(tree("Fauna"))
    assert panel.current_tag() == "Fauna|Bird|Heron"
    assert panel.tree.isExpanded(panel.model.find("tag:Fauna|Bird"))
    assert not panel.follow(TagPath("Fau"), TagPath("x")), "a mere beginning of the name is another tag"


def test_a_question_is_answered_once(bar, qtbot):
    told = []
    bar.applied.connect(told.append)
    bar.ask(Question("Rename?", "Rename", "Bird"))
    qtbot.waitExposed(bar)
    assert bar.field.hasFocus() or bar.field.isVisible()
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    QTest.keyClick(bar, Qt.Key.Key_Return)
    assert told == ["Bird"]
    assert bar.isHidden()


def test_a_question_that_needs_an_answer_waits_for_it(bar, qtbot):
    with qtbot.assertNotEmitted(bar.applied):
        bar.ask(Question("Merge into which?", "Merge", "", note="…"))
        QTest.keyClick(bar.field, Qt.Key.Key_Return)
    QTest.keyClicks(bar.field, "Sea")
    assert bar.apply_button.isEnabled()
    bar.explain("It cannot go below itself.", possible=False)
    assert not bar.apply_button.isEnabled()
    assert "below itself" in bar.said


def test_sentences_are_exact():
    use = Use(12_408, 31, ("bird", "heron"), exists=True)
    assert touched(Use(1)) == "1 photo"
    assert title("rename", BIRD, TagPath("Animal|Birds"), use) == (
        f"Rename “Bird” to “Birds” on {grouped(12_408)} photos and 31 tags below?"
    )
    assert title("delete", HERON, None, Use(2)) == "Delete “Heron” from 2 photos?"
    said = note("merge", TagPath("Sea"), use, Use(1, exists=True))
    assert said == (
        "“Sea” is there already, on 1 photo: both become one. Suggestions of 2 labels lead to the new tag."
        " The sidecars follow."
    )


def test_tag_rows_name_their_tag(model):
    assert model.find("tag:Animal|Bird").data(SourceRole.TAG) == BIRD
    assert model.find("tags").data(SourceRole.TAG) is None
