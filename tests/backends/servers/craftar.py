"""CraftAR as its documentation has it: a token in the form, results best first, codes for errors."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, UnidentifiedImageError

from tests.backends.servers.wire import Reply, Request, Server, as_json

TOKEN = "afe34dbe14890fac"
STATUSES = {"TOKEN_MISSING": 401, "TOKEN_WRONG": 400, "TOKEN_INVALID": 403, "SCAN_QUOTA_EXCEEDED": 403}
CUSTOM = '{"price": "12.50", "colour": "rot"}'


def thumbnail() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (120, 120), (10, 200, 30)).save(buffer, "JPEG")
    return buffer.getvalue()


def refusal(code: str) -> Reply:
    return as_json(STATUSES.get(code, 400), {"error": {"code": code, "message": "Words that may change"}})


class Craftar(Server):
    """``results`` may be changed; ``refuse`` names the code of an error to answer with."""

    def __init__(self) -> None:
        super().__init__()
        self.refuse = ""
        self.results: list[dict[str, Any]] = []
        self.custom_host = ""

    def __enter__(self) -> Craftar:
        super().__enter__()
        host = self.custom_host or self.url
        self.results = [
            {
                "item": {
                    "uuid": "4fe672886ec142f6ab6d72d54acf046f",
                    "name": "Green tea",
                    "url": "https://shop.example/tea",
                    "custom": f"{host}custom/tea.json?v=1",
                    "tracking": "marker-7",
                    "content": {"kind": "video"},
                },
                "image": {"uuid": "2c3a5ba2", "thumb_120": f"{host}thumbs/tea.jpg"},
                "score": 100,
                "bbox": [[0.56, 0.31], [0.73, 0.16], [0.87, 0.51], [1.04, 0.36]],
            },
            {"item": {"uuid": "b2", "name": "Oolong"}, "image": {"uuid": "9"}, "score": 25},
        ]
        return self

    def answer(self, request: Request) -> Reply:
        if request.path.startswith("/custom/"):
            return Reply(200, CUSTOM.encode(), {"Content-Type": "application/json"})
        if request.path.startswith("/thumbs/"):
            return Reply(200, thumbnail(), {"Content-Type": "image/jpeg"})
        form = request.form
        if request.method != "POST" or request.path not in ("/search", "/timestamp"):
            return Reply(404, b"Not found")
        if "token" not in form:
            return refusal("TOKEN_MISSING")
        if len(form["token"]) != 16:
            return refusal("TOKEN_WRONG")
        if form["token"] != TOKEN:
            return refusal("TOKEN_INVALID")
        if self.refuse:
            return refusal(self.refuse)
        return as_json(200, {"timestamp": "1347991533.91"}) if request.path == "/timestamp" else self._search(request)

    def _search(self, request: Request) -> Reply:
        _name, content = request.parts.get("image", (None, b""))
        if not content:
            return refusal("IMAGE_MISSING")
        try:
            with Image.open(io.BytesIO(content)) as image:
                image.load()
        except (UnidentifiedImageError, OSError):
            return refusal("IMAGE_NOT_LOADED")
        results = [dict(result) if isinstance(result, dict) else result for result in self.results]
        for result in results:
            if not isinstance(result, dict) or not isinstance(result.get("item"), dict):
                continue
            if request.form.get("bboxes", "false") != "true":
                result.pop("bbox", None)
            if request.form.get("embed_custom", "false") == "true" and "custom" in result["item"]:
                result["item"] = result["item"] | {"custom": CUSTOM}
        return as_json(200, {"results": results})
