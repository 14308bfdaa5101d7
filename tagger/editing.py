"""What a user can change in a library: each a step of the journal, and told to whoever shows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from tagger.changes import Changes, JournalChanged, PhotosChanged
from tagger.entities import Box, Decision, PhotoId, SuggestionId, TagPath
from tagger.store import Store
from tagger.store.database import Database

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tagger.review.conflicts import Choice
    from tagger.review.decisions import Decided
    from tagger.review.undo import Undone
    from tagger.store.conflicts import Conflict
    from tagger.store.values import PhotoField, Value


class Editing:
    """Changes to one open library. Methods block; any thread may call them.

    Attributes:
        store: The library file.
        changes: Tells what operations changed.
        expanded: Where files of one shot are one photo, those that stand for shots whose files are shown each: what is
            done to one of the others is done to all files of its shot. None where every file is a photo.
    """

    def __init__(self, store: Store, changes: Changes) -> None:
        self.store = store
        self.changes = changes
        self.expanded: frozenset[int] | None = None

    def whole(self, db: Database, photo_ids: Sequence[PhotoId]) -> Sequence[PhotoId]:
        """Photos with the other files of their shots, where these are one photo."""
        from tagger.store import stacks

        return photo_ids if self.expanded is None else stacks.widened(db, photo_ids, self.expanded)

    def alike(self, db: Database, ids: Sequence[SuggestionId]) -> Sequence[SuggestionId]:
        """Suggestions with the same ones of the other files of their shots, where these are one photo."""
        from tagger.store import stacks

        return ids if self.expanded is None else stacks.alike(db, ids, self.expanded)

    def decide(self, ids: Sequence[SuggestionId], decision: Decision) -> Decided:
        """Give suggestions a decision."""
        from tagger.review import decisions

        decided = self.store.write(lambda db: decisions.decide(db, self.alike(db, ids), decision)).result()
        if decided.suggestions:
            self.changes.tell(PhotosChanged(decided.photo_ids), JournalChanged())
        return decided

    def decide_label(self, photo_ids: Sequence[PhotoId], name: str, tag: TagPath, decision: Decision) -> Decided:
        """Decide on a label over many photos, see `selection.decide_label`."""
        from tagger.review import selection

        decided = self.store.write(
            lambda db: selection.decide_label(db, self.whole(db, photo_ids), name, tag, decision)
        ).result()
        if decided.suggestions:
            self.changes.tell(PhotosChanged(decided.photo_ids), JournalChanged())
        return decided

    def decide_by_label(self, title: str, wanted: Mapping[Decision, NDArray[np.int64]]) -> Decided:
        """Carry out what `by_label.plan` planned for a label, as one step."""
        from tagger.review import by_label

        decided = self.store.write(lambda db: by_label.decide(db, title, wanted)).result()
        if decided.suggestions:
            self.changes.tell(PhotosChanged(decided.photo_ids), JournalChanged())
        return decided

    def tag(
        self,
        photo_ids: Sequence[PhotoId],
        *,
        add: Sequence[TagPath] = (),
        remove: Sequence[TagPath] = (),
        pasted: bool = False,
    ) -> frozenset[int]:
        """Add and remove tags on photos, see `tagging.change_tags`; returns the photos that changed."""
        from tagger.review import tagging

        changed = self.store.write(
            lambda db: tagging.change_tags(db, self.whole(db, photo_ids), add=add, remove=remove, pasted=pasted)
        ).result()
        if changed:
            self.changes.tell(PhotosChanged(changed), JournalChanged())
        return changed

    def same_photo(self, pairs: Sequence[tuple[PhotoId, PhotoId]]) -> frozenset[int]:
        """Let missing photos have the files of others, see `locating.same`; returns the photos that changed.

        Raises:
            UsageError: a photo is not missing, or not in the library.
        """
        from tagger.library import locating

        changed = self.store.write(lambda db: locating.same(db, pairs)).result()
        self.changes.tell(PhotosChanged(changed, listed=True), JournalChanged())
        return changed

    def not_the_same(self, photo_ids: Sequence[PhotoId]) -> None:
        """These files are photos of their own, and not those that are missing."""
        from tagger.library import locating

        self.store.write(lambda db: locating.not_the_same(db, photo_ids)).result()
        self.changes.tell(PhotosChanged(frozenset(photo_ids)))

    def pin_tag(self, tag: TagPath, *, on: bool) -> None:
        """Keep a tag at hand, or let go of it."""
        from tagger.vocabulary import tree

        self.store.write(lambda db: tree.pin(db, tag, on=on)).result()
        self.changes.tell(JournalChanged())

    def draw_box(self, photo_id: PhotoId, box: Box, tag: TagPath) -> SuggestionId:
        """Draw a box; returns its suggestion, which is accepted.

        Raises:
            UsageError: nothing of it lies on the photo, or the photo is gone.
        """
        from tagger.review import boxes

        made = self.store.write(lambda db: boxes.draw(db, photo_id, box, tag)).result()
        self._tell_boxes(frozenset({photo_id}))
        return made

    def move_box(self, suggestion_id: SuggestionId, box: Box) -> None:
        """Put a box elsewhere, or change its size.

        Raises:
            UsageError: nothing of it lies on the photo.
        """
        from tagger.review import boxes

        self._tell_boxes(self.store.write(lambda db: boxes.move(db, suggestion_id, box)).result())

    def relabel(self, ids: Sequence[SuggestionId], tag: TagPath) -> tuple[SuggestionId, ...]:
        """Say that suggestions show something else; returns the suggestions that say so now."""
        from tagger.review import boxes

        return self._change_boxes(ids, lambda db: boxes.relabel(db, ids, tag))

    def duplicate_boxes(self, ids: Sequence[SuggestionId], by: tuple[float, float]) -> tuple[SuggestionId, ...]:
        """Draw boxes again, this share of the photo to the right and below; returns the new suggestions."""
        from tagger.review import boxes

        return self._change_boxes(ids, lambda db: boxes.duplicate(db, ids, by=by))

    def delete_boxes(self, ids: Sequence[SuggestionId]) -> None:
        """Take boxes away: the user's own are gone, a backend's are rejected."""
        from tagger.review import boxes

        self._tell_boxes(self.store.write(lambda db: boxes.delete(db, ids)).result())

    def set_value(
        self, photo_ids: Sequence[PhotoId], field: PhotoField, value: Value, *, toggle: bool = False
    ) -> frozenset[int]:
        """Give photos a rating, colour label or caption, see `values.set_value`; returns the photos that changed."""
        from tagger.review import values

        changed = self.store.write(
            lambda db: values.set_value(db, self.whole(db, photo_ids), field, value, toggle=toggle)
        ).result()
        if changed:
            self.changes.tell(PhotosChanged(changed), JournalChanged())
        return changed

    def change_tree(self, change: Callable[[Database], frozenset[int]]) -> frozenset[int]:
        """Change the tag tree by a function of `vocabulary.tree`; returns the photos that it touched.

        Raises:
            UsageError: the change makes no sense.
        """
        touched = self.store.write(change).result()
        self.changes.tell(PhotosChanged(touched, listed=bool(touched)), JournalChanged())
        return touched

    def settle_conflicts(self, found: Sequence[Conflict], choice: Choice) -> int:
        """Let one side hold where both changed a property, see `conflicts.settle`; returns how many were settled."""
        from tagger.review import conflicts

        settled = self.store.write(lambda db: conflicts.settle_all(db, found, choice)).result()
        if settled:
            self.changes.tell(PhotosChanged(frozenset(each.photo_id for each in found)), JournalChanged())
        return settled

    def undo(self) -> Undone | None:
        """Take the last operation back, files included; None when there is none."""
        from tagger.review import undo

        return self._told(undo.undo(self.store))

    def redo(self) -> Undone | None:
        """Do the last undone operation again; None when there is none."""
        from tagger.review import undo

        return self._told(undo.redo(self.store))

    def _change_boxes(
        self, ids: Sequence[SuggestionId], change: Callable[[Database], tuple[SuggestionId, ...]]
    ) -> tuple[SuggestionId, ...]:
        from tagger.store import suggestions

        changed = self.store.write(change).result()
        touched = self.store.read(lambda db: {each.photo_id for each in suggestions.by_id(db, [*ids, *changed])})
        self._tell_boxes(frozenset(touched))
        return changed

    def _tell_boxes(self, photo_ids: frozenset[int]) -> None:
        if photo_ids:
            self.changes.tell(PhotosChanged(photo_ids), JournalChanged())

    def _told(self, undone: Undone | None) -> Undone | None:
        if undone is not None:
            self.changes.tell(PhotosChanged(undone.photo_ids, listed=undone.listed), JournalChanged())
        return undone
