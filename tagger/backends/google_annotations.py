"""What Google Cloud Vision says of one photo, read into detections and facts.

Numbers that are zero are left out of its JSON: a vertex without ``x`` is at the left edge.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tagger.backends.online import UNSTATED
from tagger.backends.reading import box, items, mapping, number, objects, share, text
from tagger.entities import Box, Detection, LabelKind

MOST_WORDS = 100
MOODS = ("joyLikelihood", "sorrowLikelihood", "angerLikelihood", "surpriseLikelihood")
_LIKELY = ("LIKELY", "VERY_LIKELY")


def annotations_of(response: Mapping[str, Any], size: tuple[int, int]) -> tuple[tuple[Detection, ...], dict[str, str]]:
    """Detections and facts of one entry of ``responses``.

    Args:
        response: The entry.
        size: Width and height in pixels of the picture that was sent, which the corners of faces and words are in.
    """
    found = [*_labels(response), *_objects(response), *_faces(response, size), *_words(response, size)]
    return tuple(found), _facts(response)


def _labels(response: Mapping[str, Any]) -> Iterator[Detection]:
    for entry in objects(response.get("labelAnnotations")):
        name, score = text(entry.get("description")), share(entry.get("score", 0))
        if name and score is not None:
            yield Detection(name, score, LabelKind.SCENE)


def _objects(response: Mapping[str, Any]) -> Iterator[Detection]:
    for entry in objects(response.get("localizedObjectAnnotations")):
        name, score = text(entry.get("name")), share(entry.get("score", 0))
        if name and score is not None:
            place = _around(mapping(entry.get("boundingPoly")).get("normalizedVertices"), (1, 1))
            yield Detection(name, score, LabelKind.OBJECT, place)


def _faces(response: Mapping[str, Any], size: tuple[int, int]) -> Iterator[Detection]:
    for entry in objects(response.get("faceAnnotations")):
        score = share(entry.get("detectionConfidence", 0))
        place = _around(mapping(entry.get("boundingPoly")).get("vertices"), size)
        if score is not None:
            yield Detection("face", score, LabelKind.FACE, place)


def _words(response: Mapping[str, Any], size: tuple[int, int]) -> Iterator[Detection]:
    """The words one by one; the first entry is all of them, and a fact."""
    for entry in list(objects(response.get("textAnnotations")))[1 : MOST_WORDS + 1]:
        if name := text(entry.get("description")):
            yield Detection(
                name, UNSTATED, LabelKind.TEXT, _around(mapping(entry.get("boundingPoly")).get("vertices"), size)
            )


def _facts(response: Mapping[str, Any]) -> dict[str, str]:
    whole_text = next(objects(response.get("textAnnotations")), {})
    found = {"text": text(whole_text.get("description"))}
    for name, likelihood in list(mapping(response.get("safeSearchAnnotation")).items())[:10]:
        found[f"safe search: {text(name)}"] = text(likelihood).replace("_", " ").casefold()
    for i, face in enumerate(list(objects(response.get("faceAnnotations")))[:20], 1):
        moods = [name.removesuffix("Likelihood") for name in MOODS if text(face.get(name)) in _LIKELY]
        found[f"face {i}"] = ", ".join(moods)
    return {name: told for name, told in found.items() if told}


def _around(vertices: Any, full: tuple[int, int]) -> Box | None:
    """The box around the corners of a polygon, whose sides are ``full`` wide and high."""
    corners = [(number(v.get("x", 0)), number(v.get("y", 0))) for v in objects(vertices)]
    pairs = [(x / full[0], y / full[1]) for x, y in corners if x is not None and y is not None]
    if len(pairs) < 3 or len(pairs) != len(items(vertices)):
        return None
    left, top = (min(sides) for sides in zip(*pairs, strict=True))
    right, bottom = (max(sides) for sides in zip(*pairs, strict=True))
    return box(left, top, right - left, bottom - top)
