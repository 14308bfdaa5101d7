"""The search finds what comparing each with each finds, each pair once, for hashes of any kind."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tagger.duplicates import hamming
from tagger.errors import Cancelled
from tagger.progress import Control, Progress


def each_with_each(hashes, distance):
    pairs = set()
    for i, value in enumerate(hashes):
        near = np.flatnonzero(np.bitwise_count(hashes[i + 1 :] ^ value) <= distance) + i + 1
        pairs |= {(i, int(j), int(np.bitwise_count(value ^ hashes[j]))) for j in near}
    return pairs


def found(hashes, distance, **how):
    pairs = hamming.pairs_within(hashes, distance, **how)
    rows = [
        (min(a, b), max(a, b), d)
        for a, b, d in zip(pairs.first.tolist(), pairs.second.tolist(), pairs.distance.tolist(), strict=True)
    ]
    assert len(rows) == len(set(rows)), "a pair came twice"
    return set(rows)


def family(rng, count, bits):
    """Hashes that share most bits, as the hashes of like photos do, each once."""
    base = rng.integers(0, 1 << 64, 1, dtype=np.uint64)[0]
    flips = np.zeros(count, np.uint64)
    for _ in range(bits):
        flips |= np.uint64(1) << rng.integers(0, 64, count, dtype=np.uint64)
    return np.unique(base ^ flips)


@pytest.mark.parametrize("distance", range(17))
def test_no_pair_is_missed_at_any_distance(distance):
    rng = np.random.default_rng(distance)
    hashes = np.unique(np.concatenate([family(rng, 60, bits) for bits in (1, 4, 8, 20)]))
    assert found(hashes, distance, threads=2) == each_with_each(hashes, distance)


@settings(max_examples=15)
@given(
    st.lists(st.integers(0, 2**64 - 1) | st.integers(0, 2**12), unique=True, max_size=60),
    st.integers(0, 16),
)
def test_hashes_of_any_kind(values, distance):
    hashes = np.array(values, np.uint64)
    assert found(hashes, distance, threads=1) == each_with_each(hashes, distance)


def test_planted_pairs_among_many_are_found():
    rng = np.random.default_rng(5)
    hashes = rng.integers(0, 1 << 64, 50_000, dtype=np.uint64)
    for i in range(500):
        mask = sum(1 << int(bit) for bit in rng.choice(64, i % 9, replace=False))
        hashes[-1 - i] = hashes[i] ^ np.uint64(mask)
    pairs = found(hashes, 8)
    assert {(i, 49_999 - i, i % 9) for i in range(500)} <= pairs


def test_hashes_are_paired_with_others():
    rng = np.random.default_rng(7)
    base, probes = family(rng, 200, 8), family(rng, 100, 8)
    probes = np.concatenate([probes, base[:20] ^ np.uint64(3)])
    pairs = hamming.pairs_within(base, 8, probes=probes)
    rows = list(zip(pairs.first.tolist(), pairs.second.tolist(), pairs.distance.tolist(), strict=True))
    wanted = {
        (i, j, int(np.bitwise_count(probe ^ other)))
        for i, probe in enumerate(probes)
        for j, other in enumerate(base)
        if np.bitwise_count(probe ^ other) <= 8
    }
    assert len(rows) == len(set(rows))
    assert set(rows) == wanted


def test_the_bands_hold_every_bit_once_whatever_the_hashes():
    rng = np.random.default_rng(3)
    for distance in range(17):
        bands = hamming.plan(family(rng, 1000, 6), distance)
        assert sorted(bit for band in bands for bit in band.bits) == list(range(64))
        assert sum(band.radius + 1 for band in bands) == distance + 1


def test_it_tells_how_far_it_is_and_stops_when_asked():
    rng = np.random.default_rng(3)
    hashes = rng.integers(0, 1 << 64, 20_000, dtype=np.uint64)
    told: list[Progress] = []
    hamming.pairs_within(hashes, 8, progress=told.append)
    done = [progress.done for progress in told]
    assert done == sorted(done)
    assert done[-1] == 1000
    control = Control()
    control.cancel()
    with pytest.raises(Cancelled):
        hamming.pairs_within(hashes, 8, control=control)


def test_a_distance_out_of_range_is_refused():
    with pytest.raises(ValueError, match="17"):
        hamming.pairs_within(np.zeros(0, np.uint64), 17)


def test_one_against_all():
    hashes = np.array([0, 1, 3, 2**64 - 1], np.uint64)
    assert hamming.distances(hashes, 1).tolist() == [1, 0, 1, 63]
