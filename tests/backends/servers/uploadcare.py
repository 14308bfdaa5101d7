"""Uploadcare as its documentation has it: upload, REST (0.6 and 0.7) and CDN on one port, both authentications."""

from __future__ import annotations

import hashlib
import hmac
import io
import json
import uuid
from dataclasses import dataclass, field
from typing import Any

from PIL import Image, UnidentifiedImageError

from tests.backends.servers.wire import Reply, Request, Server, as_json

PUBLIC, SECRET = "public-0123456789", "secret-9876543210"
# The samples of the documentation.
INFO_06 = {"Building": 0.63291, "House": 0.63291, "Outdoors": 0.55667, "High Rise": 0.81656}
LABELS = [
    {"Confidence": 93.41645812988281, "Instances": [], "Name": "Home Decor", "Parents": []},
    {"Confidence": 70.75951385498047, "Instances": [], "Name": "Linen", "Parents": [{"Name": "Home Decor"}]},
    {"Confidence": 64.7123794555664, "Instances": [], "Name": "Sunlight", "Parents": []},
    {"Confidence": 56.264793395996094, "Instances": [], "Name": "Flare", "Parents": [{"Name": "Light"}]},
    {
        "Confidence": 90.0,
        "Name": "Dog",
        "Instances": [
            {"BoundingBox": {"Left": 0.1, "Top": 0.2, "Width": 0.25, "Height": 0.5}, "Confidence": 88.0},
            {"BoundingBox": {"Left": -0.125, "Top": 0.5, "Width": 0.375, "Height": 0.75}, "Confidence": 80.0},
        ],
        "Parents": [{"Name": "Mammal"}, {"Name": "Canine"}, {"Name": "Animal"}],
    },
    {"Confidence": 90.0, "Name": "Canine", "Instances": [], "Parents": [{"Name": "Animal"}, {"Name": "Mammal"}]},
    {"Confidence": 90.0, "Name": "Mammal", "Instances": [], "Parents": [{"Name": "Animal"}]},
    {"Confidence": 90.0, "Name": "Animal", "Instances": [], "Parents": []},
]
DATA: dict[str, dict[str, Any]] = {
    "aws_rekognition_detect_labels": {"LabelModelVersion": "2.0", "Labels": LABELS},
    "aws_rekognition_detect_moderation_labels": {
        "ModerationModelVersion": "6.0",
        "ModerationLabels": [
            {"Confidence": 51.0, "Name": "Violence", "ParentName": ""},
            {"Confidence": 93.4, "Name": "Suggestive", "ParentName": ""},
        ],
    },
    "uc_clamav_virus_scan": {"infected": True, "infected_with": "Win.Test.EICAR_HDB-1"},
    "remove_bg": {"foreground_type": "person"},
}
PHASH = "940f5fd09aa48ddc"


@dataclass
class Stored:
    """A file of the project."""

    id: str
    name: str
    content: bytes
    store: str
    polls: int = 0
    appdata: dict[str, Any] = field(default_factory=dict)
    asked: dict[str, str] = field(default_factory=dict)


