"""What the sidecars of photos shall say, worked out from the library."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tagger.entities import TAG_SEPARATOR, USER, Box, LabelKind, TagPath
from tagger.metadata.change import Base, Naming, OwnRegion, Provenance, Schema, SidecarChange
from tagger.metadata.frames import stored
from tagger.metadata.keywords import fold, names, sanitise
from tagger.settings import Settings
from tagger.store import conflicts, photos, tags, values, written
from tagger.store.database import Database
from tagger.store.tags import Origin
from tagger.store.written import WrittenRegion

PEOPLE = "people"
"""Folded name of the tag below which a box that the user draws names a person."""

_NOBODY = frozenset({"group", "portrait", "face", "person", "people"})
_TURNED = frozenset({5, 6, 7, 8})
"""The EXIF orientations that swap width and height."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the settings say about sidecars.

    Attributes:
        naming: whose habit names new ones.
        objects_as_mwg: write boxes of objects as mwg-rs regions too, which some programs take for people.
        provenance: say where accepted tags came from.
    """

    naming: Naming = "standard"
    objects_as_mwg: bool = False
    provenance: bool = False


STANDARD = Options()


def options_of(settings: Settings) -> Options:
    """What the user's settings say about sidecars."""
    naming: Naming = settings.get("sidecars.naming")
    return Options(naming, settings.get("sidecars.object_regions"), settings.get("sidecars.provenance"))


@dataclass(frozen=True, slots=True)
class _Accepted:
    id: int
    backend: str
    model: str
    tag: TagPath
    kind: LabelKind
    confidence: float
    decided_at: str
    box: Box | None


def changes(db: Database, photo_ids: Sequence[int], options: Options = STANDARD) -> dict[int, SidecarChange]:
    """What the sidecars of these photos shall say."""
    tagged, removed, stale, files = (
        of(db, photo_ids) for of in (tags.tags_of, tags.removed_tags_of, written.stale, tags.file_tags_of)
    )
    left, disputed = written.tags_of(db, photo_ids), conflicts.properties_of(db, photo_ids)
    edits, sizes, accepted = values.edits_of(db, photo_ids), _sizes(db, photo_ids), _accepted(db, photo_ids)
    bases = _bases(db, photo_ids, left)
    found = {}
    for i in photo_ids:
        unsettled = disputed.get(i, frozenset())
        own = tuple(tag for tag in tagged.get(i, ()) if f"tag:{tag}" not in unsettled)
        orientation, size = sizes.get(i, (1, None))
        found[i] = SidecarChange(
            own,
            tuple(dict.fromkeys((*removed.get(i, ()), *stale.get(i, ())))),
            tuple((field, value) for field, value in edits.get(i, ()) if field not in unsettled),
            _absorbed(own, files.get(i, ())),
            tuple((old, new) for old, new in left.get(i, ()) if old != new),
            tuple(_regions(accepted.get(i, ()), orientation, options)),
            size,
            _provenance(own, accepted.get(i, ())) if options.provenance else None,
            bases[i],
            options.naming,
        )
    return found


def pending(db: Database, photo_ids: Sequence[int], options: Options = STANDARD) -> set[int]:
    """Those of the photos whose sidecars have yet to be told something."""
    carried = tags.file_tags_of(db, photo_ids)
    return {i for i, change in changes(db, photo_ids, options).items() if _says_more(change, carried.get(i, ()))}


_SETTLED_AT_A_GLANCE = f"""
DELETE FROM sidecars_due AS d WHERE photo_id IN (SELECT value FROM json_each(?))
AND NOT EXISTS (SELECT 1 FROM photo_edits e WHERE e.photo_id = d.photo_id)
AND NOT EXISTS (SELECT 1 FROM written_tags w WHERE w.photo_id = d.photo_id)
AND NOT EXISTS (SELECT 1 FROM written_regions r WHERE r.photo_id = d.photo_id)
AND NOT EXISTS (SELECT 1 FROM photo_tags p WHERE p.photo_id = d.photo_id AND (p.removed OR p.origin <> '{Origin.FILE}'))
AND NOT EXISTS (
    SELECT 1 FROM suggestions s WHERE s.photo_id = d.photo_id AND s.decision = 'accepted' AND s.x IS NOT NULL)
"""
"""Photos about which this program never said and has nothing to say are most of many, and need no closer look."""


def no_longer_due(db: Database, photo_ids: Iterable[int]) -> None:
    """Of these photos, those whose sidecars need not be told anything do not wait for it: what was, was taken back."""
    for chunk in photos.chunks(photo_ids):
        db.conn.execute(_SETTLED_AT_A_GLANCE, (json.dumps(chunk),))
        rows = db.conn.execute(
            "SELECT photo_id FROM sidecars_due WHERE photo_id IN (SELECT value FROM json_each(?))", (json.dumps(chunk),)
        )
        waiting = [photo_id for (photo_id,) in rows]
        settled = set(waiting) - pending(db, waiting)
        db.conn.executemany("DELETE FROM sidecars_due WHERE photo_id = ?", [(i,) for i in settled])


def _says_more(change: SidecarChange, from_files: Sequence[TagPath]) -> bool:
    """Whether a change holds anything that was not written yet and that the files do not say by themselves."""
    known = {fold(tag) for tag in (*change.base.tags, *from_files)}
    regions = {(r.key, r.schema, r.name, r.box) for r in (*change.base.regions, *change.base.given_up)}
    wanted = {(r.key, r.schema, r.name, r.box) for r in change.regions or ()}
    return bool(
        change.values
        or change.removed
        or change.respelled
        or any(fold(tag) not in known for tag in change.tags)
        or regions != wanted
    )


