"""Everything that happens to suggestions and tags, in any order, held against what must always be true."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tagger.entities import Box, Decision, Detection, PhotoFacts, PhotoId, PhotoReading, Stamp, TagPath
from tagger.recognition.backend import BackendType, Capabilities, Recognition
from tagger.recognition.results import save_answer
from tagger.review import boxes, tagging, undo
from tagger.review.decisions import decide
from tagger.store import Store, folders, jobs, journal, photos, suggestions, tags

LABELS = ("dog", "cat", "DOG")
TAGS = [TagPath(name.capitalize()) for name in ("dog", "cat", "sky")]
BOXES = (None, Box(0.1, 0.1, 0.3, 0.3), Box(0.6, 0.6, 0.3, 0.3))
BACKENDS = ("one", "two")
PHOTOS = 3
KIND = BackendType("test", "Test", Capabilities(offline=True, boxes=True), open=lambda config: None)

detections = st.lists(
    st.builds(Detection, st.sampled_from(LABELS), st.just(0.9), box=st.sampled_from(BOXES)), max_size=4
)
photo = st.integers(1, PHOTOS)


def folded(tags: Iterable[str]) -> set[str]:
    """Tags are the same whatever their case."""
    return {tag.casefold() for tag in tags}


class Machine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.store = Store.open(Path(self.folder.name) / "library.tagger")
        self.files: dict[int, set[str]] = {i: set() for i in range(1, PHOTOS + 1)}
        self.undone: list[Any] = []  # states that redo must bring back, exactly
        self.past: list[Any] = []  # states that undo must bring back, exactly

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    def write(self, fn):
        return self.store.write(fn).result()

    def rows(self, sql: str) -> list[Any]:
        return self.store.read(lambda db: db.conn.execute(sql).fetchall())

    def state(self) -> Any:
        return (
            self.rows("SELECT id, label_id, decision, x, y, w, h, seen FROM suggestions ORDER BY id"),
            self.rows("SELECT photo_id, tag_id, origin, removed FROM photo_tags ORDER BY 1, 2"),
        )

    def outside(self) -> None:
        """Something outside the journal happened: undo is exact only back to here."""
        self.past = [None] * len(self.past)
        self.undone = [None] * len(self.undone)

    def operation(self, fn) -> None:
        before, steps = self.state(), self.rows("SELECT count(*) FROM journal WHERE undone = 0")[0][0]
        self.write(fn)
        if self.rows("SELECT count(*) FROM journal WHERE undone = 0")[0][0] > steps:
            self.past.append(before)
            self.undone = []
        else:
            assert self.state() == before

    @initialize()
    def photos(self) -> None:
        self.write(
            lambda db: photos.save_readings(
                db, folders.add_folder(db, "/p"), [PhotoReading(f"/p/{i}.jpg", Stamp(1, 1)) for i in self.files]
            )
        )

    @rule(photo_id=photo, keywords=st.sets(st.sampled_from(TAGS)))
    def read_again(self, photo_id: int, keywords: set[TagPath]) -> None:
        removed = set(self.store.read(lambda db: tags.removed_tags_of(db, [photo_id])).get(photo_id, ()))
        reading = PhotoReading(f"/p/{photo_id}.jpg", Stamp(2, 2), facts=PhotoFacts(keywords=tuple(keywords)))
        self.write(lambda db: photos.save_readings(db, folders.add_folder(db, "/p"), [reading]))
        now = set(self.store.read(lambda db: tags.tags_of(db, [photo_id])).get(photo_id, ()))
        assert not folded(removed) & folded(now), "what was removed stays removed"
        assert folded(keywords - removed) <= folded(now)
        self.outside()

    @rule(photo_id=photo, backend=st.sampled_from(BACKENDS), found=detections)
    def recognise(self, photo_id: int, backend: str, found: list[Detection]) -> None:
        decided = self.rows("SELECT id, decision FROM suggestions WHERE decision <> 'suggested' ORDER BY id")
        tagged = self.rows("SELECT * FROM photo_tags ORDER BY 1, 2")
        known = {suggestion.id for suggestion in self.all()}

        def answer(db):
            jobs.enqueue(db, backend, "recognise", [photo_id], again=True)
            (job,) = jobs.claim(db, "me", backend, 1)
            assert save_answer(db, KIND, job, Recognition(PhotoId(photo_id), tuple(found), "m"))

        self.write(answer)
        now = self.rows("SELECT id, decision FROM suggestions WHERE decision <> 'suggested' ORDER BY id")
        assert set(decided) <= set(now), "decisions outlive a recognition"
        assert self.rows("SELECT * FROM photo_tags ORDER BY 1, 2") == tagged, "no recognition tags a photo"
        for suggestion in self.all():
            if suggestion.id not in known and suggestion.decision is Decision.SUGGESTED:
                key = (suggestion.photo_id, suggestion.tag.casefold(), suggestion.box)
                assert key not in self.turned_down(), "what was rejected never comes back"
        self.outside()

    @rule(data=st.data(), decision=st.sampled_from(list(Decision)))
    def decide(self, data, decision: Decision) -> None:
        ids = [suggestion.id for suggestion in self.all()]
        if ids:
            chosen = data.draw(st.lists(st.sampled_from(ids), min_size=1, max_size=5))
            self.operation(lambda db: decide(db, chosen, decision))
            assert {s.decision for s in self.all() if s.id in chosen} == {decision}

    @rule(photo_id=photo, box=st.sampled_from(BOXES[1:]), tag=st.sampled_from(TAGS))
    def draw(self, photo_id: int, box: Box, tag: TagPath) -> None:
        self.operation(lambda db: boxes.draw(db, PhotoId(photo_id), box, tag))
        tagged = self.store.read(lambda db: tags.tags_of(db, [photo_id]))
        assert folded([tag]) <= folded(tagged[photo_id])

    @rule(data=st.data(), x=st.floats(0, 0.7), y=st.floats(0, 0.7))
    def move(self, data, x: float, y: float) -> None:
        ids = [suggestion.id for suggestion in self.all() if suggestion.box is not None]
        if ids:
            chosen = data.draw(st.sampled_from(ids))
            self.operation(lambda db: boxes.move(db, chosen, Box(x, y, 0.3, 0.3)))

    @rule(data=st.data(), what=st.sampled_from(("relabel", "duplicate", "delete")), tag=st.sampled_from(TAGS))
    def change_boxes(self, data, what: str, tag: TagPath) -> None:
        ids = [suggestion.id for suggestion in self.all()]
        if ids:
            chosen = data.draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3))
            given = [tag] if what == "relabel" else []
            self.operation(lambda db: getattr(boxes, what)(db, chosen, *given))

    @rule(ids=st.lists(photo, min_size=1, max_size=4), add=st.lists(st.sampled_from(TAGS), max_size=2))
    def add_tags(self, ids, add) -> None:
        self.operation(lambda db: tagging.change_tags(db, ids, add=add))
        tagged = self.store.read(lambda db: tags.tags_of(db, ids))
        assert all(folded(add) <= folded(tagged.get(i, ())) for i in ids)

    @rule(ids=st.lists(photo, min_size=1), add=st.lists(st.sampled_from(TAGS)), remove=st.sets(st.sampled_from(TAGS)))
    def change_tags(self, ids, add, remove) -> None:
        self.operation(lambda db: tagging.change_tags(db, ids, add=add, remove=list(remove)))
        tagged = self.store.read(lambda db: tags.tags_of(db, ids))
        assert not any(folded(remove) & folded(tagged.get(i, ())) for i in ids)

    @rule()
    def undo(self) -> None:
        before = self.state()
        undone = undo.undo(self.store)
        assert (undone is None) == (not self.past)
        if undone is not None:
            expected = self.past.pop()
            assert expected is None or self.state() == expected
            self.undone.append(before if expected is not None else None)

    @rule()
    def redo(self) -> None:
        before = self.state()
        done = undo.redo(self.store)
        assert (done is None) == (not self.undone)
        if done is not None:
            expected = self.undone.pop()
            assert expected is None or self.state() == expected
            self.past.append(before if expected is not None else None)

    @rule()
    def undo_everything(self) -> None:
        while self.past:
            self.undo()
        assert undo.undo(self.store) is None

    @invariant()
    def journal_is_consistent(self) -> None:
        states = [undone for (undone,) in self.rows("SELECT undone FROM journal ORDER BY id")]
        assert states == [0] * len(self.past) + [1] * len(self.undone)
        assert len(self.store.read(journal.titles)) == len(self.past)

    @invariant()
    def tags_follow_what_is_accepted(self) -> None:
        """A tag that only suggestions gave is there exactly while one of them is accepted."""
        accepted = {(s.photo_id, s.tag.casefold()) for s in self.all() if s.decision is Decision.ACCEPTED}
        carried = self.rows(
            "SELECT photo_id, folded FROM photo_tags JOIN tags ON id = tag_id"
            " WHERE origin = 'suggestion' AND removed = 0"
        )
        assert set(carried) <= accepted

    @invariant()
    def nothing_refers_to_what_is_gone(self) -> None:
        assert self.rows("PRAGMA foreign_key_check") == []

    def all(self):
        return self.store.read(lambda db: [s for i in self.files for s in suggestions.of_photo(db, PhotoId(i))])

    def turned_down(self) -> set[tuple[int, str, Box | None]]:
        return {
            (s.photo_id, s.tag.casefold(), s.box)
            for s in self.all()
            if s.decision is Decision.REJECTED and (s.box is not None or not self.accepted_somewhere(s))
        }

    def accepted_somewhere(self, other) -> bool:
        return any(
            s.decision is Decision.ACCEPTED
            and s.photo_id == other.photo_id
            and s.tag.casefold() == other.tag.casefold()
            for s in self.all()
        )


TestMachine = Machine.TestCase
TestMachine.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