class Uploadcare(Server):
    """``patience`` is how often a result is not ready yet; ``data`` what the add-ons find, ``info`` what 0.6 finds."""

    def __init__(self) -> None:
        super().__init__()
        self.files: dict[str, Stored] = {}
        self.removed: dict[str, Stored] = {}
        self.executions: list[str] = []
        self.patience = 1
        self.data = dict(DATA)
        self.info: Any = INFO_06
        self.is_image = True
        self.page = 2
        self.deletes = ["storage"]

    def answer(self, request: Request) -> Reply:
        parts = request.path.strip("/").split("/")
        if not request.path.endswith("/"):
            return as_json(404, {"detail": "Not found."})
        if parts == ["base"]:
            return self._upload(request)
        if parts[-1] == "json" and parts[1:2] == ["-"]:
            return self._cdn(request, parts[0])
        return self._refused(request) or self._rest(request, parts)

    def _upload(self, request: Request) -> Reply:
        assert "authorization" not in request.headers, "the secret key went to the upload interface"
        form = request.form
        if form.get("UPLOADCARE_PUB_KEY") != PUBLIC:
            return Reply(403, b"UPLOADCARE_PUB_KEY is invalid.", {"Content-Type": "text/plain"})
        if "expire" in form:
            wanted = hmac.new(SECRET.encode(), form["expire"].encode(), hashlib.sha256).hexdigest()
            if form.get("signature") != wanted:
                return Reply(403, b"Invalid signature.", {"Content-Type": "text/plain"})
        ((field_name, (name, content)),) = [(f, part) for f, part in request.parts.items() if part[0] is not None]
        stored = Stored(str(uuid.uuid4()), name or "", content, form.get("UPLOADCARE_STORE", "auto"))
        self.files[stored.id] = stored
        return as_json(200, {field_name: stored.id})

    def _cdn(self, request: Request, file_id: str) -> Reply:
        assert "authorization" not in request.headers, "a key went to the CDN"
        if file_id not in self.files:
            return Reply(404, b"File not found")
        return as_json(200, {"id": file_id, "hash": PHASH, "height": 200, "width": 320, "format": "JPEG"})

    def _refused(self, request: Request) -> Reply | None:
        version = self._version(request)
        if version not in ("0.6", "0.7"):
            return as_json(406, {"detail": "Incorrect Accept header provided. Make sure to specify API version."})
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        public, _, proof = given.partition(":")
        if public != PUBLIC:
            return as_json(401, {"detail": f"Public key {public} not found."})
        if scheme == "Uploadcare.Simple":
            return None if proof == SECRET else as_json(401, {"detail": "Secret key not found."})
        lines = (
            request.method,
            hashlib.md5(request.body, usedforsecurity=False).hexdigest(),
            request.headers.get("content-type", ""),
            request.headers.get("date", ""),
            request.target,
        )
        wanted = hmac.new(SECRET.encode(), "\n".join(lines).encode(), hashlib.sha1).hexdigest()
        if scheme == "Uploadcare" and proof == wanted:
            return None
        return as_json(401, {"detail": "Invalid signature. Please check your Secret key."})

    def _version(self, request: Request) -> str:
        return request.headers.get("accept", "").removeprefix("application/vnd.uploadcare-v").removesuffix("+json")

    def _rest(self, request: Request, parts: list[str]) -> Reply:
        match request.method, *parts:
            case "GET", "files":
                return self._list(request)
            case "GET", "files", file_id if file_id in self.files:
                stored = self.files[file_id]
                stored.polls += 1
                return as_json(200, self._told(stored, request))
            case "DELETE", "files", file_id, *rest if file_id in self.files and rest == self.deletes:
                self.removed[file_id] = self.files.pop(file_id)
                return as_json(200, {"uuid": file_id, "datetime_removed": "2026-01-01T00:00:00Z"})
            case "POST", "addons", addon, "execute" if addon in self.data:
                return self._execute(addon, request.json()["target"])
            case "GET", "addons", addon, "execute", "status":
                return self._status(addon, request.query["request_id"])
        return as_json(404, {"detail": "Not found."})

    def _list(self, request: Request) -> Reply:
        start = int(request.query.get("offset", 0))
        files = list(self.files.values())
        page = files[start : start + self.page]
        more = start + self.page < len(files)
        fields = "&".join(
            f"{name}={request.query[name]}" for name in ("add_fields", "include") if name in request.query
        )
        # As behind a proxy that does not know its own name: the address is of no use, only what follows the mark is.
        following = f"https://elsewhere.example/files/?{fields}&offset={start + self.page}"
        content = {"next": following if more else None, "previous": None, "total": len(files), "per_page": self.page}
        return as_json(200, content | {"results": [self._told(stored, request) for stored in page]})

    def _execute(self, addon: str, target: str) -> Reply:
        if target not in self.files:
            return as_json(404, {"detail": "Not found."})
        stored = self.files[target]
        if addon in stored.asked and addon not in stored.appdata:
            return as_json(409, {"detail": "Concurrent call attempted"})
        self.executions.append(target)
        stored.asked[addon] = str(uuid.uuid4())
        stored.polls = 0
        if self.patience == 0:
            self._finish(stored, addon)
        return as_json(200, {"request_id": stored.asked[addon]})

    def _status(self, addon: str, request_id: str) -> Reply:
        for stored in self.files.values():
            if stored.asked.get(addon) == request_id:
                stored.polls += 1
                if stored.polls <= self.patience:
                    return as_json(200, {"status": "in_progress"})
                self._finish(stored, addon)
                return as_json(200, {"status": "done"} | ({"result": {}} if addon == "remove_bg" else {}))
        return as_json(200, {"status": "unknown"})

    def _finish(self, stored: Stored, addon: str) -> None:
        stamp = "2021-09-21T11:25:31.259763Z"
        entry = {
            "data": self.data[addon],
            "version": "2016-06-27",
            "datetime_created": stamp,
            "datetime_updated": stamp,
        }
        stored.appdata[addon] = entry

    def _told(self, stored: Stored, request: Request) -> dict[str, Any]:
        told: dict[str, Any] = {
            "datetime_removed": None,
            "is_image": self.is_image,
            "is_ready": True,
            "mime_type": "image/jpeg",
            "original_filename": stored.name,
            "size": len(stored.content),
            "uuid": stored.id,
        }
        try:
            with Image.open(io.BytesIO(stored.content)) as image:
                known = {"format": image.format, "width": image.width, "height": image.height, "geo_location": None}
        except UnidentifiedImageError:
            known = {}
        if self._version(request) == "0.6":
            told |= {"image_info": known, "video_info": None}
            if request.query.get("add_fields") == "rekognition_info":
                told["rekognition_info"] = self.info if stored.polls > self.patience else None
            return told
        told["content_info"] = {"mime": {"mime": "image/jpeg"}, "image": known}
        # An add-on goes on by itself, whether anybody asks for its status or not.
        if stored.polls > self.patience:
            for addon in stored.asked.keys() - stored.appdata.keys():
                self._finish(stored, addon)
        return told | ({"appdata": json.loads(json.dumps(stored.appdata))} if request.query.get("include") else {})
