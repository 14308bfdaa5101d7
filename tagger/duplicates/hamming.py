"""All pairs of 64-bit hashes within a Hamming distance, exactly, without comparing each with each.

The bits are dealt to bands. If two hashes differ in at most ``distance`` bits, at least one band differs in no more
bits than its radius, where the radii add up to ``distance + 1`` less the number of bands (the pigeonhole principle of
multi-index hashing: M. Norouzi, A. Punjani, D. Fleet, "Fast Search in Hamming Space with Multi-Index Hashing", 2012).
For each band the hashes lie sorted by their bits in it, so that those that differ from it by a given mask are looked up
in a table, for all hashes at once and nearly in the order of the memory.

A pair is kept from the first band that finds it, so no pair comes twice.
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt

from tagger.progress import Control, Progress, ProgressCallback, ignore_progress

BITS = 64
MAX_DISTANCE = 16
MIN_BANDS = 3
"""Fewer would make tables of 2^32 places."""

Hashes = npt.NDArray[np.uint64]
Indices = npt.NDArray[np.int32]

_SAMPLE = 4096
_MASKS_AT_ONCE = 8
_LOOKUP_NS, _COMPARE_NS = 3.0, 9.0
"""What looking up one hash with one mask, and comparing two hashes, take; only their proportion matters."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of hashes, each once.

    Attributes:
        first: Index of one hash of each pair, into the hashes that were given.
        second: Index of the other.
        distance: In how many bits they differ.
    """

    first: Indices
    second: Indices
    distance: npt.NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.first)


@dataclass(frozen=True, slots=True)
class Band:
    """Some bits of a hash; ``radius`` is in how many of them two hashes may differ to be found by this band."""

    bits: tuple[int, ...]
    radius: int

    @property
    def mask(self) -> np.uint64:
        """These bits set."""
        return np.uint64(sum(1 << bit for bit in self.bits))

    def values(self, hashes: Hashes) -> npt.NDArray[np.uint32]:
        """These bits of each hash, moved together."""
        values = np.zeros(len(hashes), np.uint32)
        for place, bit in enumerate(self.bits):
            values |= ((hashes >> np.uint64(bit)) & np.uint64(1)).astype(np.uint32) << np.uint32(place)
        return values


def pairs_within(
    hashes: Hashes,
    distance: int,
    *,
    probes: Hashes | None = None,
    progress: ProgressCallback = ignore_progress,
    control: Control | None = None,
    threads: int | None = None,
) -> Pairs:
    """All pairs that differ in at most ``distance`` bits.

    Args:
        hashes: Hashes, each once: collapse identical ones before (`numpy.unique`), or each will be paired with each.
        distance: 0..16.
        probes: Other hashes to pair with ``hashes``, instead of these among themselves; ``first`` counts in them then,
            and both may hold a hash that the other has.
        progress: Told how much is done, in thousandths.
        control: Cancels between two steps of some milliseconds.
        threads: How many work side by side; one for each core if not given.

    Raises:
        ValueError: the distance is out of range.
        Cancelled: by ``control``.
    """
    if not 0 <= distance <= MAX_DISTANCE:
        raise ValueError(f"a distance of {distance} bits is not between 0 and {MAX_DISTANCE}")
    control = control or Control()
    found: list[Pairs] = [_pairs_of([], [], [])]
    bands = plan(hashes, distance)
    with ThreadPoolExecutor(threads or os.cpu_count() or 1, "hamming") as pool:
        for number, band in enumerate(bands):
            table = _Table.of(hashes, band, probes)
            earlier = bands[:number]
            jobs = [pool.submit(table.search, masks, distance, earlier, control) for masks in _portions(band)]
            try:
                for done, job in enumerate(jobs):
                    found.append(job.result())
                    progress(Progress(int(1000 * (number + (done + 1) / len(jobs)) / len(bands)), 1000))
            finally:
                for job in jobs:
                    job.cancel()
    return Pairs(
        np.concatenate([p.first for p in found]),
        np.concatenate([p.second for p in found]),
        np.concatenate([p.distance for p in found]),
    )


def distances(hashes: Hashes, of: int) -> npt.NDArray[np.uint8]:
    """In how many bits each hash differs from one: a few milliseconds for a million."""
    bits: npt.NDArray[np.uint8] = np.bitwise_count(hashes ^ np.uint64(of))
    return bits


def plan(hashes: Hashes, distance: int) -> list[Band]:
    """The bands that find all pairs with the least work, for so many hashes of this kind."""
    count = len(hashes)
    ways = (_radii(bands, distance) for bands in range(MIN_BANDS, max(MIN_BANDS, distance + 1) + 1))
    radii = min(ways, key=lambda radii: _cost(radii, count))
    return [Band(tuple(bits), radius) for bits, radius in zip(_dealt(hashes, len(radii)), radii, strict=True)]


def _radii(bands: int, distance: int) -> list[int]:
    """Radii of so many bands whose sum is ``distance + 1 - bands``; -1 stands for a band that is not needed."""
    spare = max(0, distance + 1 - bands)
    radii = [spare // bands + (k < spare % bands) for k in range(bands)]
    return [radius if k <= distance else -1 for k, radius in enumerate(radii)]


def _cost(radii: Sequence[int], count: int) -> float:
    bits = BITS / len(radii)
    masks = sum(math.comb(round(bits), flipped) for radius in radii for flipped in range(radius + 1))
    return masks * count * (_LOOKUP_NS + _COMPARE_NS * count / 2**bits)


def _dealt(hashes: Hashes, bands: int) -> list[list[int]]:
    """The bits, dealt so that every band tells hashes apart about equally well.

    The bits of real hashes are not alike: those of low frequencies are set in nearly half of the photos and go together
    in many, so neighbours go to different bands, the most telling ones first.
    """
    sample = hashes[:: max(1, len(hashes) // _SAMPLE)]
    share = [float(np.mean((sample >> np.uint64(bit)) & np.uint64(1))) if len(sample) else 0.5 for bit in range(BITS)]
    order = sorted(range(BITS), key=lambda bit: (round(abs(share[bit] - 0.5), 2), bit))
    return [order[k::bands] for k in range(bands)]


def _portions(band: Band) -> Iterator[list[int]]:
    """The masks of a band, some at a time, those with the same highest place together (0 by itself)."""
    if band.radius < 0:
        return
    yield [0]
    for top in range(len(band.bits)):
        low = (c for flipped in range(band.radius) for c in combinations(range(top), flipped))
        masks = [sum((1 << place for place in places), 1 << top) for places in low]
        yield from (masks[at : at + _MASKS_AT_ONCE] for at in range(0, len(masks), _MASKS_AT_ONCE))


@dataclass(frozen=True, slots=True)
class _Side:
    """Hashes in the order of their bits in a band; ``order`` tells where each stood."""

    hashes: Hashes
    values: npt.NDArray[np.uint32]
    order: Indices

    @classmethod
    def of(cls, hashes: Hashes, band: Band) -> _Side:
        values = band.values(hashes)
        order = np.argsort(values, kind="stable").astype(np.int32)
        return cls(hashes[order], values[order], order)


@dataclass(frozen=True, slots=True)
class _Table:
    """One band's lookup: where the hashes with given bits begin, and whether there are any."""

    base: _Side
    probes: _Side | None
    starts: Indices
    taken: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, hashes: Hashes, band: Band, probes: Hashes | None) -> _Table:
        base = _Side.of(hashes, band)
        counts = np.bincount(base.values, minlength=1 << len(band.bits))
        starts = np.zeros(len(counts) + 1, np.int32)
        np.cumsum(counts, out=starts[1:])
        return cls(base, None if probes is None else _Side.of(probes, band), starts, counts > 0)

    def search(self, masks: Sequence[int], distance: int, earlier: Sequence[Band], control: Control) -> Pairs:
        """The pairs whose bits in this band differ by one of the masks, and which no earlier band finds."""
        side = self.probes or self.base
        rows = np.arange(len(side.hashes), dtype=np.int32)
        if self.probes is None and masks[0]:  # of each two, only the one without the highest place looks for the other
            top = np.uint32(masks[0].bit_length() - 1)
            rows = np.flatnonzero((side.values >> top) & np.uint32(1) == 0).astype(np.int32)
        values = side.values.take(rows)
        found = [_pairs_of([], [], [])]
        for mask in masks:
            control.checkpoint()
            wanted = values ^ np.uint32(mask)
            hits = np.flatnonzero(self.taken.take(wanted))
            wanted = wanted.take(hits)
            ends = self.starts.take(wanted + np.uint32(1))
            at = self.starts.take(wanted)
            found += self._compared(side, rows.take(hits), at, ends, distance, earlier, control, itself=mask == 0)
        return Pairs(
            side.order.take(np.concatenate([p.first for p in found])),
            self.base.order.take(np.concatenate([p.second for p in found])),
            np.concatenate([p.distance for p in found]),
        )

    def _compared(
        self,
        side: _Side,
        rows: Indices,
        at: Indices,
        ends: Indices,
        distance: int,
        earlier: Sequence[Band],
        control: Control,
        *,
        itself: bool,
    ) -> Iterator[Pairs]:
        """Compare each row with the hashes from ``at`` to its end, one of each row's at a time."""
        if itself and self.probes is None:
            at = rows + np.int32(1)
            rows, at, ends = _where(at < ends, rows, at, ends)
        while len(rows):
            control.checkpoint()
            differing = side.hashes.take(rows) ^ self.base.hashes.take(at)
            near = np.flatnonzero(np.bitwise_count(differing) <= distance)
            if len(near):
                bits = differing.take(near)
                new = np.ones(len(near), np.bool_)
                for band in earlier:
                    new &= np.bitwise_count(bits & band.mask).astype(np.int8) > band.radius
                near, bits = near[new], bits[new]
                yield _pairs_of(rows.take(near), at.take(near), np.bitwise_count(bits))
            at = at + np.int32(1)
            rows, at, ends = _where(at < ends, rows, at, ends)


def _where(
    chosen: npt.NDArray[np.bool_], rows: Indices, at: Indices, ends: Indices
) -> tuple[Indices, Indices, Indices]:
    kept = np.flatnonzero(chosen)
    return rows.take(kept), at.take(kept), ends.take(kept)


def _pairs_of(first: npt.ArrayLike, second: npt.ArrayLike, bits: npt.ArrayLike) -> Pairs:
    return Pairs(np.asarray(first, np.int32), np.asarray(second, np.int32), np.asarray(bits, np.uint8))
