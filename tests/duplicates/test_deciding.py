"""What the user decides of groups: it survives searches and restarts, and so does taking it back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tagger.app import Tagger
from tagger.duplicates.search import Options
from tagger.entities import Group, GroupKind
from tagger.store import group_changes, journal, query, removed, stacks
from tagger.store.group_changes import MarkChange
from tagger.store.group_decisions import Mark
from tagger.store.query import Query

SEARCH = Options(8, crops=False)


def again(app: Tagger, folder: Path) -> Tagger:
    """The library after a restart."""
    app.close()
    return Tagger.open(folder.with_name("library.tagger"), folder.with_name("settings.toml"))


def group_of(app: Tagger, stem: str) -> tuple[Group, dict[str, int]]:
    """The group of a photo, with its photos by their names."""
    for group in app.duplicate_groups():
        named = {Path(path).name: photo_id for photo_id, path in app.paths(group.photo_ids).items()}
        if any(name.startswith(stem) for name in named):
            return group, named
    raise AssertionError(stem)


def planned(app: Tagger) -> dict[str, str]:
    """What a cleanup would do with each photo that is no keeper."""
    plan = app.cleanup_plan()
    found = {Path(each.photo.path).name: f"goes: {each.words}" for each in plan.discards}
    return found | {Path(each.photo.path).name: each.words for each in plan.spared}


def test_marks_hold_after_a_restart_and_a_search_and_undo_takes_them_back(app, folder):
    _group, named = group_of(app, "rocket")
    before = planned(app)
    assert before["rocket small.jpg"].startswith("goes: larger")
    app.mark_duplicates({named["rocket small.jpg"]: False})
    app = again(app, folder)
    app.find_duplicates(SEARCH)
    assert planned(app)["rocket small.jpg"] == "marked to stay"
    assert app.undo().title == "let “rocket small.jpg” stay"
    assert planned(app) == before
    app.redo()
    assert app.marked_duplicates() == {named["rocket small.jpg"]: False}
    app.close()


def test_a_keeper_that_was_chosen_stays_whatever_the_rules_say(app, folder):
    group, named = group_of(app, "coffee")
    small, large = named["coffee small.jpg"], named["coffee.png"]
    app.mark_duplicates({small: True})
    assert app.set_keeper(group.id, small)
    assert app.marked_duplicates() == {}, "what is kept does not go"
    app = again(app, folder)
    app.choose_keepers()
    app.find_duplicates(SEARCH)
    assert group_of(app, "coffee")[0].keeper == small
    assert planned(app)["coffee.png"] == "goes: you chose it"
    assert app.undo().title == "keep “coffee small.jpg”"
    assert group_of(app, "coffee")[0].keeper == large
    assert app.marked_duplicates() == {small: True}
    app.choose_keepers()
    assert group_of(app, "coffee")[0].keeper == large
    app.close()


def test_choosing_the_keeper_that_is_one_makes_it_certain(app):
    group, _named = group_of(app, "coffee")
    assert app.set_keeper(group.id, group.keeper)
    assert planned(app)["coffee small.jpg"] == "goes: you chose it"
    last = app.store.read(journal.last_id)
    assert app.set_keeper(group.id, group.keeper)
    assert app.store.read(journal.last_id) == last, "nothing changed"


def test_that_a_photo_goes_holds_beside_its_keeper_only(app):
    group, named = group_of(app, "rocket")
    small, again_ = named["rocket small.jpg"], named["rocket again.jpg"]
    app.mark_duplicates({small: True})
    app.set_keeper(group.id, again_)
    assert app.marked_duplicates() == {small: True}, "of the same group, and as near"
    app.store.write(lambda db: db.conn.execute("UPDATE duplicate_marks SET keeper_id = keeper_id + 1000")).result()
    assert app.marked_duplicates() == {}


@pytest.mark.parametrize("name", ["rocket small.jpg", None])
def test_what_is_no_duplicate_is_listed_and_let_together_again(app, folder, name):
    group, named = group_of(app, "rocket")
    app.not_duplicates(group, None if name is None else named[name])
    app = again(app, folder)
    [said] = app.parted_duplicates()
    assert said.alone == (name is not None)
    assert set(said.photo_ids) == set(group.photo_ids)
    assert name is None or said.photo_ids[0] == named[name]
    app.duplicates_again(said)
    assert app.parted_duplicates() == []
    assert set(group_of(app, "rocket")[0].photo_ids) == set(group.photo_ids), "at once, without a search"
    app.undo()
    assert app.parted_duplicates() == [said]
    app.find_duplicates(SEARCH)
    assert not any(set(group.photo_ids) == set(each.photo_ids) for each in app.duplicate_groups())
    app.redo()
    assert set(group_of(app, "rocket")[0].photo_ids) == set(group.photo_ids)
    app.close()


def test_photos_that_come_back_are_marked_as_they_were(app):
    group, _named = group_of(app, "rocket")
    app.mark_duplicates(dict.fromkeys(group.photo_ids, True))
    marked = app.marked_duplicates()
    assert len(marked) == 2, "the keeper is not marked"
    app.clean_up(app.cleanup_plan([group.id]))
    assert app.marked_duplicates() == {}
    app.undo()
    assert app.marked_duplicates() == marked


def test_copies_are_stacked_behind_the_keeper_and_no_file_moves(app, folder):
    group, named = group_of(app, "rocket")
    before = planned(app)
    stacked = app.stack_duplicates(app.cleanup_plan([group.id]))
    assert stacked == set(group.photo_ids) - {group.keeper}
    shown = app.store.read(lambda db: query.photo_ids(db, Query("", query.parse("").node, ())))
    assert not stacked & set(shown)
    assert app.store.read(lambda db: next(i for i, _name in stacks.files(db, group.keeper))) == group.keeper
    assert planned(app)["rocket small.jpg"] == "stacked with the one that is kept"
    assert len(list(folder.rglob("rocket*.jpg"))) == 3
    app.restack()
    app.find_duplicates(SEARCH)
    assert group_of(app, "rocket")[0].kind is not GroupKind.PAIR
    assert planned(app)["rocket small.jpg"] == "stacked with the one that is kept"
    assert app.undo().title == "stack 2 duplicates"
    assert planned(app) == before
    assert app.store.read(lambda db: stacks.leader(db, group.keeper)) is None
    app.redo()
    assert app.unstack(named["rocket small.jpg"]) == stacked
    app.restack()
    assert planned(app) == before


def test_nothing_is_hidden_behind_a_photo_that_is_gone(app):
    group, named = group_of(app, "coffee")
    small = named["coffee small.jpg"]
    app.stack_duplicates(app.cleanup_plan([group.id]))
    assert app.store.read(lambda db: stacks.leader(db, small)) == group.keeper
    app.store.write(lambda db: removed.forget(db, [group.keeper])).result()
    assert app.store.read(lambda db: stacks.leader(db, small)) is None


def test_a_step_of_an_earlier_version_says_nothing_of_groups(app):
    change = MarkChange(1, None, Mark(True, 2))
    assert group_changes.unpack(group_changes.pack(change)) == change
    app.store.write(
        lambda db: db.conn.execute(
            "INSERT INTO journal (at, title, changes) VALUES ('', 'x', '{\"decisions\": [], \"tags\": []}')"
        )
    ).result()
    assert app.undo().title == "x"
