"""What Amazon Rekognition says of a photo, as detections and facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tagger.backends import aws_labels
from tagger.backends.reading import mapping, objects, share, text
from tagger.backends.rekognition import TITLE
from tagger.entities import Detection, LabelKind, PhotoId
from tagger.recognition.backend import Recognition

PARTS: Mapping[str, str] = {
    "labels": "Labels",
    "faces": "FaceDetails",
    "text": "TextDetections",
    "moderation": "ModerationLabels",
    "celebrities": "CelebrityFaces",
}
"""The part of each answer that must be there, if only as an empty list."""
_MODELS = ("LabelModelVersion", "ModerationModelVersion", "TextModelVersion")


def recognition(photo_id: PhotoId, operation: str, answer: Mapping[str, Any]) -> Recognition:
    """The answer to one operation, which holds its part."""
    version = next(filter(None, (text(answer.get(name)) for name in _MODELS)), "")
    model = f"{TITLE} {operation} {version}".strip()
    return Recognition(photo_id, tuple(_READERS[operation](answer)), model, dict(_facts(operation, answer)))


def _labels(answer: Mapping[str, Any]) -> Iterator[Detection]:
    return aws_labels.detections(answer.get("Labels"))


def _faces(answer: Mapping[str, Any]) -> Iterator[Detection]:
    for face in objects(answer.get("FaceDetails")):
        sure = share(face.get("Confidence"), 100.0)
        if sure is not None:
            yield Detection("Face", sure, LabelKind.FACE, aws_labels.place(face))


def _texts(answer: Mapping[str, Any]) -> Iterator[Detection]:
    """Lines; the words that they consist of are told as well, and would say everything twice."""
    for found in objects(answer.get("TextDetections")):
        told, sure = text(found.get("DetectedText")), share(found.get("Confidence"), 100.0)
        if told and sure is not None and found.get("Type") != "WORD":
            yield Detection(told, sure, LabelKind.TEXT, aws_labels.place(mapping(found.get("Geometry"))))


def _moderation(answer: Mapping[str, Any]) -> Iterator[Detection]:
    found = list(objects(answer.get("ModerationLabels")))
    parents = {text(label.get("Name")): tuple(filter(None, [text(label.get("ParentName"))])) for label in found}
    for label in found:
        name, sure = text(label.get("Name")), share(label.get("Confidence"), 100.0)
        if name and sure is not None:
            yield Detection(name, sure, LabelKind.MODERATION, parents=aws_labels.lineage(name, parents))


def _celebrities(answer: Mapping[str, Any]) -> Iterator[Detection]:
    for celebrity in objects(answer.get("CelebrityFaces")):
        name, sure = text(celebrity.get("Name")), share(celebrity.get("MatchConfidence"), 100.0)
        if name and sure is not None:
            yield Detection(name, sure, LabelKind.CELEBRITY, aws_labels.place(mapping(celebrity.get("Face"))))
    for face in objects(answer.get("UnrecognizedFaces")):
        sure = share(face.get("Confidence"), 100.0)
        if sure is not None:
            yield Detection("Face", sure, LabelKind.FACE, aws_labels.place(face))


def _facts(operation: str, answer: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if operation == "moderation":
        yield "moderation", aws_labels.moderation(answer.get("ModerationLabels"))
    if operation == "celebrities":
        for celebrity in objects(answer.get("CelebrityFaces")):
            urls = celebrity.get("Urls")
            links = ", ".join(filter(None, map(text, urls[:4]))) if isinstance(urls, list) else ""
            if links and text(celebrity.get("Name")):
                yield f"celebrity.{text(celebrity.get('Name'))}", links


_READERS: Mapping[str, Callable[[Mapping[str, Any]], Iterator[Detection]]] = {
    "labels": _labels,
    "faces": _faces,
    "text": _texts,
    "moderation": _moderation,
    "celebrities": _celebrities,
}
