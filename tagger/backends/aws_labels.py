"""Labels in the shape of Amazon Rekognition, which several services hand through."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tagger.backends.reading import box, mapping, objects, share, text
from tagger.entities import Box, Detection

DEEPEST = 8


def detections(labels: Any) -> Iterator[Detection]:
    """One detection for each instance with its box; one for the whole photo where a label has no instance.

    Args:
        labels: ``Labels`` as answered: ``Name``, ``Confidence`` 0..100, ``Instances`` and ``Parents``.
    """
    named = [(text(label.get("Name")), label) for label in objects(labels)]
    parents = {name: _parents(label) for name, label in named}
    for name, label in named:
        confidence = share(label.get("Confidence"), 100.0)
        if not name or confidence is None:
            continue
        line = lineage(name, parents)
        found = [(place(each), share(each.get("Confidence"), 100.0)) for each in objects(label.get("Instances"))]
        boxed = [(at, sure) for at, sure in found if at is not None]
        for at, sure in boxed:
            yield Detection(name, confidence if sure is None else sure, box=at, parents=line)
        if not boxed:
            yield Detection(name, confidence, parents=line)


def lineage(name: str, parents: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The ancestors of a label from the root down to its nearest.

    The service names all ancestors in no order. The nearest is the one with the most ancestors of its own.
    """
    line: list[str] = []
    current = name
    while len(line) < DEEPEST:
        above = [parent for parent in parents.get(current, ()) if parent != name and parent not in line]
        if not above:
            break
        current = max(above, key=lambda parent: len(parents.get(parent, ())))
        line.insert(0, current)
    return tuple(line)


def moderation(labels: Any) -> str:
    """Moderation labels as a fact of the photo, such as ``Suggestive 0.93; Violence 0.51``; ``none`` without any."""
    told = []
    for label in objects(labels):
        name, confidence = text(label.get("Name")), share(label.get("Confidence"), 100.0)
        if name and confidence is not None:
            told.append((confidence, name))
    return "; ".join(f"{name} {confidence:.2f}" for confidence, name in sorted(told, reverse=True)) or "none"


def place(found: Mapping[str, Any]) -> Box | None:
    """The ``BoundingBox`` of something found, in parts of the photo; None without one. It may pass the edges."""
    return box(*map(mapping(found.get("BoundingBox")).get, ("Left", "Top", "Width", "Height")))


def _parents(label: Mapping[str, Any]) -> tuple[str, ...]:
    names = (text(parent.get("Name")) for parent in objects(label.get("Parents")))
    return tuple(dict.fromkeys(name for name in names if name))
