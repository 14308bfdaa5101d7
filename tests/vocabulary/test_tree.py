from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tagger.entities import Decision, Detection, PhotoFacts, PhotoId, PhotoReading, Stamp, TagPath
from tagger.errors import UsageError
from tagger.recognition.backend import BackendType, Capabilities, Recognition
from tagger.recognition.results import save_answer
from tagger.review import tagging, undo
from tagger.review.decisions import decide
from tagger.store import Store, folders, jobs, journal, never_upload, photos, suggestions, synonyms, tag_use, tags
from tagger.store.never_upload import Mark
from tagger.vocabulary import tree

KIND = BackendType("test", "Test", Capabilities(offline=True, boxes=True), open=lambda config: None)
HERON, BIRD, BIRDS = TagPath("Animal|Bird|Heron"), TagPath("Animal|Bird"), TagPath("Animal|Birds")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "library.tagger")
    yield opened
    opened.close()


def do(store: Store, fn, *args, **more):
    return store.write(lambda db: fn(db, *args, **more)).result()


def fill(store: Store, *keywords: list[str]) -> list[PhotoId]:
    """One photo for each list of keywords, which its file carries."""
    found = [
        PhotoReading(f"/p/{i}.jpg", Stamp(1, 1), facts=PhotoFacts(keywords=tuple(map(TagPath, words))))
        for i, words in enumerate(keywords, 1)
    ]
    saved = do(store, lambda db: photos.save_readings(db, folders.add_folder(db, "/p"), found))
    return [saved.ids[reading.path] for reading in found]


def carried(store: Store, ids) -> list[tuple[str, ...]]:
    found = store.read(lambda db: tags.tags_of(db, ids))
    return [found.get(i, ()) for i in ids]


def everything(store: Store):
    tables = (
        "SELECT photo_id, path, origin, removed FROM photo_tags JOIN tags ON id = tag_id ORDER BY 1, 2",
        "SELECT path, pinned, made FROM tags WHERE pinned OR made OR id IN (SELECT tag_id FROM photo_tags) ORDER BY 1",
        "SELECT name, tag FROM labels ORDER BY 1",
        "SELECT t.path, s.name FROM synonyms s JOIN tags t ON t.id = tag_id ORDER BY 1, 2",
    )
    return [store.read(lambda db, sql=sql: db.conn.execute(sql).fetchall()) for sql in tables]


def recognise(store: Store, photo_id: PhotoId, backend: str = "one", label: str = "bird") -> None:
    def answer(db):
        jobs.enqueue(db, backend, "recognise", [photo_id], again=True)
        (job,) = jobs.claim(db, "me", backend, 1)
        assert save_answer(db, KIND, job, Recognition(photo_id, (Detection(label, 0.9),), "m"))

    do(store, answer)


def suggested(store: Store, photo_id: PhotoId) -> list[tuple[str, Decision]]:
    return [(s.tag, s.decision) for s in store.read(lambda db: suggestions.of_photo(db, photo_id))]


def test_what_a_change_would_touch(store):
    fill(store, [BIRD], [HERON], [BIRD, HERON], ["Animal|Cat"])
    recognise(store, PhotoId(1), label="Animal|Bird".replace("|", "-"))
    do(store, tree.make, BIRD, "Gull")
    use = store.read(lambda db: tree.use_of(db, BIRD))
    assert (use.photos, use.below, use.exists) == (3, 2, True)
    assert store.read(lambda db: tree.use_of(db, TagPath("Animal"))).photos == 4, "a mere branch counts what is below"
    assert store.read(lambda db: tree.use_of(db, TagPath("animal|BIRD"))) == use
    assert store.read(lambda db: tree.use_of(db, TagPath("Animal|Bi"))) == tree.Use()


