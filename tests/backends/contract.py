"""What every backend over HTTP is held to: the subjects, and a desk where the whole queue works on one of them.

A new backend adds a `Subject` to `SUBJECTS`, and all of test_contract.py is asked of it.
"""

from __future__ import annotations

import asyncio
import atexit
import dataclasses
import functools
import shutil
import ssl
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image

from tagger.backends import answers, http
from tagger.backends.imageintelligence import backend as imageintelligence_backend
from tagger.backends.uploadcare import backend as uploadcare_backend
from tagger.changes import Changes
from tagger.progress import Control
from tagger.recognition import dispatcher, lane, outcomes, pace
from tagger.recognition.dispatcher import Dispatcher, RecognitionSummary
from tagger.recognition.registry import Registry, variable_of
from tagger.settings import Settings
from tagger.store import Store, jobs, sends
from tests.backends.servers import (
    craftar,
    google_vision,
    imageintelligence,
    imagerecognize,
    open_inference,
    openai_compatible,
    rekognition,
    uploadcare,
)
from tests.backends.servers.wire import Request, Server
from tests.recognition.services import add_photos

NAME = "mine"


@dataclass(frozen=True)
class Subject:
    """A backend under test.

    Attributes:
        type: Of the backend.
        server: Makes the local stand-in of its service.
        secrets: That the stand-in takes.
        carries: Whether a request carries a photo.
        labels: That the stand-in finds in each photo.
        hostile: Makes the stand-in answer with what no service should.
        options: As the user would set them.
        asks: Whether a request asks for a result that is paid already; None where there is no such request.
        names: The names that the photos of a request go by; None where they travel without any.
        needs: A package of an extra; without it the subject is skipped.
    """

    id: str
    type: str
    server: Callable[[], Any]
    secrets: dict[str, str]
    carries: Callable[[Request], bool]
    labels: set[str]
    hostile: Callable[[Any], None]
    options: dict[str, str] = field(default_factory=dict)
    asks: Callable[[Request], bool] | None = None
    names: Callable[[Request], set[str]] | None = lambda request: {name for name, _ in request.parts.values() if name}
    needs: str = ""


EVIL = ["", "\x00", "A\nB\u202e", "x" * 100_000, "<b>bold</b>", "'; DROP TABLE photos; --", "|", "a|b", "\ud800"]
WRONG = [None, True, "much", [], {}, -1e400, 1e308, -5, "0.5", float("nan")]


def _hostile_imagerecognize(server: imagerecognize.Imagerecognize) -> None:
    found: list[Any] = [{"name": name, "confidence": 50} for name in EVIL]
    found += [{"name": "odd", "confidence": value} for value in WRONG]
    sides = ("x", "y", "width", "height")
    found += [
        {"name": "boxed", "confidence": 60, "coordinates": [dict.fromkeys(sides, value), value]} for value in WRONG
    ]
    server.objects = server.objects | {"objects": [*found, None, "text", 7, []]}


def _hostile_uploadcare(server: uploadcare.Uploadcare) -> None:
    found: list[Any] = [{"Name": name, "Confidence": 50} for name in EVIL]
    found += [{"Name": "odd", "Confidence": value} for value in WRONG]
    sides = ("Left", "Top", "Width", "Height")
    found += [
        {
            "Name": "boxed",
            "Confidence": 60,
            "Parents": [{"Name": "boxed"}, {"Name": name}, name],
            "Instances": [{"BoundingBox": dict.fromkeys(sides, value)}, {"BoundingBox": value}, value],
        }
        for name, value in zip(EVIL, WRONG, strict=False)
    ]
    server.data = server.data | {"aws_rekognition_detect_labels": {"Labels": [*found, None, "text", 7, []]}}


def _hostile_uploadcare_06(server: uploadcare.Uploadcare) -> None:
    server.info = dict.fromkeys(EVIL, 0.5) | {f"odd {i}": value for i, value in enumerate(WRONG)}


