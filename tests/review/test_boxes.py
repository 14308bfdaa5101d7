"""Boxes by hand: what they do to tags, to the next recognition, and to undo, also after a restart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tagger.entities import USER, Box, Decision, Detection, PhotoId, PhotoReading, Stamp, Suggestion, TagPath
from tagger.errors import UsageError
from tagger.recognition.backend import BackendType, Capabilities, Recognition
from tagger.recognition.results import save_answer
from tagger.review import boxes, tagging, undo
from tagger.review.decisions import decide
from tagger.settings import check_backend_name
from tagger.store import Store, folders, jobs, journal, photos, suggestions, tags

KIND = BackendType("test", "Test", Capabilities(offline=True, boxes=True), open=lambda config: None)
PHOTO = PhotoId(1)
LEFT, RIGHT = Box(0.125, 0.125, 0.25, 0.25), Box(0.625, 0.625, 0.25, 0.25)  # exact in binary
DOG, WOLF, TOY = TagPath("Animal|Dog"), TagPath("Animal|Wolf"), TagPath("Toy|Dog")


class Library:
    """A library of one photo, opened again at will."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.store = Store.open(path)

    def write(self, fn, *args, **kwargs):
        return self.store.write(lambda db: fn(db, *args, **kwargs)).result()

    def reopen(self) -> None:
        self.store.close()
        self.store = Store.open(self.path)

    def recognise(self, *found: Detection, backend: str = "onnx") -> None:
        def answer(db):
            jobs.enqueue(db, backend, "recognise", [PHOTO], again=True)
            (job,) = jobs.claim(db, "me", backend, 1)
            assert save_answer(db, KIND, job, Recognition(PHOTO, found, "m"))

        self.write(answer)

    @property
    def all(self) -> list[Suggestion]:
        return self.store.read(lambda db: suggestions.of_photo(db, PHOTO, hidden=True))

    @property
    def tags(self) -> tuple[str, ...]:
        return self.store.read(lambda db: tags.tags_of(db, [PHOTO])).get(PHOTO, ())

    def one(self, **wanted) -> Suggestion:
        (found,) = [s for s in self.all if all(getattr(s, name) == value for name, value in wanted.items())]
        return found

    def steps(self) -> list[str]:
        return [title for _id, _at, title in self.store.read(journal.titles)]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "library.tagger")
    reading = PhotoReading("/p/1.jpg", Stamp(1, 1))
    library.write(lambda db: photos.save_readings(db, folders.add_folder(db, "/p"), [reading]))
    yield library
    library.store.close()


def dog(box: Box | None = LEFT) -> Detection:
    return Detection("dog", 0.9, box=box, parents=("Animal",))


def test_a_drawn_box_is_an_accepted_suggestion_that_tags_the_photo(library: Library) -> None:
    made = library.write(boxes.draw, PHOTO, Box(-0.1, 0.5, 0.3, 0.8), DOG)
    drawn = library.one()
    assert (drawn.id, drawn.backend, drawn.tag, drawn.label, drawn.model) == (made, USER, DOG, "Dog", "")
    assert (drawn.decision, drawn.confidence) == (Decision.ACCEPTED, 1.0)
    assert drawn.box is not None
    assert (drawn.box.x, drawn.box.x + drawn.box.w, drawn.box.y + drawn.box.h) == pytest.approx((0, 0.2, 1))
    assert library.tags == (DOG,)
    assert library.steps() == ["draw Dog"]


def test_drawing_is_undone_and_redone_also_after_a_restart(library: Library) -> None:
    library.write(boxes.draw, PHOTO, LEFT, DOG)
    before = library.all
    library.reopen()
    undone = undo.undo(library.store)
    assert undone is not None
    assert (undone.title, undone.photo_ids) == ("draw Dog", frozenset({PHOTO}))
    assert (library.all, library.tags) == ([], ())
    library.reopen()
    undo.redo(library.store)
    assert (library.all, library.tags) == (before, (DOG,))


