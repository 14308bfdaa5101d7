"""Writing what the library knows into the photos themselves, as one step of the journal, and taking it back."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from tagger.entities import Photo, PhotoId, PhotoState
from tagger.errors import SidecarError
from tagger.metadata.change import SidecarChange
from tagger.metadata.embedding.embed import EmbedResult, Taken, embed, take_back, write_again
from tagger.metadata.isolated import EmbeddedReader
from tagger.progress import Control, Progress, ProgressCallback, ignore_progress
from tagger.review.sidecar_changes import STANDARD, Options, changes
from tagger.store import Store, embedded, journal, photos, tags
from tagger.store.database import Database
from tagger.store.embedded import EmbeddedChange


def embed_all(
    store: Store,
    photo_ids: Sequence[int],
    *,
    dry_run: bool = False,
    keep_time: bool = False,
    options: Options = STANDARD,
    progress: ProgressCallback = ignore_progress,
    control: Control | None = None,
) -> Iterator[EmbedResult]:
    """Write tags, boxes, stars, label and caption into photos, yielding what became of each.

    Each photo is noted in the journal before its file is replaced, so that whatever was written can be taken back.

    Raises:
        Cancelled: between two photos.
    """
    control, entry_id, written = control or Control(), None, 0
    with EmbeddedReader() as reader:
        try:
            for done, photo_id in enumerate(photo_ids):
                control.checkpoint()
                photo, change = store.read(lambda db, i=photo_id: _task(db, i, options))  # type: ignore[misc]
                if photo is None or photo.state is not PhotoState.OK:
                    continue
                progress(Progress(done, len(photo_ids), photo.path))
                note = _Note(store, photo, entry_id)
                result = embed(photo.path, change, reader, dry_run=dry_run, keep_time=keep_time, before=note.write_down)
                note.settle(result)
                entry_id, written = note.entry_id, written + (result.action == "embedded" and not dry_run)
                yield result
            progress(Progress(len(photo_ids), len(photo_ids)))
        finally:
            _finish(store, entry_id, written)


def turn(store: Store, entry_id: int, *, forward: bool) -> tuple[frozenset[int], tuple[str, ...]]:
    """Take back what an operation wrote into photos, or write it again: the photos, and what could not be."""
    problems, touched, step = [], set(), write_again if forward else take_back
    found = store.read(lambda db: embedded.of(db, entry_id))
    for change in found if forward else reversed(found):
        touched.add(change.photo_id)
        try:
            done = step(change.path, Taken(change.splices, change.before, change.after))
        except (OSError, SidecarError) as error:
            problems.append(
                f"{change.path} could not be written again: {error}"
                if forward
                else f"{change.path} could not be put back: {error}"
            )
            continue
        if not done:
            problems.append(f"{change.path} was changed by another program since and is left as it is")
    return frozenset(touched), tuple(problems)


class _Note:
    """The entry of the journal, begun with the first photo that is written, and the note of one photo in it."""

    def __init__(self, store: Store, photo: Photo, entry_id: int | None) -> None:
        self._store, self._photo, self.entry_id = store, photo, entry_id
        self._id: int | None = None

    def write_down(self, taken: Taken) -> None:
        """The photo is about to be written."""
        change = EmbeddedChange(self._photo.id, self._photo.path, taken.splices, taken.before, taken.after)

        def write(db: Database) -> tuple[int, int]:
            entry = self.entry_id
            if entry is None or not journal.can_undo(db, entry):  # taken back while it still runs
                entry = journal.record(db, "write into photos")
            return entry, embedded.add(db, entry, change)

        self.entry_id, self._id = self._store.write(write).result()

    def settle(self, result: EmbedResult) -> None:
        """Forget it if the photo was not written after all."""
        note_id = self._id
        if note_id is not None and result.action != "embedded":
            self._store.write(lambda db: embedded.drop(db, note_id)).result()


def _finish(store: Store, entry_id: int | None, written: int) -> None:
    if entry_id is None:
        return
    title = "write into 1 photo" if written == 1 else f"write into {written:,} photos"
    if written:
        store.write(lambda db: journal.set_title(db, entry_id, title)).result()
    else:
        store.write(lambda db: journal.forget(db, entry_id)).result()


def _task(db: Database, photo_id: int, options: Options) -> tuple[Photo | None, SidecarChange]:
    photo = photos.photo(db, PhotoId(photo_id))
    change = changes(db, [photo_id], options)[photo_id]
    if photo is None:
        return None, change
    facts = photo.facts
    told = {"rating": facts.rating, "colour_label": facts.colour_label, "caption": facts.caption}
    known = tuple((field, value) for field, value in told.items() if value is not None)
    values = dict((*known, *change.values))
    # What was taken away here is still in the photo, also where its sidecar was told long ago.
    gone = tuple(dict.fromkeys((*change.removed, *tags.refused_tags_of(db, [photo_id]).get(photo_id, ()))))
    return photo, dataclasses.replace(change, values=tuple(values.items()), removed=gone)
