"""What the photos of a group are to each other: copies of one shot, or shots that were meant to be alike.

Photos of one group that were taken one after another are a sequence rather than duplicates: a burst, an exposure
bracket, a focus stack or a panorama. Each shot that has several files (copies, exports) is a group of its own; what is
left of the sequence is a group that cleanup leaves alone.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from tagger.duplicates.facts import Facts, facts
from tagger.duplicates.stars import Star
from tagger.entities import FoundBy, Group, GroupKind, Link
from tagger.store.database import Database

BURST_S = 3.0
"""Most seconds between two shots of a sequence, from the end of one to the next."""

BRACKET_EV = 0.5
"""Least difference of exposure within a bracket, in stops."""

FOCUS_SHOTS = 5
"""From so many shots at the same exposure, each close upon the last, a sequence is taken for a focus stack."""

FOCUS_SHARPNESS = 1.2
"""How much sharper the sharpest of a focus stack is than the least sharp."""

SAME_EV = 0.1
"""Most difference in stops between shots at the same exposure."""

SAFE = frozenset({GroupKind.COPIES, GroupKind.NEAR})
"""What cleanup may touch."""

_NUMBER = re.compile(r"(\d{3,})(?!.*\d{3,})")
Shot = tuple[str, str, str]
_EXACT = (FoundBy.FILE, FoundBy.IMAGE)


def sorted_out(db: Database, found: Iterable[Star]) -> list[Group]:
    """The groups of stars, each of its kind; a star with several shots becomes a group for each and one for all."""
    stars = list(found)
    ids = [photo for star in stars for photo in (star.keeper, *(link.photo_id for link in star.links))]
    known = {photo.id: photo for photo in facts(db, ids)}
    return [group for star in stars for group in _groups(star, known)]


def may_be_focus_stack(group: Group) -> bool:
    """Whether a sequence has enough shots to be a focus stack, which how sharp they are would tell."""
    return group.kind is GroupKind.BURST and len(group.photo_ids) >= FOCUS_SHOTS


def _groups(star: Star, known: dict[int, Facts]) -> Iterator[Group]:
    links = {link.photo_id: link for link in star.links}
    photos = [known[photo] for photo in (star.keeper, *links) if photo in known]
    shots = _shots(photos, links)
    if len(shots) == 1:
        yield _near(star.keeper, [link for link in star.links if link.photo_id in known], photos)
        return
    for shot in shots:
        if len(shot) > 1:
            yield _near(shot[0].id, [_between(links, shot[0], photo) for photo in shot[1:]], shot)
    lone = [shot[0] for shot in shots if len(shot) == 1]
    if len(lone) > 1:
        kind, reason = _sequence([shot[0] for shot in shots], star.links)
        yield Group(0, kind, lone[0].id, tuple(_between(links, lone[0], photo) for photo in lone[1:]), reason)


def _between(links: dict[int, Link], keeper: Facts, photo: Facts) -> Link:
    """What links two photos of a star, neither of which need be its keeper."""
    mine, other = links.get(keeper.id), links.get(photo.id)
    if mine is None:
        return links[photo.id]
    if other is None:  # the star's own keeper
        return Link(photo.id, mine.found_by, mine.bits, mine.certainty, mine.turn)
    found_by = other.found_by if other.certainty < mine.certainty else mine.found_by
    bits = None if mine.bits is None or other.bits is None else mine.bits + other.bits
    return Link(photo.id, found_by, bits, round(mine.certainty * other.certainty, 3), 1)


def _near(keeper: int, links: Sequence[Link], photos: Sequence[Facts]) -> Group:
    one_shot = len(photos) > 1 and len({photo.stack or photo.id for photo in photos}) == 1
    if one_shot and len({photo.is_raw for photo in photos}) == 2:  # others the user stacked
        return Group(0, GroupKind.PAIR, keeper, tuple(links), "RAW and JPEG of one shot")
    kind = GroupKind.COPIES if all(link.found_by in _EXACT for link in links) else GroupKind.NEAR
    return Group(0, kind, keeper, tuple(links))


def _shots(photos: Sequence[Facts], links: dict[int, Link]) -> list[list[Facts]]:
    """The photos by shot, the keeper's first; those of which it is not known belong to the keeper's."""
    shots: dict[Shot | None, list[Facts]] = defaultdict(list)
    first = _shot(photos[0])
    for photo in photos:
        own = _shot(photo)
        exact = photo.id in links and links[photo.id].found_by in _EXACT
        shots[first if own is None or exact else own].append(photo)
    known = [key for key in shots if key is not None]
    if None in shots and known and first is None:  # an export without a date is of the shot that is like it
        shots[known[0]] = shots.pop(None) + shots[known[0]]
    merged = _merged(shots)
    return merged if _is_sequence(merged) else [list(itertools.chain.from_iterable(merged))]


def _shot(photo: Facts) -> Shot | None:
    """What shot a photo is of: camera, time, and the camera's number of the file where the time has no fraction."""
    if photo.taken_at is None or photo.camera is None:
        return None
    number = "" if "." in photo.taken_at else _number(photo.name)
    return photo.camera, photo.taken_at, number


