"""Google Cloud Vision as its discovery document has it: a key in a header, a response for each request in order."""

from __future__ import annotations

import base64
import io
from typing import Any

from PIL import Image, UnidentifiedImageError

from tests.backends.servers.wire import Reply, Request, Server, as_json

KEY = "AIzaSyTESTTESTTESTTESTTESTTEST1234567"
ANNOTATIONS: dict[str, dict[str, Any]] = {
    "LABEL_DETECTION": {
        "labelAnnotations": [
            {"mid": "/m/0bt9lr", "description": "Dog", "score": 0.97, "topicality": 0.97},
            {"mid": "/m/01c4rd", "description": "Beak", "score": 0.61, "topicality": 0.2},
        ]
    },
    "OBJECT_LOCALIZATION": {
        "localizedObjectAnnotations": [
            # proto3 leaves out what is zero: the first corner is at the top left of the photo.
            {
                "mid": "/m/0199g",
                "name": "Bicycle",
                "score": 0.89,
                "boundingPoly": {"normalizedVertices": [{}, {"x": 0.5}, {"x": 0.5, "y": 0.25}, {"y": 0.25}]},
            }
        ]
    },
    "FACE_DETECTION": {
        "faceAnnotations": [
            {
                "boundingPoly": {"vertices": [{"y": 20}, {"x": 32, "y": 20}, {"x": 32, "y": 60}, {"y": 60}]},
                "detectionConfidence": 0.92,
                "joyLikelihood": "VERY_LIKELY",
                "angerLikelihood": "VERY_UNLIKELY",
            }
        ]
    },
    "TEXT_DETECTION": {
        "textAnnotations": [
            {"locale": "en", "description": "OPEN\nnow", "boundingPoly": {"vertices": [{}, {}, {}, {}]}},
            {
                "description": "OPEN",
                "boundingPoly": {"vertices": [{"x": 32}, {"x": 64}, {"x": 64, "y": 20}, {"x": 32, "y": 20}]},
            },
            {"description": "now"},
        ]
    },
    "SAFE_SEARCH_DETECTION": {
        "safeSearchAnnotation": {"adult": "VERY_UNLIKELY", "violence": "POSSIBLE", "racy": "UNKNOWN"}
    },
}


def refusal(code: int, status: str, message: str, reason: str = "") -> Reply:
    details = [{"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": reason}] if reason else []
    return as_json(code, {"error": {"code": code, "message": message, "status": status, "details": details}})


class GoogleVision(Server):
    """``annotations`` may be changed; ``problems`` names errors of single photos by their place in a call."""

    def __init__(self) -> None:
        super().__init__()
        self.annotations = dict(ANNOTATIONS)
        self.problems: dict[int, dict[str, Any]] = {}

    def answer(self, request: Request) -> Reply:
        if request.method != "POST" or request.path != "/images:annotate":
            return Reply(404, b"<html>Not Found</html>")
        if request.headers.get("x-goog-api-key") != KEY or "key" in request.query:
            return refusal(
                400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.", "API_KEY_INVALID"
            )
        asked = request.json()["requests"]
        if not 0 < len(asked) <= 16:
            return refusal(400, "INVALID_ARGUMENT", "The number of images per request must be 1 to 16.")
        return as_json(200, {"responses": [self._response(i, one) for i, one in enumerate(asked)]})

    def _response(self, place: int, asked: dict[str, Any]) -> dict[str, Any]:
        try:
            with Image.open(io.BytesIO(base64.b64decode(asked["image"]["content"]))) as image:
                image.load()
        except (UnidentifiedImageError, OSError):
            return {"error": {"code": 3, "message": "Bad image data."}}
        if place in self.problems and not self.problems[place].get("beside"):
            return {"error": self.problems[place]}
        found: dict[str, Any] = {"error": self.problems[place]} if place in self.problems else {}
        for feature in asked["features"]:
            found |= self.annotations[feature["type"]]
        return found