def _hostile_craftar(server: craftar.Craftar) -> None:
    found: list[Any] = [{"item": {"name": name, "custom": name, "url": name}, "score": 50} for name in EVIL]
    found += [{"item": {"name": "odd", "custom": value, "content": value}, "score": value} for value in WRONG]
    found += [
        {"item": {"name": "boxed"}, "image": {"thumb_120": value}, "score": 60, "bbox": [[value, value]] * 4}
        for value in WRONG
    ]
    found += [{"item": value, "score": 50} for value in WRONG]
    server.results = [*found, None, "text", 7, []]


def _hostile_imageintelligence(server: imageintelligence.ImageIntelligence) -> None:
    corners = ("xMin", "yMin", "xMax", "yMax")
    server.identities |= {f"evil-{i}": name for i, name in enumerate(EVIL)}
    found: list[Any] = [{"identityId": f"evil-{i}", "confidence": 0.5} for i, _ in enumerate(EVIL)]
    found += [{"identityId": name, "confidence": 0.5} for name in [*EVIL, "../../oauth/token", "..", *WRONG]]
    found += [{"confidence": value} for value in WRONG]
    found += [{"confidence": 0.6, "boundingBox": dict.fromkeys(corners, value)} for value in WRONG]
    found += [{"confidence": 0.6, "boundingBox": value} for value in WRONG]
    server.objects = [*found, None, "text", 7, []]


def _hostile_google_vision(server: google_vision.GoogleVision) -> None:
    found: list[Any] = [{"description": name, "name": name, "score": 0.5} for name in EVIL]
    found += [{"description": "odd", "name": "odd", "score": value, "detectionConfidence": value} for value in WRONG]
    polygons: list[Any] = [{kind: [{"x": value, "y": value}, {}, value]} for value in WRONG for kind in _VERTICES]
    found += [{"description": "b", "name": "b", "score": 0.6, "boundingPoly": value} for value in [*polygons, *WRONG]]
    parts = ("labelAnnotations", "localizedObjectAnnotations", "faceAnnotations", "textAnnotations")
    server.annotations["LABEL_DETECTION"] = {part: [*found, None, "text", 7, []] for part in parts}
    server.annotations["OBJECT_LOCALIZATION"] = {"safeSearchAnnotation": dict(zip(EVIL, WRONG, strict=False))}


def _hostile_openai_compatible(server: openai_compatible.OpenAICompatible) -> None:
    server.choice = openai_compatible.listed([*EVIL, *WRONG[:4], *({"name": name} for name in EVIL)])


def _hostile_open_inference(server: open_inference.OpenInference) -> None:
    for name, array in server.canned.items():
        server.canned[name] = array + 1
        server.canned[name].flat[:4] = [float("nan"), float("inf"), -5, 1e308]


def _hostile_rekognition(server: rekognition.Rekognition) -> None:
    found: list[Any] = [{"Name": name, "Confidence": 50} for name in EVIL]
    found += [{"Name": "odd", "Confidence": value, "Instances": value, "Parents": value} for value in WRONG]
    sides = ("Left", "Top", "Width", "Height")
    boxes = [{"BoundingBox": dict.fromkeys(sides, value)} for value in WRONG]
    found += [{"Name": "boxed", "Confidence": 60, "Instances": [box, None], "Parents": EVIL} for box in boxes]
    server.found["DetectLabels"] = {"LabelModelVersion": EVIL[2], "Labels": [*found, None, "text", 7, []]}