def _number(name: str) -> str:
    found = _NUMBER.search(name.rpartition(".")[0])
    return "" if found is None else found[1]


def _merged(shots: Mapping[Shot | None, list[Facts]]) -> list[list[Facts]]:
    """Shots, with those put together that have the same second and of which one has no number of its own."""
    found: dict[Shot | None, list[Facts]] = {}
    for key, photos in shots.items():
        same = [other for other in found if key and other and not key[2] and other[:2] == key[:2]]
        if len(same) == 1:
            found[same[0]] += photos
        else:
            found[key] = photos
    return list(found.values())


def _is_sequence(shots: Sequence[Sequence[Facts]]) -> bool:
    """Whether shots follow each other closely; if not, they are alike for another reason and one may go."""
    if len(shots) < 2 or any(shot[0].taken_at is None for shot in shots):
        return False
    if len({shot[0].camera for shot in shots}) > 1:
        return False
    times = sorted(time for shot in shots if (time := _time(shot[0])) is not None)
    if len(times) < len(shots):
        return False
    longest = max(shot[0].exposure[0] or 0 for shot in shots)
    gaps = [(later - earlier).total_seconds() for earlier, later in itertools.pairwise(times)]
    return max(gaps) <= BURST_S + longest


def _time(photo: Facts) -> datetime | None:
    try:
        return datetime.fromisoformat((photo.taken_at or "").replace("Z", "+00:00")).replace(tzinfo=None)
    except ValueError:
        return None


def _sequence(shots: Sequence[Facts], links: Iterable[Link]) -> tuple[GroupKind, str]:
    """What a sequence was shot for, as far as its metadata tells, and why it is held for that."""
    count = len(shots)
    stops = [stop for shot in shots if (stop := _stops(shot)) is not None]
    apart = max(stops) - min(stops) if len(stops) == len(shots) else None
    if apart is not None and apart >= BRACKET_EV:
        reason = f"{count} shots close upon each other, exposures {apart:.1f} stops apart"
        return GroupKind.BRACKET, reason
    if apart is None or apart > SAME_EV or len({shot.focal_mm for shot in shots}) > 1:
        reason = f"{count} shots close upon each other"
        return GroupKind.BURST, reason
    if any(link.found_by is FoundBy.CROP for link in links):
        reason = f"{count} shots close upon each other, at the same exposure, that show parts of each other"
        return GroupKind.PANORAMA, reason
    if len(shots) >= FOCUS_SHOTS and _is_even(shots) and _sharpness_differs(shots):
        reason = f"{count} shots close upon each other, evenly spaced, at the same exposure, sharp in different places"
        return GroupKind.FOCUS_STACK, reason
    reason = f"{count} shots close upon each other, at the same exposure"
    return GroupKind.BURST, reason


def _is_even(shots: Sequence[Facts]) -> bool:
    times = sorted(time for shot in shots if (time := _time(shot)) is not None)
    gaps = [(later - earlier).total_seconds() for earlier, later in itertools.pairwise(times)]
    return max(gaps) - min(gaps) <= max(0.1, 0.25 * max(gaps))


def _sharpness_differs(shots: Sequence[Facts]) -> bool:
    measured = [shot.sharpness for shot in shots if shot.sharpness]
    return len(measured) == len(shots) and max(measured) > FOCUS_SHARPNESS * min(measured)


def _stops(photo: Facts) -> float | None:
    """How much light a shot got, in stops: the more, the higher."""
    seconds, aperture, iso = photo.exposure
    if not seconds or not aperture or seconds <= 0 or aperture <= 0:
        return None
    return math.log2(seconds / aperture**2 * (iso or 100) / 100)
