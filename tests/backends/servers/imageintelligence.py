"""Image Intelligence as its documentation has it: tokens, jobs that take their time, identities in namespaces."""

from __future__ import annotations

import base64
import binascii
import io
import time
import uuid
from dataclasses import dataclass, field
from typing import Any

from PIL import Image, UnidentifiedImageError

from tests.backends.servers.wire import Reply, Request, Server, as_json

CLIENT_ID, CLIENT_SECRET = "client-0123456789", "secret-9876543210-niro"
NAMESPACE = "family"
ADA = "81e45841-4996-433d-9138-3383214176d1"
# The objects of the documentation's sample.
OBJECTS: list[dict[str, Any]] = [
    {
        "confidence": 0.410791,
        "boundingBox": {"xMin": 0.23873, "yMin": 0.23873, "xMax": 0.75087, "yMax": 0.96537},
        "createdAt": 1534481491910,
    },
    {
        "identityId": ADA,
        "confidence": 0.05628731,
        "boundingBox": {"xMin": 0.23873, "yMin": 0.23873, "xMax": 0.75087, "yMax": 0.96537},
        "createdAt": 1534481491901,
    },
]
CLASSES: list[dict[str, Any]] = [
    {"class": "person", "confidence": 0.9971387386, "verdict": True},
    {"class": "car", "confidence": 0.02, "verdict": False},
]
DONE, PARTLY, NOTHING, WORKING = (
    "COMPLETED_SUCCESSFULLY",
    "COMPLETED_PARTIAL_ERROR",
    "COMPLETED_ALL_ERROR",
    "IN_PROGRESS",
)


@dataclass
class Job:
    """A job that was sent; ``images`` are as the answer has them."""

    id: str
    kind: str
    namespace: str
    sent: dict[str, Any]
    images: list[dict[str, Any]] = field(default_factory=list)
    polls: int = 0