def written_regions(regions: Sequence[OwnRegion], given_up: Sequence[OwnRegion]) -> list[WrittenRegion]:
    """Regions as the library keeps them."""
    return [
        WrittenRegion(r.key, r.schema, r.kind, r.name, r.box, theirs)
        for found, theirs in ((regions, False), (given_up, True))
        for r in found
    ]


def _absorbed(own: Sequence[TagPath], from_files: Sequence[TagPath]) -> tuple[TagPath, ...]:
    """Words of a file that a path of the photo holds as well: they stay the flat words they are."""
    parts = {fold(name) for tag in own if TAG_SEPARATOR in tag for name in names(tag)}
    return tuple(tag for tag in from_files if TAG_SEPARATOR not in tag and fold(tag) in parts)


def _bases(
    db: Database, photo_ids: Sequence[int], left: Mapping[int, tuple[tuple[TagPath, TagPath], ...]]
) -> dict[int, Base]:
    files, regions = written.files_of(db, photo_ids), written.regions_of(db, photo_ids)
    before = values.bases_of(db, photo_ids)
    return {
        i: Base(
            tuple(old for old, _new in left.get(i, ())),
            files.get(i, ()),
            tuple(_own(region) for region in regions.get(i, ()) if not region.theirs),
            tuple(_own(region) for region in regions.get(i, ()) if region.theirs),
            before.get(i, ()),
        )
        for i in photo_ids
    }


def _own(region: WrittenRegion) -> OwnRegion:
    schema: Schema = "mwg-rs" if region.schema == "mwg-rs" else "iptc"
    return OwnRegion(region.suggestion_id, schema, region.kind, region.name, region.box)


def _sizes(db: Database, photo_ids: Sequence[int]) -> dict[int, tuple[int, tuple[int, int] | None]]:
    """Orientation and size of the stored image; the library has that of the upright one."""
    rows = db.conn.execute(
        "SELECT id, orientation, width, height FROM photos WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(photo_ids)),),
    )
    found: dict[int, tuple[int, tuple[int, int] | None]] = {}
    for photo_id, orientation, width, height in rows:
        size = None if width is None or height is None else (width, height)
        found[photo_id] = (orientation, size[::-1] if size and orientation in _TURNED else size)
    return found


def _accepted(db: Database, photo_ids: Sequence[int]) -> dict[int, list[_Accepted]]:
    rows = db.conn.execute(
        "SELECT s.photo_id, s.id, l.backend, s.model, l.tag, l.kind, s.confidence, s.decided_at, s.x, s.y, s.w, s.h"
        " FROM suggestions s JOIN labels l ON l.id = s.label_id"
        " WHERE s.decision = 'accepted' AND s.photo_id IN (SELECT value FROM json_each(?)) ORDER BY s.id",
        (json.dumps(list(photo_ids)),),
    )
    found: dict[int, list[_Accepted]] = defaultdict(list)
    for photo_id, key, backend, model, tag, kind, confidence, when, *place in rows:
        box = None if place[0] is None else Box(*place)
        found[photo_id].append(
            _Accepted(key, backend, model, TagPath(tag), LabelKind(kind), confidence, when or "", box)
        )
    return found


def _regions(accepted: Sequence[_Accepted], orientation: int, options: Options) -> list[OwnRegion]:
    found = []
    for each in accepted:
        if each.box is None:
            continue
        box, sure = stored(each.box, orientation), each.confidence if options.provenance else None
        if _is_face(each):
            found.append(OwnRegion(each.id, "mwg-rs", "face", _person(each), box, sure))
        else:
            name = sanitise(names(each.tag)[-1])
            found.append(OwnRegion(each.id, "iptc", "object", name, box, sure))
            if options.objects_as_mwg:
                found.append(OwnRegion(each.id, "mwg-rs", "object", name, box, sure))
    return found


def _is_face(each: _Accepted) -> bool:
    """Whether a box is a face or names a person; a backend's box of a whole person is a thing like any other."""
    drawn = each.backend == USER and fold(names(each.tag)[0]) == PEOPLE
    return each.kind in (LabelKind.FACE, LabelKind.CELEBRITY) or drawn


def _person(each: _Accepted) -> str:
    """Who it is; nothing for a face that nobody named, of which other programs would make a person called “Face”."""
    leaf = sanitise(names(each.tag)[-1])
    return "" if fold(leaf) in _NOBODY else leaf


def _provenance(own: Sequence[TagPath], accepted: Sequence[_Accepted]) -> tuple[Provenance, ...]:
    carried: Callable[[TagPath], bool] = {fold(tag) for tag in own}.__contains__
    surest: dict[str, _Accepted] = {}
    for each in accepted:
        key = fold(each.tag)
        if each.backend != USER and carried(TagPath(key)) and each.confidence > _confidence(surest.get(key)):
            surest[key] = each
    return tuple(
        Provenance(each.tag, each.backend, each.model, each.confidence, "accepted", each.decided_at)
        for each in surest.values()
    )


def _confidence(each: _Accepted | None) -> float:
    return -1.0 if each is None else each.confidence