def test_a_box_beside_the_photo_and_one_on_no_photo_are_refused(library: Library) -> None:
    with pytest.raises(UsageError):
        library.write(boxes.draw, PHOTO, Box(1.2, 0.1, 0.2, 0.2), DOG)
    with pytest.raises(UsageError):
        library.write(boxes.draw, PhotoId(9), LEFT, DOG)
    assert (library.all, library.steps()) == ([], [])


def test_two_tags_of_one_name_are_two_labels_and_one_tag_is_one(library: Library) -> None:
    for tag in (DOG, TOY, TagPath("animal|dog"), DOG, TOY):
        library.write(boxes.draw, PHOTO, LEFT, tag)
    assert sorted(s.tag for s in library.all) == [DOG, DOG, DOG, TOY, TOY]
    assert {s.label for s in library.all} == {"Dog", "Toy|Dog"}
    assert library.tags == (DOG, TOY)


def test_moving_a_backends_box_accepts_it_and_is_undone_in_one_step(library: Library) -> None:
    library.recognise(dog())
    found = library.one()
    assert library.write(boxes.move, found.id, RIGHT) == {PHOTO}
    moved = library.one()
    assert (moved.id, moved.box, moved.decision, moved.seen) == (found.id, RIGHT, Decision.ACCEPTED, LEFT)
    assert library.tags == (DOG,)
    assert library.steps() == ["move Dog"]
    library.reopen()
    undo.undo(library.store)
    assert library.all == [found]
    assert library.tags == ()


def test_a_moved_box_outlives_the_next_recognition_which_suggests_it_at_neither_place(library: Library) -> None:
    library.recognise(dog())
    library.write(boxes.move, library.one().id, RIGHT)
    library.write(boxes.move, library.one().id, Box(0.625, 0.125, 0.25, 0.25))
    before = library.all
    library.recognise(dog(), dog(Box(0.625, 0.125, 0.25, 0.25)))
    assert library.all == before
    library.recognise(dog(Box(0.125, 0.75, 0.125, 0.125)))
    assert len(library.all) == 2


def test_a_move_to_where_it_is_changes_nothing(library: Library) -> None:
    library.recognise(dog())
    assert library.write(boxes.move, library.one().id, LEFT) == frozenset()
    assert library.one().decision is Decision.SUGGESTED
    assert library.steps() == []


def test_moving_does_not_bring_back_a_tag_that_was_taken_away(library: Library) -> None:
    made = library.write(boxes.draw, PHOTO, LEFT, DOG)
    library.write(tagging.change_tags, [PHOTO], remove=[DOG])
    library.write(boxes.move, made, RIGHT)
    assert library.tags == ()


def test_relabelling_the_users_box_changes_its_label(library: Library) -> None:
    made = library.write(boxes.draw, PHOTO, LEFT, DOG)
    assert library.write(boxes.relabel, [made], WOLF) == (made,)
    assert (library.one().tag, library.one().box) == (WOLF, LEFT)
    assert library.tags == (WOLF,)
    undo.undo(library.store)
    assert library.one().tag == DOG
    assert library.tags == (DOG,)


def test_relabelling_a_backends_box_rejects_it_and_puts_the_users_in_its_place(library: Library) -> None:
    library.recognise(dog())
    found = library.one()
    (made,) = library.write(boxes.relabel, [found.id], WOLF)
    assert library.one(backend="onnx").decision is Decision.REJECTED
    own = library.one(backend=USER)
    assert (own.id, own.tag, own.box, own.decision) == (made, WOLF, LEFT, Decision.ACCEPTED)
    assert library.tags == (WOLF,)
    library.recognise(dog(), Detection("wolf", 0.8, box=LEFT, parents=("Animal",)))
    assert len(library.all) == 2, "neither what was wrong nor what was said already comes back"
    assert library.steps() == ["relabel Dog as Wolf"]
    undo.undo(library.store)
    assert library.one().decision is Decision.SUGGESTED


def test_relabelling_to_the_same_tag_changes_nothing(library: Library) -> None:
    library.recognise(dog())
    found = library.one()
    assert library.write(boxes.relabel, [found.id], TagPath("animal|DOG")) == (found.id,)
    assert library.all == [found]
    assert library.steps() == []