_VERTICES = ("vertices", "normalizedVertices")
_UPLOADCARE_KEYS = {"public_key": uploadcare.PUBLIC, "secret_key": uploadcare.SECRET}
SUBJECTS = (
    Subject(
        "craftar",
        "craftar",
        craftar.Craftar,
        {"token": craftar.TOKEN},
        carries=lambda request: request.path == "/search",
        labels={"Green tea", "Oolong"},
        hostile=_hostile_craftar,
    ),
    Subject(
        "google_vision",
        "google_vision",
        google_vision.GoogleVision,
        {"key": google_vision.KEY},
        carries=lambda request: request.path == "/images:annotate",
        labels={"Dog", "Beak", "Bicycle"},
        hostile=_hostile_google_vision,
        options={"batch_size": "1"},
        names=None,
    ),
    Subject(
        "imageintelligence",
        "imageintelligence",
        imageintelligence.ImageIntelligence,
        {"client_id": imageintelligence.CLIENT_ID, "client_secret": imageintelligence.CLIENT_SECRET},
        carries=lambda request: request.method == "POST" and request.path.startswith("/recognize"),
        labels={"unknown", "Ada Lovelace"},
        hostile=_hostile_imageintelligence,
        # The cases count photos by requests; jobs of many photos have cases of their own.
        options={"namespace": imageintelligence.NAMESPACE, "batch_size": "1"},
        asks=lambda request: request.method == "GET" and request.path.startswith("/recognize"),
        names=lambda request: {f"{image['customId']}.jpg" for image in request.json()["images"]},
    ),
    Subject(
        "imagerecognize",
        "imagerecognize",
        imagerecognize.Imagerecognize,
        {"apikey": imagerecognize.KEY},
        carries=lambda request: "file" in request.parts,
        labels={"Apple", "Fruit"},
        hostile=_hostile_imagerecognize,
    ),
    Subject(
        "open_inference",
        "open_inference",
        open_inference.OpenInference,
        {"key": open_inference.KEY},
        # Of the three calls for a photo the first.
        carries=lambda request: request.path == "/v2/models/nanodet_g_416/infer",
        labels={"person"},
        hostile=_hostile_open_inference,
        names=None,
    ),
    Subject(
        "openai_compatible",
        "openai_compatible",
        openai_compatible.OpenAICompatible,
        {"key": openai_compatible.KEY},
        carries=lambda request: request.path == "/chat/completions",
        labels={"Dog", "Beach"},
        hostile=_hostile_openai_compatible,
        options={"model": openai_compatible.MODEL},
        names=None,
    ),
    Subject(
        "rekognition",
        "rekognition",
        rekognition.Rekognition,
        {"access_key_id": rekognition.KEY_ID, "secret_access_key": rekognition.SECRET},
        carries=lambda request: request.headers.get("x-amz-target", "").endswith(".DetectLabels"),
        labels={"Dog", "Mammal", "Animal"},
        hostile=_hostile_rekognition,
        options={"region": rekognition.REGION},
        names=None,
        needs="botocore",
    ),
    Subject(
        "uploadcare-0.7",
        "uploadcare",
        uploadcare.Uploadcare,
        _UPLOADCARE_KEYS,
        carries=lambda request: request.path == "/base/",
        labels={"Home Decor", "Linen", "Sunlight", "Flare", "Dog", "Canine", "Mammal", "Animal"},
        hostile=_hostile_uploadcare,
        asks=lambda request: request.path.endswith("/status/"),
    ),
    Subject(
        "uploadcare-0.6-signed",
        "uploadcare",
        uploadcare.Uploadcare,
        _UPLOADCARE_KEYS,
        carries=lambda request: request.path == "/base/",
        labels=set(uploadcare.INFO_06),
        hostile=_hostile_uploadcare_06,
        options={"api_version": "0.6", "auth": "signed"},
        asks=lambda request: "add_fields" in request.query,
    ),
)