def test_rename_takes_all_below_along_in_one_step(store):
    ids = fill(store, [BIRD, "Sea"], [HERON], ["Animal|Birdhouse"])
    before = everything(store)
    assert do(store, tree.relocate, BIRD, BIRDS) == set(ids[:2])
    after = everything(store)
    assert carried(store, ids) == [(BIRDS, "Sea"), ("Animal|Birds|Heron",), ("Animal|Birdhouse",)]
    assert store.read(lambda db: db.conn.execute("SELECT count(*) FROM journal").fetchone()) == (1,)
    assert undo.undo(store).title == "rename tag Bird to Birds"
    assert everything(store) == before
    undo.redo(store)
    assert everything(store) == after


def test_rename_and_back_again(store):
    ids = fill(store, [BIRD], [HERON])
    for old, new in ((BIRD, BIRDS), (BIRDS, BIRD), (BIRD, BIRDS)):
        do(store, tree.relocate, old, new)
    assert carried(store, ids) == [(BIRDS,), ("Animal|Birds|Heron",)]
    removed = store.read(lambda db: tags.removed_tags_of(db, ids))
    assert removed == {ids[0]: (BIRD,), ids[1]: (HERON,)}


@pytest.mark.parametrize("mark", ["Animal|Bird", "animal", "ANIMAL|BIRD|HERON"])
@pytest.mark.parametrize("to", ["Animal|Birds", "Feathered", "Feathered|Bird"])
def test_what_must_never_be_uploaded_must_not_under_another_name(store, mark, to):
    """A mark of a tag is the user's word about the photos that carry it, whatever the tag is called."""
    ids = fill(store, [HERON], ["Sea"])
    do(store, never_upload.mark, Mark.TAG, mark)
    do(store, tree.relocate, BIRD, TagPath(to))
    assert store.read(lambda db: never_upload.private(db, ids)) == {ids[0]}
    undo.undo(store)
    assert store.read(lambda db: never_upload.private(db, ids)) == {ids[0]}


def test_merge_keeps_one(store):
    ids = fill(store, [BIRD, BIRDS], [BIRD], [BIRDS], ["Animal|Birds|Heron", HERON])
    before = everything(store)
    do(store, tree.relocate, BIRD, BIRDS, verb="merge")
    assert carried(store, ids) == [(BIRDS,), (BIRDS,), (BIRDS,), ("Animal|Birds|Heron",)]
    undo.undo(store)
    assert everything(store) == before


def test_a_tag_merges_into_the_one_above_it(store):
    ids = fill(store, ["A"], ["A|A"], ["A|A|A"], ["A|A|A", "A|A"])
    before = everything(store)
    do(store, tree.relocate, TagPath("A|A"), TagPath("A"))
    assert carried(store, ids) == [("A",), ("A",), ("A|A",), ("A", "A|A")]
    undo.undo(store)
    assert everything(store) == before


def test_another_case_is_another_spelling_only(store):
    ids = fill(store, ["animal|heron"], ["animal"])
    before = everything(store)
    do(store, tree.relocate, TagPath("animal"), TagPath("Animal"))
    do(store, tree.relocate, TagPath("Animal|heron"), TagPath("Animal|HERON"))
    assert carried(store, ids) == [("Animal|HERON",), ("Animal",)]
    undo.undo(store)
    undo.undo(store)
    assert everything(store) == before


def test_letters_that_fold_to_more_letters(store):
    ids = fill(store, ["Straße|Auto"])
    do(store, tree.relocate, TagPath("STRASSE"), TagPath("Weg"))
    assert carried(store, ids) == [("Weg|Auto",)]


def test_a_tag_does_not_go_below_itself(store):
    fill(store, [BIRD])
    with pytest.raises(UsageError, match="below itself"):
        do(store, tree.relocate, BIRD, TagPath("animal|bird|More"))
    assert undo.undo(store) is None