class ImageIntelligence(Server):
    """The service.

    Attributes:
        objects, classes: What it finds in each image.
        identities: Id -> name, of the namespace.
        patience: How often a job is still in progress when asked for.
        status: Of a job that is done.
        image: Makes the answer for one image something else; None leaves the image out.
        most_bytes: Of a request; larger ones are refused with 413.
        token_ms: How long a token lasts.
        style: Which form of address it knows.
        searches: It can be asked for jobs by the ids they were sent under.
    """

    def __init__(self) -> None:
        super().__init__()
        self.objects: list[Any] = list(OBJECTS)
        self.classes: list[Any] = list(CLASSES)
        self.identities: dict[str, Any] = {ADA: "Ada Lovelace"}
        self.patience = 1
        self.status: Any = DONE
        self.image: Any = lambda image, _number: image
        self.most_bytes = 1 << 30
        self.token_ms = 86_400_000
        self.style = "path"
        self.searches = True
        self.tokens: set[str] = set()
        self.issued: list[str] = []
        self.jobs: dict[str, Job] = {}

    def answer(self, request: Request) -> Reply:
        if request.path == "/oauth/token":
            return self._token(request)
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme != "Bearer" or token not in self.tokens:
            return problem(401, "Unauthorized")
        if len(request.body) > self.most_bytes:
            return problem(413, "Payload content length greater than maximum allowed")
        parts = request.path.strip("/").split("/")
        namespace = request.query.get("namespace", "")
        match request.method, *parts:
            case "POST", "recognize", named if self.style == "path":
                return self._create(request, "recognize", named)
            case "POST", "recognize" if self.style == "query" and namespace:
                return self._create(request, "recognize", namespace)
            case "POST", "recognition", "recognize", named if self.style == "recognition":
                return self._create(request, "recognize", named)
            case "POST", "detect":
                return self._create(request, "detect", "")
            case "GET", "recognize", job_id if self.style != "recognition":
                return self._job(job_id, namespace)
            case "GET", "recognition", "recognize", named, job_id if self.style == "recognition":
                return self._job(job_id, named)
            case "POST", "recognition", "recognize", named, "search" if self.searches:
                wanted = request.json()["customIds"]
                found = [job for job in self.jobs.values() if job.sent["customId"] in wanted and job.namespace == named]
                return as_json(200, {"total": len(found), "results": [self._told(job).json() for job in found]})
            case "GET", "detect" if self.searches:
                wanted = request.query["customId"]
                found = [job for job in self.jobs.values() if job.sent["customId"] == wanted and job.kind == "detect"]
                return as_json(200, [self._told(job).json() for job in found])
            case "GET", "detect", job_id:
                return self._job(job_id, "")
            case "GET", "recognition", "identities", _, identity if identity in self.identities:
                return as_json(200, {"id": identity, "customId": self.identities[identity], "images": []})
            case "POST", "recognition", "identities", named:
                return self._learn(request, named)
        return problem(404, "Not Found")

    def _token(self, request: Request) -> Reply:
        if request.json() != {"clientId": CLIENT_ID, "clientSecret": CLIENT_SECRET}:
            return problem(401, "Unauthorized")
        token = f"eyJ-access-{uuid.uuid4().hex}"
        self.tokens.add(token)
        self.issued.append(token)
        now = int(time.time() * 1000)
        told = {"accessToken": token, "issuedAt": now, "expiresAt": now + self.token_ms, "orgName": "O", "scope": "all"}
        return as_json(200, told)

    def _create(self, request: Request, kind: str, namespace: str) -> Reply:
        sent = request.json()
        images = sent.get("images")
        longest = (("customId", 64), ("feedId", 64), ("webhookUrl", 2048))
        if not images or len(images) > 64 or any(len(sent.get(name, "")) > most for name, most in longest):
            return problem(400, "Bad Request")
        if kind == "detect" and not sent.get("classes"):
            return problem(400, "Bad Request")
        job = Job(str(uuid.uuid4()), kind, namespace, sent)
        for number, image in enumerate(images):
            if (
                len(image.get("url", "")) > 512
                or len(image["customId"]) > 64
                or len({"url", "blob"} & image.keys()) != 1
            ):
                return problem(400, "Bad Request")
            told = self.image(self._looked_at(image, kind), number)
            job.images += [] if told is None else [told]
        job.images.reverse()  # an answer is to be read by customId
        self.jobs[job.id] = job
        return self._told(job)

    def _looked_at(self, image: dict[str, Any], kind: str) -> dict[str, Any]:
        url = image.get("url") or f"https://images.example.com/{uuid.uuid4().hex}.jpg"
        told = {"id": str(uuid.uuid4()), "url": url, "customId": image["customId"]}
        if "blob" in image:
            try:
                with Image.open(io.BytesIO(base64.b64decode(image["blob"], validate=True))) as picture:
                    picture.load()
            except (UnidentifiedImageError, OSError, binascii.Error):
                return told | {"objects": [], "status": "INVALID_IMAGE_FORMAT_ERROR"}
        return told | {"objects": self.classes if kind == "detect" else self.objects}

    def _job(self, job_id: str, namespace: str) -> Reply:
        job = self.jobs.get(job_id)
        if job is None or job.namespace != namespace:
            return problem(404, "Not Found")
        job.polls += 1
        return self._told(job)

    def _told(self, job: Job) -> Reply:
        content = {name: value for name, value in job.sent.items() if name in ("customId", "feedId", "webhookUrl")}
        content |= {"id": job.id, "createdAt": 1487648348000, "status": WORKING}
        results = "imageResults" if job.kind == "detect" else "images"
        if job.polls < self.patience:
            return as_json(200, content | {results: []})
        return as_json(200, content | {"status": self.status, results: job.images})

    def _learn(self, request: Request, namespace: str) -> Reply:
        sent = request.json()
        known = {image["id"] for job in self.jobs.values() if job.namespace == namespace for image in job.images}
        if not sent.get("imageIds") or not set(sent["imageIds"]) <= known:
            return problem(400, "Bad Request")
        identity = str(uuid.uuid4())
        self.identities[identity] = sent["customId"]
        self.objects = [self.objects[0] | {"identityId": identity}]
        return as_json(200, {"id": identity, "customId": sent["customId"], "namespace": namespace})


def problem(status: int, what: str) -> Reply:
    return as_json(status, {"statusCode": status, "error": what, "message": f"{what}!"})