def test_a_label_without_a_box_is_relabelled_too_and_many_are_one_step(library: Library) -> None:
    library.recognise(dog(None), dog(LEFT), dog(RIGHT))
    ids = [s.id for s in library.all]
    assert len(library.write(boxes.relabel, ids, WOLF)) == 3
    assert library.tags == (WOLF,)
    assert library.steps() == ["relabel 3 × Dog as Wolf"]
    undo.undo(library.store)
    assert [s.id for s in library.all] == ids
    assert {s.decision for s in library.all} == {Decision.SUGGESTED}


def test_a_copy_lies_beside_and_inside(library: Library) -> None:
    library.recognise(dog(Box(0.9, 0.1, 0.1, 0.3)))
    (made,) = library.write(boxes.duplicate, [library.one().id])
    copy = library.one(id=made)
    assert copy.box is not None
    assert (copy.box.x, copy.box.y) == pytest.approx((0.88, 0.12))
    assert (copy.backend, copy.tag, copy.decision) == (USER, DOG, Decision.ACCEPTED)
    assert library.one(backend="onnx").decision is Decision.SUGGESTED
    assert library.steps() == ["duplicate Dog"]


def test_deleting_takes_the_users_box_away_and_rejects_a_backends(library: Library) -> None:
    library.recognise(dog(LEFT))
    made = library.write(boxes.draw, PHOTO, RIGHT, DOG)
    before = library.all
    library.write(boxes.delete, [s.id for s in library.all])
    assert library.one().decision is Decision.REJECTED
    assert library.tags == ()
    assert library.steps()[0] == "delete 2 × Dog"
    undo.undo(library.store)
    assert library.all == before
    assert library.tags == (DOG,)
    undo.redo(library.store)
    assert made not in [s.id for s in library.all]


def test_deleting_one_of_two_keeps_the_tag(library: Library) -> None:
    first, _second = (library.write(boxes.draw, PHOTO, box, DOG) for box in (LEFT, RIGHT))
    library.write(boxes.delete, [first])
    assert library.tags == (DOG,)


def test_undo_leaves_alone_what_changed_since(library: Library) -> None:
    made = library.write(boxes.draw, PHOTO, LEFT, DOG)
    library.write(lambda db: db.conn.execute("UPDATE suggestions SET x = 0.5 WHERE id = ?", (made,)))
    undo.undo(library.store)
    assert library.one().id == made, "another program has moved it meanwhile"


def test_what_the_user_drew_is_not_suggested_to_them(library: Library) -> None:
    library.write(boxes.draw, PHOTO, LEFT, DOG)
    library.recognise(dog(LEFT), dog(RIGHT), Detection("wolf", 0.5, box=LEFT, parents=("Animal",)))
    found = {(s.tag, s.box) for s in library.all if s.backend != USER}
    assert found == {(DOG, RIGHT), (WOLF, LEFT)}


def test_a_drawn_box_that_was_rejected_speaks_for_every_backend(library: Library) -> None:
    made = library.write(boxes.draw, PHOTO, LEFT, DOG)
    library.write(decide, [made], Decision.REJECTED)
    library.recognise(dog(LEFT))
    assert {s.decision for s in library.all} == {Decision.REJECTED}


def test_no_backend_may_be_named_like_the_user() -> None:
    with pytest.raises(UsageError):
        check_backend_name(USER)


def test_digits_stand_for_pinned_tags_and_then_for_the_most_used(library: Library) -> None:
    for box in (LEFT, RIGHT):
        library.write(boxes.draw, PHOTO, box, WOLF)
    library.write(boxes.draw, PHOTO, LEFT, DOG)
    assert library.store.read(boxes.frequent) == [WOLF, DOG]
    library.write(lambda db: db.conn.execute("UPDATE tags SET pinned = 1 WHERE path = ?", (DOG,)))
    assert library.store.read(boxes.frequent) == [DOG, WOLF]
    assert library.store.read(lambda db: boxes.frequent(db, 1)) == [DOG]
