"""Accepted boxes as COCO (https://cocodataset.org/#format-data), as pycocotools reads it.

Ids are those of the library: a photo, a box and a tag have the same in every export. Sizes and boxes are of the upright
photo in pixels, from the top left. A category is named by the last part of its tag; its supercategory is what is above.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tagger.entities import TAG_SEPARATOR, TagPath
from tagger.exporting.classes import class_names
from tagger.exporting.contents import Known
from tagger.store.database import Database

Record = dict[str, Any]


@dataclass(slots=True)
class Told:
    """How many photos and boxes were written; photos of unknown size were left out."""

    photos: int = 0
    boxes: int = 0
    left_out: int = 0


def tag_ids(db: Database) -> dict[str, int]:
    """The number of every tag by its folded path."""
    return {str(folded): int(i) for folded, i in db.conn.execute("SELECT folded, id FROM tags")}


def lines(found: Iterable[Known], ids: Mapping[str, int], told: Told) -> Iterator[str]:
    """The document piece by piece; the photos are read once, and only their boxes are kept.

    Args:
        found: The photos.
        ids: Of tags, by folded path.
        told: Filled with what was written.
    """
    annotations: list[Record] = []
    tags: dict[str, TagPath] = {}
    yield '{\n"info": ' + _json({"description": "Boxes accepted in Tagger", "version": "1.0"})
    yield ',\n"licenses": [],\n"images": ['
    separator = "\n"
    for each in found:
        if not each.photo.width or not each.photo.height:
            told.left_out += 1
            continue
        yield separator + _json(_image(each))
        separator = ",\n"
        told.photos += 1
        for record, tag in _annotations(each):
            record["category_id"] = tags.setdefault(tag.casefold(), tag)
            annotations.append(record)
    told.boxes = len(annotations)
    numbers = _numbers(tags.values(), ids)
    names = class_names(tags.values())
    yield '\n],\n"categories": ['
    yield ",".join("\n" + _json(_category(tag, numbers[tag], names[tag.casefold()])) for tag in numbers)
    yield '\n],\n"annotations": ['
    for number, record in enumerate(annotations):
        record["category_id"] = numbers[record["category_id"]]
        yield ("\n" if number == 0 else ",\n") + _json(record)
    yield "\n]\n}\n"


def _image(known: Known) -> Record:
    photo = known.photo
    record: Record = {
        "id": int(photo.id),
        "file_name": photo.path.replace(os.sep, "/"),
        "width": photo.width,
        "height": photo.height,
    }
    if photo.facts.taken_at:
        record["date_captured"] = photo.facts.taken_at
    return record


def _annotations(known: Known) -> Iterator[tuple[Record, TagPath]]:
    width, height = known.photo.width or 0, known.photo.height or 0
    for suggestion, box in known.boxes():
        x, y, w, h = (round(v, 2) for v in (box.x * width, box.y * height, box.w * width, box.h * height))
        if w > 0 and h > 0:
            yield (
                {
                    "id": int(suggestion.id),
                    "image_id": int(known.photo.id),
                    "bbox": [x, y, w, h],
                    "area": round(w * h, 2),
                    "segmentation": [[x, y, x + w, y, x + w, y + h, x, y + h]],
                    "iscrowd": 0,
                },
                suggestion.tag,
            )


def _numbers(tags: Iterable[TagPath], ids: Mapping[str, int]) -> dict[TagPath, int]:
    after = max(ids.values(), default=0)
    found = {}
    for tag in sorted(tags, key=str.casefold):
        number = ids.get(tag.casefold())
        if number is None:
            number = after = after + 1
        found[tag] = number
    return found


def _category(tag: TagPath, number: int, name: str) -> Record:
    return {"id": number, "name": name, "supercategory": tag.rpartition(TAG_SEPARATOR)[0]}


def _json(value: object) -> str:
    return json.dumps(value)