def test_suggestions_follow_now_and_later(store):
    ids = fill(store, [], [])
    recognise(store, ids[0])
    assert suggested(store, ids[0]) == [("Bird", Decision.SUGGESTED)]
    do(store, tree.relocate, TagPath("Bird"), BIRDS)
    recognise(store, ids[1])
    assert suggested(store, ids[0]) == suggested(store, ids[1]) == [(BIRDS, Decision.SUGGESTED)]
    do(store, decide, [s.id for s in store.read(lambda db: suggestions.of_photo(db, ids[0]))], Decision.ACCEPTED)
    assert carried(store, ids) == [(BIRDS,), ()]
    undo.undo(store)
    undo.undo(store)
    assert suggested(store, ids[0]) == [("Bird", Decision.SUGGESTED)]


def test_accepted_suggestions_come_along_and_go_back(store):
    ids = fill(store, [])
    recognise(store, ids[0])
    (found,) = store.read(lambda db: suggestions.of_photo(db, ids[0]))
    do(store, decide, [found.id], Decision.ACCEPTED)
    before = everything(store)
    do(store, tree.relocate, TagPath("Bird"), BIRDS)
    assert carried(store, ids) == [(BIRDS,)]
    undo.undo(store)
    assert everything(store) == before
    undo.redo(store)
    do(store, decide, [found.id], Decision.REJECTED)
    assert carried(store, ids) == [()], "the tag still goes with its suggestion"


def test_what_was_refused_stays_refused_and_renaming_refuses_nothing(store):
    ids = fill(store, ["Bird"], ["Bird"])
    do(store, tagging.change_tags, ids[:1], remove=[TagPath("Bird")])
    do(store, tree.relocate, TagPath("Bird"), BIRDS)
    recognise(store, ids[0], "two", "Birds")
    recognise(store, ids[1], "two", "Bird")
    assert suggested(store, ids[1]) == [("Bird", Decision.SUGGESTED)], "nobody said no to the old name"
    refused = store.read(lambda db: tags.refused_tags_of(db, ids))
    assert refused == {ids[0]: (BIRDS,)}


def test_files_that_still_carry_the_old_name_do_not_bring_it_back(store):
    ids = fill(store, ["Bird"])
    do(store, tree.relocate, TagPath("Bird"), BIRDS)
    fill(store, ["Bird"])
    assert carried(store, ids) == [(BIRDS,)]


def test_delete_everywhere(store):
    ids = fill(store, [BIRD, "Sea"], [HERON])
    do(store, tree.make, BIRD, "Gull")
    before = everything(store)
    assert do(store, tree.delete, BIRD) == set(ids)
    assert carried(store, ids) == [("Sea",), ()]
    assert store.read(tags.made_tags) == []
    fill(store, [BIRD, "Sea"], [HERON])
    assert carried(store, ids) == [("Sea",), ()], "files do not bring it back"
    undo.undo(store)
    assert everything(store) == before


def test_empty_tags_stay_listed_and_move(store):
    do(store, tree.make, None, "Trips/2026")
    assert store.read(tags.made_tags) == ["Trips|2026"]
    with pytest.raises(UsageError, match="already"):
        do(store, tree.make, TagPath("trips"), "2026")
    do(store, tree.relocate, TagPath("Trips"), TagPath("Travel"))
    assert store.read(tags.made_tags) == ["Travel|2026"]
    undo.undo(store)
    undo.undo(store)
    assert store.read(tags.made_tags) == []


def test_a_pin_is_one_step_that_undo_takes_back_in_its_place(store):
    fill(store, [HERON], [BIRD])
    assert do(store, tree.pin, HERON)
    assert do(store, tree.pin, BIRD, on=True)
    do(store, tree.pin, BIRD, on=True)
    assert [each[-1] for each in store.read(journal.titles)] == ["pin Bird", "pin Heron"], "nothing is no step"
    assert not do(store, tree.pin, HERON)
    assert store.read(tag_use.pinned) == [BIRD]
    assert undo.undo(store).title == "unpin Heron"
    assert store.read(tag_use.pinned) == [HERON, BIRD]
    undo.undo(store)
    undo.undo(store)
    assert store.read(tag_use.pinned) == []
    undo.redo(store)
    assert store.read(tag_use.pinned) == [HERON]