@functools.cache
def _empty_library() -> Path:
    """Made once: what every new library goes through takes longer than most cases."""
    folder = Path(tempfile.mkdtemp(prefix="tagger-contract-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    Store.open(folder / "library.tagger").close()
    return folder / "library.tagger"


class Desk:
    """A library with real photos, one backend configured for a local stand-in of its service, and the queue."""

    def __init__(self, folder: Path, subject: Subject, server: Server, photos: int, **options: str) -> None:
        self.folder, self.subject, self.server = folder, subject, server
        pictures = folder / "pictures"
        pictures.mkdir()
        for number in range(photos):
            shade = (number * 37 % 256, 90, 160)
            Image.new("RGB", (64, 48), shade).save(pictures / f"{number}.jpg", comment=b"SECRET")
        self.pictures = pictures
        shutil.copy(_empty_library(), folder / "library.tagger")
        self.store = Store.open(folder / "library.tagger")
        self.ids = self.store.write(lambda db: add_photos(db, photos, str(pictures))).result()
        self.registry = Registry(Settings.load(folder / "config.toml"))
        # What is asked of services elsewhere is asked of all; test_own_server.py has what is different on this machine.
        self.registry._types[subject.type] = dataclasses.replace(self.registry.types()[subject.type], own_server="")
        self.registry.add(NAME, subject.type, server.url, {"timeout_s": "1", **subject.options, **options})
        server.faulty = subject.carries
        self.queue()

    def queue(self, **more: bool) -> int:
        operations = self.registry.operations(NAME)
        return sum(
            self.store.write(lambda db, o=operation: jobs.enqueue(db, NAME, o, self.ids, **more)).result()
            for operation in operations
        )

    async def work(self, *, patience_s: float | None = 1.0, control: Control | None = None) -> RecognitionSummary:
        queue = Dispatcher(self.store, self.registry, Changes(), patience_s=patience_s)
        return await queue.run([NAME], control=control)

    @property
    def carried(self) -> list[Request]:
        """The requests that carried a photo, as far as they arrived whole."""
        return [request for request in self.server.requests if self.subject.carries(request)]

    def states(self) -> dict[str, int]:
        return self.store.read(jobs.counts).get(NAME, {})

    def statuses(self) -> list[str]:
        return [send.status for send in self.store.read(lambda db: list(sends.sends(db)))]

    def labels(self) -> set[str]:
        return {name for (name,) in self.rows("SELECT DISTINCT name FROM labels")}

    def rows(self, sql: str, *params: object) -> list[Any]:
        return self.store.read(lambda db: db.conn.execute(sql, params).fetchall())

    def written(self) -> bytes:
        """Everything the program wrote."""
        return b"".join(
            path.read_bytes() for path in self.folder.rglob("*") if path.is_file() and path.suffix != ".jpg"
        )


@contextmanager
def no_server() -> Iterator[Sequence[int]]:
    """A port where nobody listens."""
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield [taken.getsockname()[1]]


LONGEST_PATIENCE_S = 0.3
"""A service can ask for a second at least; here it gets this, which is more than it gets if it asks for none."""


def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make all waits short that nobody but the program itself chose, and look for no plug-ins."""
    monkeypatch.setenv("TAGGER_PLUGINS", "0")
    for module, name, seconds in (
        (lane, "IDLE_S", 0.02),
        (lane, "POLL_FIRST_S", 0.02),
        (dispatcher, "WATCH_S", 0.02),
        (dispatcher, "TELL_S", 0.02),
        (pace, "FIRST_REST_S", 0.005),
        (answers, "RETRY_AFTER_S", 0.05),
        (answers, "AGAIN_AFTER_S", 0.02),
        (answers, "MOST_RETRY_AFTER_S", LONGEST_PATIENCE_S),
        (http, "FAULT_AFTER_S", 0.005),
        (outcomes, "BETWEEN_FAULTS_S", 0.005),
        (uploadcare_backend, "DELETE_AGAIN_S", 0.02),
        (imageintelligence_backend, "SEARCH_S", 0.1),
    ):
        monkeypatch.setattr(module, name, seconds)
    # Reading all certificates takes longer than most cases, and none speaks TLS; test_http.py has those that do.
    monkeypatch.setattr(http.httpx, "AsyncClient", functools.partial(httpx.AsyncClient, verify=_trusting_nobody()))


@functools.cache
def _trusting_nobody() -> ssl.SSLContext:
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def hurry_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the longest time of a call shorter than the second that the shortest setting is."""
    begin = http.Client.__init__

    def begin_in_a_hurry(client: http.Client, service: str, *, timeout_s: float = 1.0, **more: Any) -> None:
        begin(client, service, timeout_s=timeout_s * CALL, **more)

    monkeypatch.setattr(http.Client, "__init__", begin_in_a_hurry)


CALL = 0.5


def give_secrets(monkeypatch: pytest.MonkeyPatch, secrets: dict[str, str]) -> None:
    for name, value in secrets.items():
        monkeypatch.setenv(variable_of(NAME, name), value)


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.01)
