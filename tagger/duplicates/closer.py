"""The closer look: what needs pictures rather than hashes, on their thumbnails, a few at a time."""

from __future__ import annotations

import functools
import io
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from PIL import Image

from tagger.duplicates.alike import Vectors, candidates
from tagger.duplicates.parts import part_of
from tagger.duplicates.stars import Neighbours, Star
from tagger.entities import FoundBy, PhotoId
from tagger.imaging.phash import prints
from tagger.imaging.sharpness import sharpness
from tagger.imaging.thumbnails import ThumbnailCache
from tagger.progress import Control, Progress, ProgressCallback
from tagger.store import Store, duplicates, embeddings
from tagger.store import prints as print_rows
from tagger.store.database import Database

BATCH = 64

T = TypeVar("T")
Pair = tuple[int, int]
Fit = tuple[float, int]
Ranked = Callable[[Iterable[int]], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Embedder:
    """Makes embeddings; ``backend`` and ``model`` say under which names they are kept."""

    backend: str
    model: str
    embed: Callable[[Image.Image], bytes]


class Closer:
    """Looks at thumbnails, and keeps what it saw batch by batch."""

    def __init__(
        self,
        store: Store,
        thumbnails: ThumbnailCache,
        embedder: Embedder | None,
        progress: ProgressCallback,
        control: Control,
    ) -> None:
        self._store, self._thumbnails, self._embedder = store, thumbnails, embedder
        self._progress, self._control = progress, control

    def print_missing(self) -> None:
        """Take the prints of photos that were indexed before there were any."""
        ids = self._store.read(print_rows.missing)
        for some in self._batches(ids, "prints"):
            found = self._each(some, lambda image: prints(image))
            rows = [(PhotoId(i), taken.turned, taken.detail) for i, taken in found.items()]
            self._store.write(lambda db, rows=rows: print_rows.save(db, rows)).result()  # type: ignore[misc]

    def measure(self, photo_ids: Sequence[int]) -> bool:
        """Measure how sharp photos are, where that is not known; whether there was anything to measure."""
        unknown = self._store.read(lambda db: print_rows.unmeasured(db, photo_ids)) if photo_ids else []
        for some in self._batches(unknown, "sharpness"):
            found = self._each(some, sharpness)
            self._store.write(lambda db, found=found: print_rows.set_sharpness(db, found)).result()  # type: ignore[misc]
        return bool(unknown)

    def link_parts(
        self, neighbours: Neighbours, found: Sequence[Star], apart: Mapping[int, Set[int]], ranked: Ranked
    ) -> None:
        """Link photos of which one shows a part of the other.

        Of each group only the keeper is compared; where a better one shows the same, the rest of its group is compared
        with that one too.
        """
        groups = {star.keeper: [link.photo_id for link in star.links] for star in found}
        members = {photo for links in groups.values() for photo in links}
        alone = [photo for photo in neighbours.node_of if photo not in members]
        seen = self._store.read(duplicates.compared)
        pairs = [pair for pair in self._alike(alone) if pair[1] not in apart.get(pair[0], ())]
        linked = list(self._link(neighbours, pairs, seen))
        place = {photo: at for at, photo in enumerate(ranked({photo for pair in linked for photo in pair}))}
        more = [
            (min(better, member), max(better, member))
            for better, worse in (sorted(pair, key=place.__getitem__) for pair in linked)
            for member in groups.get(worse, ())
        ]
        for _pair in self._link(neighbours, list(dict.fromkeys(more)), seen):
            pass

    def _alike(self, photo_ids: Sequence[int]) -> Iterator[Pair]:
        self._embed_missing(photo_ids)
        ids, vectors = self._store.read(lambda db: _vectors(db, photo_ids, self._embedder))
        for first, second, _score in candidates(vectors, self._control):
            yield min(ids[first], ids[second]), max(ids[first], ids[second])

    def _embed_missing(self, photo_ids: Sequence[int]) -> None:
        embedder = self._embedder
        if embedder is None:
            return
        lacking = self._store.read(lambda db: embeddings.missing(db, photo_ids, embedder.backend, embedder.model))
        for some in self._batches(lacking, "embeddings"):
            found = self._each(some, embedder.embed)
            self._store.write(
                lambda db, found=found: embeddings.save(db, embedder.backend, embedder.model, found)  # type: ignore[misc]
            ).result()

    def _link(self, neighbours: Neighbours, pairs: Sequence[Pair], seen: dict[Pair, Fit | None]) -> Iterator[Pair]:
        """Compare pairs that were not compared yet, and link those of which one is a part of the other."""
        new = [pair for pair in pairs if pair not in seen]
        for some in self._batches(new, "crops"):
            images = self._images({photo for pair in some for photo in pair})
            with ThreadPoolExecutor(os.cpu_count(), "closer") as pool:
                found = dict(zip(some, pool.map(functools.partial(_either_part, images), some), strict=True))
            self._store.write(lambda db, found=found: duplicates.note_compared(db, found)).result()  # type: ignore[misc]
            seen.update(found)
        for a, b in pairs:
            fit = seen.get((a, b))
            if fit is not None:
                score, bits = fit
                neighbours.link(a, b, FoundBy.CROP, round(min(score, 0.97) * (1 - bits / 64), 3))
                yield a, b

    def _batches(self, items: Sequence[T], step: str) -> Iterator[Sequence[T]]:
        for start in range(0, len(items), BATCH):
            self._control.checkpoint()
            self._progress(Progress(start, len(items), step))
            yield items[start : start + BATCH]
        if items:
            self._progress(Progress(len(items), len(items), step))

    def _each(self, photo_ids: Iterable[int], look: Callable[[Image.Image], T]) -> dict[int, T]:
        images = self._images(photo_ids)
        with ThreadPoolExecutor(os.cpu_count(), "closer") as pool:
            return dict(zip(images, pool.map(look, images.values()), strict=True))

    def _images(self, photo_ids: Iterable[int]) -> dict[int, Image.Image]:
        """Thumbnails; a photo without one is left out, the next indexing makes it."""
        found = self._thumbnails.get_many([PhotoId(i) for i in photo_ids])
        return {photo_id: Image.open(io.BytesIO(jpeg)).convert("RGB") for photo_id, jpeg in found.items()}


def _either_part(images: Mapping[int, Image.Image], pair: Pair) -> Fit | None:
    first, second = (images.get(photo) for photo in pair)
    if first is None or second is None:
        return None
    part = part_of(first, second) or part_of(second, first)
    return None if part is None else (part.score, part.bits)


def _vectors(db: Database, photo_ids: Sequence[int], embedder: Embedder | None) -> tuple[list[int], Vectors]:
    """Embeddings by one model: the embedder's, or the one that most of the photos have."""
    model = embeddings.commonest(db) if embedder is None else (embedder.backend, embedder.model)
    ids: list[int] = []
    rows: list[bytes] = []
    if model is not None:
        for photo_id, vector in embeddings.of(db, photo_ids, *model):
            if not rows or len(vector) == len(rows[0]):
                ids.append(photo_id)
                rows.append(vector)
    joined = np.frombuffer(b"".join(rows), dtype="<f4").astype(np.float32)
    return ids, np.nan_to_num(joined.reshape(len(rows), -1)) if rows else np.zeros((0, 1), np.float32)
