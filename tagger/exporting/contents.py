"""The photos of an export with all that is known of each, read in small portions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tagger.entities import Box, Decision, Photo, Suggestion, SuggestionId
from tagger.progress import Control, Progress, ProgressCallback, ignore_progress
from tagger.store import Store, photos, suggestions
from tagger.store.database import Database

SAME_PLACE_IOU = 0.9
"""Two boxes of one tag that overlap by more are one thing, which two backends saw."""


@dataclass(frozen=True, slots=True)
class Known:
    """One photo and every suggestion of it, also of hidden labels."""

    photo: Photo
    suggestions: tuple[Suggestion, ...]

    def boxes(self) -> list[tuple[Suggestion, Box]]:
        """Its accepted boxes, each thing once, as far as they lie on the photo and are larger than nothing."""
        found: list[tuple[Suggestion, Box]] = []
        for each in self.suggestions:
            if each.decision is not Decision.ACCEPTED or each.box is None:
                continue
            box, tag = each.box.clipped(), each.tag.casefold()
            seen = any(tag == other.tag.casefold() and box.iou(place) > SAME_PLACE_IOU for other, place in found)
            if box.area > 0 and not seen:
                found.append((each, box))
        return found


def known(
    store: Store,
    photo_ids: Sequence[int],
    *,
    progress: ProgressCallback = ignore_progress,
    control: Control | None = None,
) -> Iterator[Known]:
    """Each photo of these that is in the library, in their order.

    Raises:
        Cancelled: by ``control``, between two photos.
    """
    control, done = control or Control(), 0
    for chunk in photos.chunks(photo_ids):
        for each in store.read(lambda db, chunk=chunk: _read(db, chunk)):  # type: ignore[misc]
            control.checkpoint()
            progress(Progress(done, len(photo_ids), each.photo.path))
            done += 1
            yield each
    progress(Progress(len(photo_ids), len(photo_ids)))


def _read(db: Database, photo_ids: Sequence[int]) -> list[Known]:
    marks = ", ".join("?" * len(photo_ids))
    ids: list[SuggestionId] = suggestions.ids_where(db, f"suggestions.photo_id IN ({marks})", list(photo_ids))
    found: dict[int, list[Suggestion]] = defaultdict(list)
    for each in suggestions.by_id(db, ids):
        found[each.photo_id].append(each)
    for of_photo in found.values():
        of_photo.sort(key=lambda each: (-each.confidence, each.id))
    return [Known(photo, tuple(found[photo.id])) for photo in photos.photos(db, photo_ids)]
