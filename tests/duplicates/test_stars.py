"""Groups for any hashes: no photo in two, none far from its keeper, none that could have had a keeper left out."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tagger.duplicates import hamming
from tagger.duplicates.stars import INVERSE, Neighbours, stars
from tagger.entities import FoundBy

WILD = st.lists(st.integers(0, 2**10 - 1), min_size=1, max_size=40)


def neighbours_of(values, distance, same=()):
    nodes, node_of = np.unique(np.array(values, np.uint64), return_inverse=True)
    found = Neighbours()
    found.put(list(range(len(values))), node_of.tolist())
    pairs = hamming.pairs_within(nodes, distance, threads=1)
    found.join_nodes(pairs.first, pairs.second, pairs.distance)
    for group in same:
        found.same_image(dict.fromkeys(group, 100))
    return found


@settings(max_examples=40)
@given(WILD, st.integers(0, 3), st.randoms(use_true_random=False), st.sets(st.tuples(*[st.integers(0, 39)] * 2)))
def test_every_member_is_near_its_keeper_and_no_photo_is_in_two_groups(values, distance, chance, pairs):
    order = list(range(len(values)))
    chance.shuffle(order)
    apart = {a: set() for a in range(len(values))}
    for a, b in pairs:
        if a != b and max(a, b) < len(values):
            apart[a].add(b)
            apart[b].add(a)
    found = stars(neighbours_of(values, distance), lambda ids: sorted(ids, key=order.index), lambda p: apart[p])
    members = [photo for star in found for photo in (star.keeper, *(link.photo_id for link in star.links))]
    assert len(members) == len(set(members))
    for star in found:
        group = [star.keeper, *(link.photo_id for link in star.links)]
        for link in star.links:
            bits = (values[star.keeper] ^ values[link.photo_id]).bit_count()
            assert link.bits == bits <= distance
            assert order.index(star.keeper) < order.index(link.photo_id), "the best of a group is its keeper"
        assert all(b not in apart[a] for a in group for b in group)
    keepers = [star.keeper for star in found] + [p for p in range(len(values)) if p not in members]
    for at, one in enumerate(keepers):
        for other in keepers[at + 1 :]:
            near = (values[one] ^ values[other]).bit_count() <= distance
            lone = one not in members or other not in members
            assert not (near and lone and not pairs), "a photo near a keeper was left out"


def test_a_chain_is_cut():
    values = [0, 0b11, 0b1111, 0b111111]
    found = stars(neighbours_of(values, 2), sorted, lambda _photo: set())
    assert [(star.keeper, [link.photo_id for link in star.links]) for star in found] == [(0, [1]), (2, [3])]


@pytest.mark.parametrize("turn", range(1, 9))
def test_the_way_back_of_each_orientation(turn):
    assert INVERSE[INVERSE[turn]] == turn


def test_copies_come_before_what_only_looks_alike():
    found = stars(neighbours_of([5, 4, 5], 1, same=[[0, 2]]), sorted, lambda _photo: set())
    [star] = found
    assert [(link.photo_id, link.found_by) for link in star.links] == [(2, FoundBy.FILE), (1, FoundBy.HASH)]


@pytest.mark.parametrize("distance", [12, 16])
def test_skewed_hashes_at_great_distances(distance):
    """As of photos: bits of low frequencies go together, and many hashes share most of them."""
    rng = np.random.default_rng(distance)
    themes = rng.integers(0, 1 << 64, 12, dtype=np.uint64)
    hashes = []
    for theme in themes:
        for _each in range(60):
            flipped = rng.choice(64, int(rng.integers(0, 14)), replace=False)
            hashes.append(int(theme) ^ sum(1 << int(bit) for bit in flipped))
    unique = np.unique(np.array(hashes, np.uint64))
    pairs = hamming.pairs_within(unique, distance)
    matrix = np.bitwise_count(unique[:, None] ^ unique[None, :])
    wanted = {(int(a), int(b)) for a, b in zip(*np.nonzero(matrix <= distance), strict=True) if a < b}
    got = {(min(a, b), max(a, b)) for a, b in zip(pairs.first.tolist(), pairs.second.tolist(), strict=True)}
    assert got == wanted
    assert len(pairs) == len(wanted)
