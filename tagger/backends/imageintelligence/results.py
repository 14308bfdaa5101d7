"""What Image Intelligence says of a job, as answers for the photos in it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tagger.backends.imageintelligence import TITLE
from tagger.backends.imageintelligence.service import is_id
from tagger.backends.reading import box, mapping, number, objects, share, text
from tagger.entities import Box, Detection, LabelKind, PhotoId
from tagger.errors import PhotoRefused
from tagger.recognition.backend import Answer, Failure, Recognition

UNKNOWN = "unknown"
"""The label of an object without identity."""
WORKING, DONE, PARTLY, NOTHING = (
    "IN_PROGRESS",
    "COMPLETED_SUCCESSFULLY",
    "COMPLETED_PARTIAL_ERROR",
    "COMPLETED_ALL_ERROR",
)
MOST_FRACTION = 1.5
"""A box may pass the edge of the photo a little; a corner beyond this is in pixels."""
MOST_OBJECTS = 1000
# The statuses of single images, of the vendor's specification.
_FAULTS: Mapping[str, str] = {
    "IMAGE_DOWNLOAD_ERROR": f"{TITLE} could not fetch the photo from its public address.",
    "INVALID_IMAGE_FORMAT_ERROR": f"{TITLE} cannot decode the picture.",
    "SPIDERWEBS_ERROR": f"{TITLE} sees nothing through the cobwebs.",
    WORKING: f"{TITLE} ended the job without having finished with this photo.",
}


@dataclass(frozen=True, slots=True)
class Sent:
    """One photo of a job: whose it is, and the size in pixels of what the service has of it."""

    photo_id: PhotoId
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Job:
    """A job as it is kept between sending and asking.

    Attributes:
        id: The service's; empty where its answer was lost, and it must be looked for.
        operation: What for.
        images: What each image's random id stands for.
        custom_id: The random id that the job was sent under.
    """

    id: str
    operation: str
    images: Mapping[str, Sent]
    custom_id: str = ""

    @classmethod
    def read(cls, handle: str) -> Job:
        """From the handle that `text` made."""
        told = json.loads(handle)
        images = {name: Sent(PhotoId(sent[0]), sent[1], sent[2]) for name, sent in told["images"].items()}
        return cls(told["job"], told["operation"], images, told.get("custom", ""))

    def text(self) -> str:
        """As a handle."""
        images = {name: [sent.photo_id, sent.width, sent.height] for name, sent in self.images.items()}
        told = {"job": self.id, "operation": self.operation, "images": images, "custom": self.custom_id}
        return json.dumps(told, separators=(",", ":"))


def status_of(content: Mapping[str, Any]) -> str:
    """One of the four statuses of a job; empty for anything else."""
    told = text(content.get("status")).upper()
    return told if told in (WORKING, DONE, PARTLY, NOTHING) else ""


def images_of(job: Job, content: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """What the service says of each image, by the random id that it was sent under; never by its place in the list."""
    told = content.get("imageResults" if job.operation == "detect" else "images")
    found: dict[str, dict[str, Any]] = {}
    for image in objects(told):
        found.setdefault(text(image.get("customId")), image)
    given = list(objects(told))
    if len(job.images) == len(given) == 1 and not given[0].get("customId"):  # there is nothing to mistake it for
        return {next(iter(job.images)): given[0]}
    return found


def identities_of(images: Mapping[str, Mapping[str, Any]]) -> set[str]:
    """The identities that were recognised in a job."""
    found = (thing.get("identityId") for image in images.values() for thing in _objects(image))
    return {value for value in found if isinstance(value, str) and is_id(value)}


def answers(
    job: Job, content: Mapping[str, Any], names: Mapping[str, str], least: float, asked: Sequence[PhotoId]
) -> list[Answer]:
    """One answer for each photo that was asked for.

    Args:
        job: As it was sent.
        content: The service's last word on it.
        names: Of identities.
        least: Confidence of what is suggested, 0..1.
        asked: Of the job's photos.
    """
    images, status, wanted = images_of(job, content), status_of(content), set(asked)
    found: list[Answer] = []
    for name, sent in job.images.items():
        if sent.photo_id not in wanted:
            continue
        fault = _fault(status, images.get(name))
        if fault:
            found.append(Failure(sent.photo_id, PhotoRefused(fault, "Ask again with --retry.")))
        else:
            detections = tuple(_detections(job.operation, images[name], sent, names, least))
            found.append(Recognition(sent.photo_id, detections, f"{TITLE} v2 {job.operation}"))
    return found


def _fault(job_status: str, image: Mapping[str, Any] | None) -> str:
    """What went wrong with one image; empty where it was looked at.

    Where the job had errors and the service does not say with which images, one without objects may have been among
    them: "nothing found" must not be kept of it.
    """
    if image is None:
        return f"{TITLE} says nothing of this photo in its answer."
    told = text(image.get("status")).upper()
    if told and told != DONE:
        return _FAULTS.get(told, f"{TITLE} failed over this photo ({told[:40]}).")
    if job_status == NOTHING:
        return f"{TITLE} failed over all photos of the job."
    if job_status == PARTLY and not told and not _objects(image):
        return f"{TITLE} failed over some photos of the job, and does not say whether over this one."
    return ""


def _detections(
    operation: str, image: Mapping[str, Any], sent: Sent, names: Mapping[str, str], least: float
) -> Iterator[Detection]:
    for thing in _objects(image):
        confidence = share(thing.get("confidence"))
        if confidence is None or confidence < least:
            continue
        place = _box(mapping(thing.get("boundingBox")), sent)
        if operation == "detect":
            label = text(thing.get("class"))
            if label and thing.get("verdict") is not False:  # "whether we're certain if this class exists"
                yield Detection(label, confidence, LabelKind.OBJECT, place)
        else:
            label = names.get(text(thing.get("identityId"))) or UNKNOWN
            yield Detection(label, confidence, LabelKind.FACE, place)


def _box(told: Mapping[str, Any], sent: Sent) -> Box | None:
    """A box in fractions, or in pixels of the image as it was sent: the descriptions of the service have both."""
    corners = [number(told.get(name)) for name in ("xMin", "yMin", "xMax", "yMax")]
    left, top, right, bottom = corners
    if left is None or top is None or right is None or bottom is None:
        return None
    if max(left, top, right, bottom) > MOST_FRACTION:
        left, right = left / sent.width, right / sent.width
        top, bottom = top / sent.height, bottom / sent.height
    return box(left, top, right - left, bottom - top)


def _objects(image: Mapping[str, Any]) -> list[dict[str, Any]]:
    return list(objects(image.get("objects")))[:MOST_OBJECTS]
