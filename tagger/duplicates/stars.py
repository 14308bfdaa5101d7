"""Groups without chains: each photo of a group is near its keeper itself, not only near a neighbour of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from tagger.entities import FoundBy, Link


@dataclass(frozen=True, slots=True)
class Star:
    """A group: the keeper in the middle, and what links each other photo to it."""

    keeper: int
    links: tuple[Link, ...]


@dataclass
class Neighbours:
    """Which photos are near which.

    Photos with the same hash share a node, so that a thousand of them are not a million pairs.

    Attributes:
        node_of: Node of each photo, for those with a telling hash.
        members: Photos of each node.
    """

    node_of: dict[int, int] = field(default_factory=dict)
    members: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    _near: dict[int, list[tuple[int, int, int]]] = field(default_factory=lambda: defaultdict(list))
    _linked: dict[int, dict[int, Link]] = field(default_factory=lambda: defaultdict(dict))
    _same: dict[int, dict[int, int]] = field(default_factory=dict)

    def put(self, photos: Sequence[int], nodes: Sequence[int]) -> None:
        """Put photos to the nodes of their hashes."""
        for photo, node in zip(photos, nodes, strict=True):
            self.node_of[photo] = node
            self.members[node].append(photo)

    def join_nodes(
        self, first: npt.NDArray[np.int32], second: npt.NDArray[np.int32], bits: npt.NDArray[np.uint8], turn: int = 1
    ) -> None:
        """Say that nodes are near: what is at ``first`` looks like what is at ``second`` in this EXIF orientation."""
        back = INVERSE[turn]
        for a, b, distance in zip(first.tolist(), second.tolist(), bits.tolist(), strict=True):
            self._near[a].append((b, distance, back))
            self._near[b].append((a, distance, turn))

    def same_image(self, sizes: dict[int, int]) -> None:
        """Say that photos have the same image data; ``sizes`` has the bytes of each file."""
        for photo in sizes:
            self._same[photo] = sizes

    def link(self, first: int, second: int, found_by: FoundBy, certainty: float, bits: int | None = None) -> None:
        """Link two photos by more than their hashes; the surest link stays."""
        known = self._linked[first].get(second)
        if known is None or known.certainty < certainty:
            self._linked[first][second] = Link(second, found_by, bits, certainty)
            self._linked[second][first] = Link(first, found_by, bits, certainty)

    def photos(self) -> Iterator[int]:
        """The photos that are near another."""
        lone = (node for node, members in self.members.items() if len(members) == 1 and not self._near.get(node))
        closer = self._linked.keys() | self._same.keys()
        without = {self.members[node][0] for node in lone} - closer
        yield from (photo for photo in self.node_of if photo not in without)
        yield from (photo for photo in closer if photo not in self.node_of)

    def of(self, photo: int) -> list[Link]:
        """What is near a photo, the surest first."""
        found = {link.photo_id: link for link in self._by_image(photo)}
        for link in (*self._linked.get(photo, {}).values(), *self._by_hash(photo)):
            known = found.get(link.photo_id)
            if known is None or known.certainty < link.certainty:
                found[link.photo_id] = link
        return sorted(found.values(), key=lambda link: (-link.certainty, link.photo_id))

    def _by_image(self, photo: int) -> Iterator[Link]:
        sizes = self._same.get(photo, {})
        for other, size in sizes.items():
            if other != photo:
                yield Link(other, FoundBy.FILE if size == sizes[photo] else FoundBy.IMAGE, 0, 1.0)

    def _by_hash(self, photo: int) -> Iterator[Link]:
        node = self.node_of.get(photo)
        if node is None:
            return
        for other, bits, turn in [(node, 0, 1), *self._near.get(node, ())]:
            found_by = FoundBy.HASH if turn == 1 else FoundBy.TURNED
            for member in self.members[other]:
                if member != photo:
                    yield Link(member, found_by, bits, certainty(bits), turn)


INVERSE = {1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 8, 7: 7, 8: 6}
"""The EXIF orientation that takes another one back."""


def certainty(bits: int) -> float:
    """How sure it is that photos whose hashes differ in so many bits show the same, 0..1.

    Up to 8 bits no pair of different ones was found among 2,048 photos (two million pairs); of two random hashes in
    a million, one is within 10 bits, and some hundred are within 16.
    """
    return round(0.99 - 0.005 * bits if bits <= 8 else max(0.5, 0.95 - 0.06 * (bits - 8)), 3)


def stars(
    neighbours: Neighbours,
    ranked: Callable[[Iterable[int]], Sequence[int]],
    apart: Callable[[int], Set[int]],
) -> list[Star]:
    """Group photos, each in one group at most.

    Args:
        neighbours: What is near what.
        ranked: Puts photos in order, the best to keep first.
        apart: The photos that are known to be no duplicates of one.

    Returns:
        Groups of two or more; each is around the best photo that no better one has taken.
    """
    taken: set[int] = set()
    found: list[Star] = []
    for keeper in ranked(neighbours.photos()):
        if keeper in taken:
            continue
        links: list[Link] = []
        joined = {keeper}
        for link in neighbours.of(keeper):
            if link.photo_id not in taken and joined.isdisjoint(apart(link.photo_id)):
                links.append(link)
                joined.add(link.photo_id)
        if links:
            taken |= joined
            found.append(Star(keeper, tuple(links)))
    return found
