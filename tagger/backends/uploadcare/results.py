"""What Uploadcare says of a file, as recognitions and facts of the photo."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tagger.backends import aws_labels
from tagger.backends.reading import facts, mapping, share, text
from tagger.entities import Detection, PhotoId
from tagger.errors import BackendRefused, PhotoRefused, ServiceFault
from tagger.recognition.backend import Recognition

ADDONS: Mapping[str, str] = {
    "recognise": "aws_rekognition_detect_labels",
    "moderation": "aws_rekognition_detect_moderation_labels",
    "virus_scan": "uc_clamav_virus_scan",
    "remove_bg": "remove_bg",
}
_UNREADABLE = "The result of Uploadcare is not what was expected."
_HASH = re.compile(r"[0-9a-fA-F]{16}")


class SwitchedOff(BackendRefused):
    """The project does not recognise anything; the upload was in vain."""


def of_version_06(photo_id: PhotoId, info: Mapping[str, Any]) -> Recognition | None:
    """From ``rekognition_info``: null while the service still works, {} where it found nothing, else name -> 0..1.

    Raises:
        PhotoRefused: it is no picture to the service, so that it would say null for ever.
        SwitchedOff: there is no ``rekognition_info``.
        ServiceFault: it cannot be read.
    """
    found = info.get("rekognition_info")
    if isinstance(found, dict):
        named = [(text(name), share(confidence)) for name, confidence in found.items()]
        detections = tuple(Detection(name, sure) for name, sure in named if name and sure is not None)
        known = facts("image_info", info.get("image_info")) | facts("video_info", info.get("video_info"))
        return Recognition(photo_id, detections, "Uploadcare 0.6 rekognition_info", known)
    if info.get("is_ready") is True:
        if info.get("is_image") is False:
            raise PhotoRefused("Uploadcare does not take it for a picture.")
        if "rekognition_info" not in info:
            raise SwitchedOff(
                "Object recognition is not switched on for this project of Uploadcare.",
                "Have it switched on by the service, or set api_version to 0.7.",
            )
    if found is not None:
        raise ServiceFault(_UNREADABLE)
    return None


def of_version_07(photo_id: PhotoId, operation: str, info: Mapping[str, Any]) -> Recognition | None:
    """From ``appdata``, where each add-on puts its result; None where it is not there yet.

    Raises:
        ServiceFault: it cannot be read.
    """
    given = mapping(info.get("appdata")).get(ADDONS[operation])
    if given is None:
        return None
    entry = mapping(given)
    data = mapping(entry.get("data"))
    version = (
        text(data.get("LabelModelVersion")) or text(data.get("ModerationModelVersion")) or text(entry.get("version"))
    )
    model = f"{ADDONS[operation]} {version}".strip()
    match operation:
        case "recognise" if isinstance(data.get("Labels"), list):
            known = facts("content_info", info.get("content_info"))
            return Recognition(photo_id, tuple(aws_labels.detections(data["Labels"])), model, known)
        case "moderation" if isinstance(data.get("ModerationLabels"), list):
            told = {"moderation": aws_labels.moderation(data["ModerationLabels"])}
        case "virus_scan" if isinstance(data.get("infected"), bool):
            name = text(data.get("infected_with")) or "without a name"
            told = {"virus_scan": f"infected: {name}" if data["infected"] else "clean"}
        case "remove_bg" if text(data.get("foreground_type")):
            told = {"foreground": text(data["foreground_type"])}
        case _:
            raise ServiceFault(_UNREADABLE)
    return Recognition(photo_id, (), model, told)


def fingerprint(told: Mapping[str, Any]) -> dict[str, str]:
    """The perceptual hash of the service as a fact. It is compared only with others of its kind, never with ours."""
    value = told.get("hash")
    return {"phash": value.lower()} if isinstance(value, str) and _HASH.fullmatch(value) else {}
