"""Accepted boxes as YOLO training data: ``labels/`` with one file a photo, ``classes.txt``, ``data.yaml``.

A line is ``class x y w h``: the class by its number from 0, the centre and the size as fractions of the upright photo
(https://docs.ultralytics.com/datasets/detect). A photo without boxes gets an empty file: it shows none of the classes.
A class keeps its number in every later export into the same folder.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from tagger.errors import UsageError
from tagger.exporting import placing
from tagger.exporting.classes import class_names
from tagger.exporting.coco import Told
from tagger.exporting.contents import Known

_CLASSES, _DATA = "classes.txt", "data.yaml"
_MOST_CLASSES_BYTES = 4 << 20


def write(path: str, found: Iterable[Known], *, with_photos: bool = False) -> Told:
    """Fill a folder.

    Args:
        path: The folder, begun with `placing.begin_folder`.
        found: The photos.
        with_photos: Copy the photos into ``images/`` as well, where trainers look for them.

    Raises:
        UsageError: a photo lies in the folder itself.
        TaggerError: it cannot be written.
        Cancelled: by what gives the photos; files that are written already stay.
    """
    photos = list(found)
    told = Told(left_out=sum(not (each.photo.width and each.photo.height) for each in photos))
    photos = [each for each in photos if each.photo.width and each.photo.height]
    inside = os.path.realpath(path) + os.sep
    if any(os.path.realpath(each.photo.path).startswith(inside) for each in photos):
        raise UsageError(f"{path} holds photos of the library.", "Choose another place.")
    names = class_names({suggestion.tag for each in photos for suggestion, _box in each.boxes()}, _earlier(path))
    numbers = {folded: number for number, folded in enumerate(names)}
    # First the names, then what refers to them: an export that is cut off leaves no number without a name.
    placing.write_lines(os.path.join(path, placing.MARK), (f"{name}\t{folded}\n" for folded, name in names.items()))
    placing.write_lines(os.path.join(path, _CLASSES), (f"{name}\n" for name in names.values()))
    placing.write_lines(os.path.join(path, _DATA), _data(list(names.values())))
    labels = placing.make_inside(path, "labels")
    images = placing.make_inside(path, "images") if with_photos else None
    for each, stem in zip(photos, _stems(photos), strict=True):
        lines = _lines(each, numbers)
        placing.write_lines(os.path.join(labels, f"{stem}.txt"), lines)
        if images is not None:
            _copy(each.photo.path, os.path.join(images, stem + os.path.splitext(each.photo.path)[1].lower()))
        told.photos += 1
        told.boxes += len(lines)
    return told


def _lines(known: Known, numbers: Mapping[str, int]) -> list[str]:
    found = []
    for suggestion, box in known.boxes():
        place = (box.x + box.w / 2, box.y + box.h / 2, box.w, box.h)
        found.append(f"{numbers[suggestion.tag.casefold()]} {' '.join(f'{each:.6f}' for each in place)}\n")
    return found


def _data(classes: Sequence[str]) -> list[str]:
    # A JSON string is a YAML string, if it is not made of surrogates.
    named = [f"  {number}: {json.dumps(name, ensure_ascii=False)}\n" for number, name in enumerate(classes)]
    head = ["# Written by Tagger\n", "train: images\n", "val: images\n", f"nc: {len(classes)}\n"]
    return [*head, "names:\n" if named else "names: {}\n", *named]


def _earlier(path: str) -> dict[str, str]:
    """The names of tags that earlier exports left in the folder, in the order of their numbers."""
    try:
        with open(os.path.join(path, placing.MARK), encoding="utf-8", errors="replace") as file:
            pairs = [line.split("\t", 1) for line in file.read(_MOST_CLASSES_BYTES).split("\n") if "\t" in line]
    except FileNotFoundError:
        return {}
    return {folded: name for name, folded in pairs}


def _stems(photos: Sequence[Known]) -> list[str]:
    """A name for the files of each photo: its own without extension, with its id where another photo has that."""
    stems = [os.path.splitext(each.photo.name)[0] for each in photos]
    often = Counter(map(str.casefold, stems))
    return [
        stem if often[stem.casefold()] == 1 else f"{stem}-{each.photo.id}"
        for each, stem in zip(photos, stems, strict=True)
    ]


def _copy(source: str, target: str) -> None:
    with placing.binary(target) as file, open(source, "rb") as photo:
        shutil.copyfileobj(photo, file, 1 << 20)
