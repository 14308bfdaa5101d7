"""Amazon Rekognition as its documentation has it: one address, the call named in a header, requests signed."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import io
from typing import Any

from PIL import Image, UnidentifiedImageError

from tests.backends.servers.wire import Reply, Request, Server, as_json

KEY_ID, SECRET, REGION = "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI-K7MDENG-bPxRfiCYEXAMPLEKEY", "eu-central-1"
LABELS: list[Any] = [
    {
        "Name": "Dog",
        "Confidence": 90.0,
        "Instances": [
            {"BoundingBox": {"Left": 0.1, "Top": 0.2, "Width": 0.25, "Height": 0.5}, "Confidence": 88.0},
            {"BoundingBox": {"Left": -0.125, "Top": 0.5, "Width": 0.375, "Height": 0.75}, "Confidence": 80.0},
        ],
        "Parents": [{"Name": "Mammal"}, {"Name": "Animal"}],
    },
    {"Name": "Mammal", "Confidence": 90.0, "Instances": [], "Parents": [{"Name": "Animal"}]},
    {"Name": "Animal", "Confidence": 90.0, "Instances": [], "Parents": []},
]
FACE = {"BoundingBox": {"Left": 0.25, "Top": 0.25, "Width": 0.5, "Height": 0.5}, "Confidence": 99.5}


class Rekognition(Server):
    """``found`` is what each call answers; ``refuse`` an error code and message to answer with instead."""

    def __init__(self) -> None:
        super().__init__()
        self.refuse: tuple[str, str] | None = None
        self.found: dict[str, dict[str, Any]] = {
            "DetectLabels": {"LabelModelVersion": "3.0", "Labels": LABELS},
            "DetectFaces": {"FaceDetails": [FACE]},
            "DetectText": {
                "TextModelVersion": "3.0",
                "TextDetections": [
                    {"DetectedText": "but keep", "Type": "LINE", "Confidence": 96.0, "Geometry": FACE},
                    {"DetectedText": "but", "Type": "WORD", "Confidence": 96.0, "Geometry": FACE},
                ],
            },
            "DetectModerationLabels": {
                "ModerationModelVersion": "7.0",
                "ModerationLabels": [
                    {"Name": "Weapons", "ParentName": "Violence", "Confidence": 71.0, "TaxonomyLevel": 2},
                    {"Name": "Violence", "ParentName": "", "Confidence": 71.0, "TaxonomyLevel": 1},
                ],
            },
            "RecognizeCelebrities": {
                "CelebrityFaces": [
                    {"Name": "Ada Lovelace", "MatchConfidence": 98.0, "Face": FACE, "Urls": ["www.example.org/ada"]}
                ],
                "UnrecognizedFaces": [FACE],
            },
            "ListCollections": {"CollectionIds": []},
        }

    def answer(self, request: Request) -> Reply:
        service, _, call = request.headers.get("x-amz-target", "").partition(".")
        if (request.method, request.path, service) != ("POST", "/", "RekognitionService") or call not in self.found:
            return refused("UnknownOperationException", "")
        if not signed(request):
            return refused("UnrecognizedClientException", "The security token included in the request is invalid.")
        if self.refuse:
            return refused(*self.refuse)
        return self._picture_refused(request, call) or as_json(200, self.found[call])

    def _picture_refused(self, request: Request, call: str) -> Reply | None:
        if call == "ListCollections":
            return None
        try:
            content = base64.b64decode(request.json()["Image"]["Bytes"], validate=True)
            size = Image.open(io.BytesIO(content)).size
        except (KeyError, binascii.Error, UnidentifiedImageError):
            return refused("InvalidImageFormatException", "Request has invalid image format")
        if len(content) > 5 << 20:
            return refused("ImageTooLargeException", "Image size is too large")
        if min(size) < 80 or max(size) > 10_000:
            return refused("InvalidParameterException", "Request has invalid parameters")
        return None


def refused(code: str, message: str, status: int = 400) -> Reply:
    return as_json(status, {"__type": f"com.amazonaws.rekognition#{code}", "message": message})


def signed(request: Request) -> bool:
    """Whether the signature is right, computed anew as the documentation of Signature Version 4 describes it."""
    scheme, _, told = request.headers.get("authorization", "").partition(" ")
    fields = dict(part.strip().split("=", 1) for part in told.split(",") if "=" in part)
    key_id, _, scope = fields.get("Credential", "").partition("/")
    names = fields.get("SignedHeaders", "").split(";")
    if scheme != "AWS4-HMAC-SHA256" or key_id != KEY_ID or not {"host", "x-amz-date", "x-amz-target"} <= {*names}:
        return False
    headers = "".join(f"{name}:{request.headers[name]}\n" for name in names)
    payload = hashlib.sha256(request.body).hexdigest()
    canonical = "\n".join((request.method, request.path, "", headers, ";".join(names), payload))
    stamp = request.headers["x-amz-date"]
    if scope != f"{stamp[:8]}/{REGION}/rekognition/aws4_request":
        return False
    text = "\n".join((scheme, stamp, scope, hashlib.sha256(canonical.encode()).hexdigest()))
    secret = f"AWS4{SECRET}".encode()
    for step in (*scope.split("/"), text):
        secret = hmac.new(secret, step.encode(), hashlib.sha256).digest()
    return hmac.compare_digest(secret.hex(), fields.get("Signature", ""))