def test_pins_and_synonyms_come_along(store):
    fill(store, [BIRD], [BIRDS])
    do(store, tag_use.pin, BIRD, on=True)
    do(store, tree.set_synonyms, BIRD, ["Vogel", "vogel", "bird", " Aves "])
    do(store, tree.set_synonyms, BIRDS, ["Fowl"])
    assert store.read(lambda db: synonyms.of(db, BIRD)) == ("Aves", "Vogel")
    before = everything(store)
    do(store, tree.relocate, BIRD, BIRDS)
    assert store.read(synonyms.all) == {BIRDS: ("Aves", "Fowl", "Vogel")}
    assert store.read(tags.made_tags) == [BIRDS]
    undo.undo(store)
    assert everything(store) == before
    undo.undo(store)
    assert store.read(lambda db: synonyms.of(db, BIRDS)) == ()


def test_the_old_keyword_is_due_to_leave_the_sidecars(store):
    ids = fill(store, [BIRD], ["Sea"])
    do(store, tree.relocate, BIRD, BIRDS)
    due = store.read(lambda db: db.conn.execute("SELECT photo_id FROM sidecars_due").fetchall())
    assert due == [(ids[0],)]


@pytest.mark.parametrize(
    ("name", "path"), [("Birds", BIRDS), (" Big/Birds ", "Animal|Big|Birds"), ("a,b", "Animal|a b")]
)
def test_a_typed_name_is_a_place_beside_the_neighbours(name, path):
    assert tree.renamed_path(BIRD, name) == path


def test_a_name_needs_a_letter():
    with pytest.raises(UsageError):
        tree.renamed_path(BIRD, " / ")


NAMES = st.sampled_from(["a", "A", "b", "ß", "ss"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map(lambda parts: TagPath("|".join(parts)))
TREES = st.lists(st.lists(PATHS, max_size=4), min_size=1, max_size=4)
CHANGES = st.lists(
    st.tuples(st.sampled_from(["relocate", "delete", "remove", "make"]), PATHS, PATHS), min_size=1, max_size=5
)


@settings(max_examples=80, deadline=None)
@given(TREES, CHANGES)
def test_any_changes_lose_no_tag_and_are_taken_back(keywords, changes):
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "library.tagger")
        try:
            check_changes(store, keywords, changes)
        finally:
            store.close()


def check_changes(store, keywords, changes) -> None:
    ids = fill(store, *keywords)
    steps = []
    for what, tag, other in changes:
        before, number = (
            everything(store),
            store.read(lambda db: db.conn.execute("SELECT count(*) FROM journal").fetchone()),
        )
        had = [{t.casefold() for t in words} for words in carried(store, ids)]
        try:
            match what:
                case "relocate":
                    do(store, tree.relocate, tag, other)
                case "delete":
                    do(store, tree.delete, tag)
                case "make":
                    do(store, tree.make, other, tag)
                case _:
                    do(store, tagging.change_tags, ids[:1], remove=[tag])
        except UsageError:
            assert everything(store) == before
        now = [{t.casefold() for t in words} for words in carried(store, ids)]
        if what == "relocate" and everything(store) != before:
            assert now == [{moved(each, tag, other) for each in words} for words in had]
        if store.read(lambda db: db.conn.execute("SELECT count(*) FROM journal").fetchone()) != number:
            steps.append(before)
    after = everything(store)
    count = len(steps)
    while steps:
        assert undo.undo(store) is not None
        assert everything(store) == steps.pop()
    for _step in range(count):
        undo.redo(store)
    assert everything(store) == after


def moved(path: str, tag: str, to: str) -> str:
    """Where a casefolded path is found after a tag was brought to another place."""
    start = [part.casefold() for part in tag.split("|")]
    parts = path.split("|")
    return "|".join([*to.casefold().split("|"), *parts[len(start) :]]) if parts[: len(start)] == start else path
