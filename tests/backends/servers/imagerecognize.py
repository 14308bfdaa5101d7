"""Imagerecognize as its documentation has it: form fields, statuses inside the JSON, a quota, a cache."""

from __future__ import annotations

import io
import json
from typing import Any

from PIL import Image, UnidentifiedImageError

from tests.backends.servers.wire import Reply, Request, Server

KEY = "f00dcafe-apikey-1234"
OBJECTS: dict[str, list[dict[str, Any]]] = {
    "objects": [
        {
            "name": "Apple",
            "confidence": 86.54,
            "coordinates": [
                {"x": 0.166, "y": 0.294, "width": 0.165, "height": 0.310},
                {"x": 0.5, "y": 0.25, "width": 0.25, "height": 0.5},
            ],
        },
        {"name": "Fruit", "confidence": 61.0, "coordinates": []},
    ],
    "celebrities": [{"name": "Ada Lovelace", "confidence": 97.5}],
    "detect_faces": [
        {"name": "Face", "confidence": 99.0, "coordinates": [{"x": 0.1, "y": 0.2, "width": 0.3, "height": 0.4}]}
    ],
    "detect_text": [{"name": "LINE", "text": "MONDAY", "confidence": 99.5}],
    "nsfw": [{"name": "Suggestive", "confidence": 71.0, "coordinates": []}],
}
ERRORS = {
    300: "Invalid request, no data received",
    400: "APIkey missing",
    401: "APIkey invalid",
    402: "Quota limit reached",
    412: "Invalid file",
    413: "Image size too large",
    415: "Invalid file format",
    420: "Invalid type",
    422: "Invalid or missing parameter",
}


class Imagerecognize(Server):
    """``objects`` are the answers by type; ``quota`` falls by each; ``http_status`` False answers all with HTTP 200."""

    def __init__(self) -> None:
        super().__init__()
        self.quota = 15000
        self.objects = OBJECTS
        self.http_status = True
        self.cached: list[dict[str, Any]] = []

    def answer(self, request: Request) -> Reply:
        if request.path != "/":
            return self._refused(300)
        fields = request.form or request.query
        kind = fields.get("type")
        if "apikey" not in fields:
            return self._refused(400)
        if fields["apikey"] != KEY:
            return self._refused(401)
        if kind == "cache":
            return self._success({"error": 0, "type": "cache", "objects": self.cached, "quota": self.quota})
        if request.method != "POST" or kind not in OBJECTS:
            return self._refused(420)
        return self._recognised(request, kind)

    def _recognised(self, request: Request, kind: str) -> Reply:
        wanted = {"objects": {"max_labels", "min_confidence"}, "nsfw": {"nsfw_min_confidence"}}.get(kind, set())
        if request.form.keys() != {"apikey", "type"} | wanted:
            return self._refused(422)
        if not all(0 <= int(request.form[name]) <= 100 for name in wanted - {"max_labels"}):
            return self._refused(422)
        name, content = request.parts["file"]
        try:
            with Image.open(io.BytesIO(content)) as image:
                image.load()
        except (UnidentifiedImageError, OSError):
            return self._refused(412)
        if len(content) > 50_000_000:
            return self._refused(413)
        if self.quota <= 0:
            return self._refused(402)
        self.quota -= 1
        found = self.objects[kind][: int(request.form.get("max_labels", 100))]
        self.cached.append({"file": name, "type": kind, "objects": found})
        return self._success({"error": "0", "type": kind, "objects": found, "quota": self.quota})

    def _success(self, data: dict[str, Any]) -> Reply:
        # Not typed as JSON: the sample of the documentation parses it by itself.
        content = {"status": 200, "message": "Success", "data": data}
        return Reply(200, json.dumps(content).encode(), {"Content-Type": "text/html; charset=UTF-8"})

    def _refused(self, code: int) -> Reply:
        content = {"status": code, "status_message": ERRORS.get(code, "It failed"), "data": None}
        return Reply(code if self.http_status else 200, json.dumps(content).encode(), {"Content-Type": "text/html"})
