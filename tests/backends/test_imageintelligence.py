"""Image Intelligence over a real socket. Sentences of its documentation stand above the tests that cover them."""

from __future__ import annotations

import asyncio
import base64
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tagger.backends.imageintelligence import TYPE, chosen_operations
from tagger.backends.imageintelligence import backend as backend_module
from tagger.backends.imageintelligence.backend import ImageIntelligence
from tagger.entities import Box, LabelKind
from tagger.errors import (
    BackendRefused,
    BackendUnavailable,
    Cancelled,
    OutcomeUnknown,
    PhotoRefused,
    ServiceFault,
    UsageError,
)
from tagger.progress import Control
from tagger.recognition.backend import BackendConfig, Failure, Recognition, Submission
from tagger.store import sends
from tests.backends.contract import SUBJECTS, Desk, give_secrets, hurry, until
from tests.backends.photos import PhotoFile, photo_with_everything
from tests.backends.servers import imageintelligence as service
from tests.backends.servers.wire import Request, resets, says

KEYS = {"client_id": service.CLIENT_ID, "client_secret": service.CLIENT_SECRET}
Use = Callable[[ImageIntelligence], Any]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[service.ImageIntelligence]:
    monkeypatch.setattr(backend_module, "TRY_EVERY_S", 0.01)
    with service.ImageIntelligence() as running:
        yield running


@pytest.fixture
def photo(tmp_path: Path) -> PhotoFile:
    return photo_with_everything(tmp_path)


@pytest.fixture
def photos(tmp_path: Path) -> list[PhotoFile]:
    """Five photos of five sizes."""
    found = []
    for number in range(1, 6):
        path = tmp_path / f"{number}.jpg"
        Image.new("RGB", (100 * number, 80), (number * 40, 90, 160)).save(path)
        found.append(PhotoFile(path, number))
    return found


def options(**more: Any) -> dict[str, Any]:
    given = {setting.name: setting.default for setting in TYPE.settings if not setting.secret}
    return given | {"namespace": service.NAMESPACE} | more


def opened(server: service.ImageIntelligence, secrets: dict[str, str] = KEYS, **more: Any) -> ImageIntelligence:
    config = BackendConfig("mine", TYPE.name, url=server.url, options=options(**more), secrets=secrets)
    return ImageIntelligence(config)


def use(run_async: Any, backend: ImageIntelligence, what: Use) -> Any:
    async def go() -> Any:
        try:
            return await what(backend)
        finally:
            await backend.close()

    return run_async(go())


async def recognised(backend: ImageIntelligence, photos: list[PhotoFile], operation: str = "recognise") -> Any:
    """Answers for all photos by id, as the queue has them: what is left over is submitted again."""
    found: dict[int, Any] = {}
    left = list(photos)
    while left:
        try:
            done = await backend.submit(left, operation)
        except PhotoRefused as error:  # the only one that was left
            if len(photos) == 1:
                raise
            done = Submission(None, (), (Failure(left[0].id, error),))
        if isinstance(done, str):
            done = Submission(done, tuple(photo.id for photo in left))
        found |= {failure.photo_id: failure.error for failure in done.failures}
        for _ in range(20 if done.handle else 0):
            told = await backend.poll(done.handle or "", done.submitted)
            if told is not None:
                found |= {a.photo_id: a.error if isinstance(a, Failure) else a for a in told}
                break
        assert found, "nothing came of it"
        left = [photo for photo in left if photo.id not in found]
    return found


def ask(run_async: Any, backend: ImageIntelligence, *photos: PhotoFile, operation: str = "recognise") -> Any:
    found = use(run_async, backend, lambda opened: recognised(opened, list(photos), operation))
    return found[photos[0].id] if len(photos) == 1 else found


def jobs(server: service.ImageIntelligence) -> list[Request]:
    return [r for r in server.requests if r.method == "POST" and r.path.startswith(("/recogni", "/detect"))]


def asked(server: service.ImageIntelligence, start: str) -> list[Request]:
    return [request for request in server.requests if request.method == "GET" and request.path.startswith(start)]


def test_objects_become_labels_by_their_identities(run_async, server, photo):
    """'you will still receive detection bounding boxes objects found prior to recognition'; 'identityId optional'."""
    answer = ask(run_async, opened(server), photo)
    box = Box(0.23873, 0.23873, pytest.approx(0.51214), pytest.approx(0.72664))
    assert [(d.label, d.confidence, d.kind, d.box) for d in answer.detections] == [
        ("unknown", 0.410791, LabelKind.FACE, box),
        ("Ada Lovelace", 0.05628731, LabelKind.FACE, box),
    ]


def test_the_request_has_the_form_of_the_documentation(run_async, server, photo):
    """'POST …/v2/recognize', 'namespace required path', 'images required body', 'blob: Base64-encoded image bytes'."""
    ask(run_async, opened(server, feed_id="Camera_123456", webhook_url="https://public.example/90f8"), photo)
    (request,) = jobs(server)
    assert request.path == "/recognize/family"
    assert request.headers["content-type"] == "application/json"
    sent = request.json()
    assert sent.keys() == {"images", "customId", "feedId", "webhookUrl"}
    assert (sent["feedId"], sent["webhookUrl"]) == ("Camera_123456", "https://public.example/90f8")
    (image,) = sent["images"]
    assert image.keys() == {"blob", "customId"}
    with Image.open(io.BytesIO(base64.b64decode(image["blob"], validate=True))) as picture:
        assert (picture.format, picture.size, dict(picture.getexif())) == ("JPEG", (320, 200), {})


@pytest.mark.parametrize(
    ("style", "create", "poll"),
    [
        ("path", "/recognize/my%20family", "/recognize/{}?namespace=my%20family"),
        ("query", "/recognize?namespace=my%20family", "/recognize/{}?namespace=my%20family"),
        ("recognition", "/recognition/recognize/my%20family", "/recognition/recognize/my%20family/{}"),
    ],
)
def test_every_public_form_of_the_address_is_spoken(run_async, server, photo, style, create, poll):
    """'namespace required' 'path' 'string': "a concept we call namespace"."""
    server.style = style
    server._create = lambda request, kind, named, make=server._create: make(request, kind, "my family")
    server._job = lambda job_id, named, find=server._job: find(job_id, "my family")
    answer = ask(run_async, opened(server, namespace="my family", path_style=style), photo)
    assert isinstance(answer, Recognition)
    targets = [r.target for r in server.requests if "/recognize" in r.target]
    assert targets == [create, poll.format(next(iter(server.jobs)))]


def test_nothing_but_the_picture_and_random_ids_leaves(run_async, server, tmp_path):
    """'An arbitrary client specific resource identifier to reference this image (usually UUID)'."""
    given = [photo_with_everything(tmp_path, number) for number in (1, 2)]
    ask(run_async, opened(server), *given)
    ask(run_async, opened(server), *given)
    everything = b"".join(r.body for r in server.requests) + "".join(r.target for r in server.requests).encode()
    assert b"secret-name" not in everything
    assert b"SECRET" not in everything
    assert str(tmp_path).encode() not in everything
    ids = [image["customId"] for r in jobs(server) for image in r.json()["images"]]
    ids += [r.json()["customId"] for r in jobs(server)]
    assert len(set(ids)) == 6, "another one for every photo and job, also the next time"
    assert all(re.fullmatch("[0-9a-f]{32}", value) for value in ids)
    assert {"feedId", "webhookUrl"}.isdisjoint(jobs(server)[0].json())
    sent = [name.removesuffix(".jpg") for photo in given for name in photo.sent_names]
    assert set(sent) < set(ids), "the log of sends has them"


def test_one_job_has_many_photos_and_is_read_by_their_ids(run_async, server, photos):
    """'Min Items: 1, Max Items: 64'; 'customId … to reference this image'."""
    server.image = lambda image, number: image | {"objects": [{"confidence": (number + 1) / 10}]}
    found = ask(run_async, opened(server), *photos)
    assert len(jobs(server)) == 1
    assert {number: answer.detections[0].confidence for number, answer in found.items()} == {
        number: pytest.approx(number / 10) for number in range(1, 6)
    }


def test_a_job_has_64_photos_at_most(run_async, server, tmp_path):
    """'Max Items: 64'."""
    Image.new("RGB", (40, 30)).save(tmp_path / "same.jpg")
    many = [PhotoFile(tmp_path / "same.jpg", number) for number in range(1, 71)]
    found = ask(run_async, opened(server), *many)
    assert [len(request.json()["images"]) for request in jobs(server)] == [64, 6]
    assert all(isinstance(answer, Recognition) for answer in found.values())


def test_a_job_is_asked_for_until_it_is_done(run_async, server, photo):
    """'The status for a job. Possible values: …, IN_PROGRESS'."""
    server.patience = 4
    assert isinstance(ask(run_async, opened(server), photo), Recognition)
    assert len(jobs(server)) == 1
    assert len(asked(server, "/recognize/")) == 4


def test_a_job_that_is_done_at_once_is_not_asked_for(run_async, server, photo):
    """The sample answers the request itself with 'COMPLETED_SUCCESSFULLY'."""
    server.patience = 0
    assert [d.label for d in ask(run_async, opened(server), photo).detections] == ["unknown", "Ada Lovelace"]
    assert asked(server, "/recognize/") == []


def test_a_handle_is_enough_after_a_restart(run_async, server, photos):
    server.patience = 0
    handle = use(run_async, opened(server), lambda backend: backend.submit(photos, "recognise"))
    ids = [photo.id for photo in photos]
    told = use(run_async, opened(server), lambda backend: backend.poll(handle, ids[1:]))
    assert sorted(answer.photo_id for answer in told) == ids[1:], "of one that is gone, nothing is said"
    assert len(jobs(server)) == 1


def test_a_job_that_the_service_forgot_is_unknown(run_async, server, photo):
    handle = use(run_async, opened(server), lambda backend: backend.submit([photo], "recognise"))
    server.jobs.clear()
    with pytest.raises(OutcomeUnknown, match="charged"):
        use(run_async, opened(server), lambda backend: backend.poll(handle, [photo.id]))


@pytest.mark.parametrize("status", ["", None, "DONE", 7, []])
def test_a_status_that_is_none_is_a_fault(run_async, server, photo, status):
    server.status = status
    with pytest.raises(ServiceFault, match="how far"):
        ask(run_async, opened(server), photo)


def test_nothing_found_is_an_answer_where_all_went_well(run_async, server, photo):
    """'COMPLETED_SUCCESSFULLY'; 'objects required'."""
    server.objects = []
    assert ask(run_async, opened(server), photo).detections == ()


def test_no_objects_after_errors_are_not_nothing_found(run_async, server, photos):
    """'COMPLETED_PARTIAL_ERROR': which photos it was, the answer need not say."""
    server.status = service.PARTLY
    told = {1: {"objects": []}, 2: {"objects": [], "status": service.DONE}, 3: {"objects": None}}
    server.image = lambda image, number: image | told.get(number, {})
    found = ask(run_async, opened(server), *photos)
    assert {number for number, answer in found.items() if isinstance(answer, PhotoRefused)} == {2, 4}
    assert found[3].detections == ()
    assert len(found[1].detections) == len(found[5].detections) == 2
    assert "does not say whether" in str(found[2])


def test_a_job_that_failed_over_all_has_no_answers(run_async, server, photos):
    """'COMPLETED_ALL_ERROR'."""
    server.status = service.NOTHING
    found = ask(run_async, opened(server), *photos)
    assert all(isinstance(answer, PhotoRefused) for answer in found.values())


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("IMAGE_DOWNLOAD_ERROR", "public address"),
        ("INVALID_IMAGE_FORMAT_ERROR", "decode"),
        ("MODEL_SERVICE_ERROR", "MODEL_SERVICE_ERROR"),
        ("IN_PROGRESS", "without having finished"),
    ],
)
def test_the_fault_of_one_photo_is_its_own(run_async, server, photos, status, told):
    server.image = lambda image, number: image | ({"status": status} if number == 2 else {})
    found = ask(run_async, opened(server), *photos)
    assert isinstance(found[3], PhotoRefused)
    assert told in str(found[3])
    assert sum(isinstance(answer, Recognition) for answer in found.values()) == 4


def test_a_photo_that_the_answer_leaves_out_has_no_answer(run_async, server, photos):
    server.image = lambda image, number: None if number == 0 else image | ({} if number > 1 else {"customId": "other"})
    found = ask(run_async, opened(server), *photos)
    assert [number for number, answer in found.items() if isinstance(answer, PhotoRefused)] == [1, 2]


def test_a_single_image_without_its_id_cannot_be_mistaken(run_async, server, photo):
    """'customId optional'."""
    server.image = lambda image, _number: {name: value for name, value in image.items() if name != "customId"}
    assert len(ask(run_async, opened(server), photo).detections) == 2


@pytest.mark.parametrize(
    ("corners", "box"),
    [
        ((0.25, 0.5, 0.75, 1.0), Box(0.25, 0.5, 0.5, 0.5)),
        ((0, 0, 1, 1), Box(0, 0, 1, 1)),
        ((-0.1, 0.5, 1.04, 0.75), Box(0, 0.5, 1, 0.25)),
        ((40, 25, 120, 75), Box(0.25, 0.25, 0.5, 0.5)),
        ((0, 0, 160, 100), Box(0, 0, 1, 1)),
        (("40", "25", "120", "75"), Box(0.25, 0.25, 0.5, 0.5)),
        ((0.75, 0.5, 0.25, 1.0), None),
        ((0.25, 0.5, None, 1.0), None),
    ],
)
def test_boxes_are_fractions_or_pixels_of_what_was_sent(run_async, server, photo, corners, box):
    """'xMin required number Format: int32', where every sample is a fraction."""
    names = ("xMin", "yMin", "xMax", "yMax")
    server.objects = [{"confidence": 0.5, "boundingBox": dict(zip(names, corners, strict=True))}]
    answer = ask(run_async, opened(server, longest_side_px=160), photo)  # 320 x 200 at home
    found = answer.detections[0].box
    assert found == (box and Box(*(pytest.approx(side) for side in (box.x, box.y, box.w, box.h))))


def test_each_identity_is_asked_for_once(run_async, server, photos):
    """'identityId optional string'; 'Namespaces are ways to segment identities'."""
    server.identities = {service.ADA: "Ada Lovelace", "no-name": None}
    found = [{"confidence": 0.5, "identityId": name} for name in (service.ADA, "no-name", "gone", "../..")]
    server.objects = found
    backend = opened(server)

    async def twice(backend: ImageIntelligence) -> Any:
        await recognised(backend, photos)
        return await recognised(backend, photos[:1])

    answer = use(run_async, backend, twice)[1]
    assert [d.label for d in answer.detections] == ["Ada Lovelace", "no-name", "unknown", "unknown"]
    paths = [request.path for request in asked(server, "/recognition/identities/")]
    assert sorted(paths) == sorted(f"/recognition/identities/family/{n}" for n in (service.ADA, "no-name", "gone"))


def test_a_flood_of_identities_is_not_asked_for(run_async, server, photo, monkeypatch):
    monkeypatch.setattr(backend_module, "MOST_NAMES", 3)
    server.objects = [{"confidence": 0.5, "identityId": f"id-{i}"} for i in range(20)]
    assert len(ask(run_async, opened(server), photo).detections) == 20
    assert len(asked(server, "/recognition/identities/")) == 3


def test_what_is_less_sure_than_asked_for_is_left_out(run_async, server, photo):
    """'confidence required number'."""
    answer = ask(run_async, opened(server, min_confidence=6), photo)
    assert [d.label for d in answer.detections] == ["unknown"]


def test_classes_are_looked_for_by_detect(run_async, server, photo):
    """'Similar to other endpoints such as /detect, you can also specify an array of image objects.'"""
    answer = ask(run_async, opened(server, classes="person, car,person"), photo, operation="detect")
    assert [(d.label, d.confidence, d.kind) for d in answer.detections] == [("person", 0.9971387386, LabelKind.OBJECT)]
    (request,) = jobs(server)
    assert request.path == "/detect"
    assert request.json()["classes"] == [{"class": n, "verify": "NEVER"} for n in ("person", "car")], "by no human"
    assert len(asked(server, "/detect/")) == 1


@pytest.mark.parametrize(
    ("more", "operations"),
    [
        ({}, ("recognise",)),
        ({"classes": "person"}, ("recognise", "detect")),
        ({"namespace": "", "classes": " person ,, car"}, ("detect",)),
    ],
)
def test_what_is_set_is_done(more, operations):
    assert chosen_operations(options(**more)) == operations


@pytest.mark.parametrize(
    "more",
    [
        {"namespace": ""},
        {"namespace": "."},
        {"namespace": "a\nb"},
        {"feed_id": "x" * 65},
        {"classes": "person," + "x" * 65},
        {"webhook_url": "https://h.example/" + "x" * 2031},
        {"webhook_url": "ftp://h.example/"},
        {"path_style": "other"},
        {"batch_size": 65},
        {"batch_size": 0},
        {"public_base_url": "photos=https://h.example/"},
        {"public_base_url": "/photos"},
        {"public_base_url": "/photos=https://h.example/?key=1"},
    ],
)
def test_what_the_service_would_refuse_is_refused_before_anything_is_sent(server, more):
    """'Max Length: 64' for feedId, 'Max Length: 2048' for webhookUrl."""
    with pytest.raises(UsageError):
        chosen_operations(options(**more))
    with pytest.raises(BackendUnavailable):
        opened(server, **more)


def test_lengths_up_to_the_limit_are_taken(run_async, server, photo):
    """'Max Length: 64', 'Max Length: 2048'."""
    long = {"feed_id": "x" * 64, "webhook_url": "https://h.example/".ljust(2048, "x"), "namespace": "n" * 64}
    assert isinstance(ask(run_async, opened(server, **long), photo), Recognition)


def test_a_public_photo_goes_by_its_address(run_async, server, photo):
    """'url: URL of the image, Max Length: 512'; 'Each object should contain either the image URL or blob'."""
    corners = {"xMin": 80, "yMin": 50, "xMax": 240, "yMax": 150}
    server.objects = [{"confidence": 0.5, "boundingBox": corners}]
    photo.public_url = "https://photos.example/holiday/1.jpg"
    answer = ask(run_async, opened(server, longest_side_px=160), photo)
    (image,) = jobs(server)[0].json()["images"]
    assert image.keys() == {"url", "customId"}
    assert image["url"] == photo.public_url
    assert answer.detections[0].box == Box(0.25, 0.25, 0.5, 0.5), "pixels are those of the file itself"
    assert (photo.sent_names, photo.sizes) == ((photo.public_url,), [0]), "the log has what was told"


def test_an_address_that_is_too_long_is_not_sent_in_another_way(run_async, server, photos):
    """'Max Length: 512'."""
    photos[0].public_url = "https://photos.example/".ljust(513, "x")
    photos[1].public_url = "https://photos.example/".ljust(512, "x")
    found = ask(run_async, opened(server), *photos[:2])
    assert isinstance(found[1], PhotoRefused)
    assert isinstance(found[2], Recognition)
    assert len(jobs(server)[0].json()["images"]) == 1


def test_a_token_is_fetched_once_and_kept(run_async, server, photos):
    """'https://api.imageintelligence.com/v2/': the token of an application stands in every call."""
    backend = opened(server)

    async def twice(backend: ImageIntelligence) -> None:
        await recognised(backend, photos)
        await recognised(backend, photos)

    use(run_async, backend, twice)
    assert len(server.issued) == 1
    tokens = {request.headers.get("authorization") for request in server.requests if request.path != "/oauth/token"}
    assert tokens == {f"Bearer {server.issued[0]}"}
    assert service.CLIENT_SECRET not in "".join(f"{r.target}{r.headers}" for r in server.requests)


def test_a_token_is_renewed_when_it_ends(run_async, server, photo):
    server.token_ms = 0
    assert isinstance(ask(run_async, opened(server), photo), Recognition)
    assert len(server.issued) > 1


def test_a_token_that_is_refused_is_renewed_once(run_async, server, photo):
    async def revoked_between(backend: ImageIntelligence) -> Any:
        await recognised(backend, [photo])
        server.tokens.clear()
        return await recognised(backend, [photo])

    found = use(run_async, opened(server), revoked_between)
    assert isinstance(found[1], Recognition)
    assert len(server.issued) == 2
    assert [status for status, _ in photo.statuses] == ["answered", "refused (401)", "answered"], "all were logged"


def test_a_token_that_is_refused_for_ever_stops_the_backend(run_async, server, photo):
    server.tokens = frozenset()  # type: ignore[assignment]
    server._token = lambda _request: service.as_json(200, {"accessToken": "eyJ-nobody-knows-it"})
    with pytest.raises(BackendRefused, match="let this application in") as caught:
        ask(run_async, opened(server), photo)
    assert len(jobs(server)) == 2
    assert "eyJ-nobody" not in f"{caught.value}{caught.value.__dict__}"


def test_an_access_token_of_the_users_own_is_enough(run_async, server, photo):
    server.tokens.add("my-own-token")
    assert isinstance(ask(run_async, opened(server, {"access_token": "my-own-token"}), photo), Recognition)
    assert server.issued == []


def test_an_access_token_that_ended_is_replaced_where_that_is_possible(run_async, server, photo):
    with pytest.raises(BackendRefused, match="ACCESS_TOKEN"):
        ask(run_async, opened(server, {"access_token": "of-yesterday"}), photo)
    assert isinstance(ask(run_async, opened(server, KEYS | {"access_token": "of-yesterday"}), photo), Recognition)


@pytest.mark.parametrize("secrets", [{}, {"client_id": "a"}, {"client_secret": "b"}, {"access_token": "a b"}])
def test_without_keys_it_cannot_be_opened(server, secrets):
    with pytest.raises(BackendUnavailable):
        opened(server, secrets)


@pytest.mark.parametrize("token", [None, "", 7, "a b", "é", "x\ny", []])
def test_a_token_that_is_none_is_not_used(run_async, server, photo, token):
    server._token = lambda _request: service.as_json(200, {"accessToken": token})
    server.tokens.add("7")
    if token != 7:
        with pytest.raises(ServiceFault):
            ask(run_async, opened(server), photo)
        assert photo.sent_names == (), "nothing was announced that could not be sent"


def test_a_job_that_is_too_large_is_sent_in_halves(run_async, server, photos):
    """413 has no number in the documentation: smaller jobs are tried."""
    sizes: list[int] = []
    server.most_bytes = 6_000
    original = server._create
    server._create = lambda request, *more: sizes.append(len(request.json()["images"])) or original(request, *more)
    found = ask(run_async, opened(server), *photos)
    assert all(isinstance(answer, Recognition) for answer in found.values())
    assert sum(sizes) == 5
    assert max(sizes) < 5, "and no larger one was tried again"
    refused = [status for photo in photos for status, charged in photo.statuses if not charged]
    assert set(refused) == {"refused (413)"}


def test_a_single_photo_that_is_too_large_is_refused(run_async, server, photos):
    server.most_bytes = 100
    found = ask(run_async, opened(server), *photos)
    assert all(isinstance(error, PhotoRefused) and "longest_side_px" in str(error) for error in found.values())


def test_photos_that_may_not_leave_hold_no_other_up(run_async, server, photos, tmp_path):
    photos[0].may_leave = PhotoRefused("marked")
    (tmp_path / "2.jpg").write_bytes(b"no picture")
    found = ask(run_async, opened(server), *photos)
    assert "marked" in str(found[1])
    assert "cannot be read" in str(found[2])
    assert [len(request.json()["images"]) for request in jobs(server)] == [3]


def test_photos_beyond_the_budget_are_not_sent(run_async, server, photos):
    photos[2].may_leave = BackendRefused("spent")
    done = use(run_async, opened(server), lambda backend: backend.submit(photos, "recognise"))
    assert done.submitted == (1, 2)
    assert [(failure.photo_id, str(failure.error)) for failure in done.failures] == [(3, "spent")]
    assert photos[3].sent_names == photos[4].sent_names == ()


@pytest.mark.parametrize(
    ("status", "error"),
    [(400, PhotoRefused), (402, BackendRefused), (403, BackendRefused), (404, BackendRefused), (500, ServiceFault)],
)
def test_refusals_say_what_to_do(run_async, server, photo, status, error):
    server.faulty = lambda request: request.path.startswith("/recognize")
    server.faults = [says(service.problem(status, "A Reason"))]
    with pytest.raises(error) as caught:
        ask(run_async, opened(server), photo)
    assert str(caught.value)
    if status < 500:
        assert "A Reason" in str(caught.value)


def test_naming_a_box_makes_an_identity_that_the_next_run_knows(run_async, server, photo):
    """'See /identities on how you can create identities with detected objects.'"""
    server.identities, server.objects = {}, server.objects[:1]

    async def taught(backend: ImageIntelligence) -> Any:
        before = (await recognised(backend, [photo]))[1]
        identity = await backend.teach(photo, Box(0.25, 0.25, 0.5, 0.5), "Grace Hopper")
        return before, identity, (await recognised(backend, [photo]))[1]

    before, identity, after = use(run_async, opened(server), taught)
    assert [d.label for d in before.detections] == ["unknown"]
    assert [d.label for d in after.detections] == ["Grace Hopper"]
    assert server.identities == {identity: "Grace Hopper"}
    (learnt,) = [request for request in server.requests if request.path == "/recognition/identities/family"]
    _, crop, _ = server.jobs.values()
    assert learnt.json() == {"customId": "Grace Hopper", "imageIds": [crop.images[0]["id"]]}
    with Image.open(io.BytesIO(base64.b64decode(crop.sent["images"][0]["blob"]))) as picture:
        assert picture.size == (192, 120), "the box and a margin, and nothing else of the photo"
    assert "Grace" not in json.dumps(crop.sent)
    assert len(photo.sent_names) == 3


def test_a_box_with_nothing_in_it_teaches_nothing(run_async, server, photo):
    server.objects = []
    with pytest.raises(PhotoRefused, match="nothing in the box"):
        use(run_async, opened(server), lambda backend: backend.teach(photo, Box(0, 0, 0.5, 0.5), "Ada"))
    assert not [request for request in server.requests if "identities" in request.path]


@pytest.mark.parametrize(
    ("box", "name"),
    [
        (Box(0, 0, 0.5, 0.5), ""),
        (Box(0, 0, 0.5, 0.5), "x" * 65),
        (Box(0, 0, 0.5, 0.5), "Unknown"),
        (Box(0.5, 0.5, 0, 0), "Ada"),
        (Box(2, 2, 1, 1), "Ada"),
    ],
)
def test_a_name_or_box_that_is_none_is_not_taught(run_async, server, photo, box, name):
    with pytest.raises(UsageError):
        use(run_async, opened(server), lambda backend: backend.teach(photo, box, name))
    assert jobs(server) == []


def test_a_photo_that_may_not_leave_is_not_taught(run_async, server, photo):
    photo.may_leave = PhotoRefused("marked")
    with pytest.raises(PhotoRefused, match="marked"):
        use(run_async, opened(server), lambda backend: backend.teach(photo, Box(0, 0, 1, 1), "Ada"))
    assert jobs(server) == []


@pytest.mark.parametrize("secrets", [KEYS, KEYS | {"client_secret": "wrong-secret"}, {"access_token": "wrong-token"}])
def test_the_keys_are_tried_without_a_job(run_async, server, secrets):
    if secrets == KEYS:
        assert "takes the keys" in use(run_async, opened(server), lambda backend: backend.test(None))
    else:
        with pytest.raises(BackendRefused) as caught:
            use(run_async, opened(server, secrets), lambda backend: backend.test(None))
        assert "wrong-" not in str(caught.value)
    assert jobs(server) == []


def test_the_test_with_a_photo_names_what_it_found(run_async, server, photo):
    told = use(run_async, opened(server), lambda backend: backend.test(photo))
    assert told == "Image Intelligence sees Ada Lovelace, unknown."


def test_the_test_with_a_photo_that_cannot_be_read_says_so(run_async, server, photo, tmp_path):
    (tmp_path / "secret-name-1.jpg").write_bytes(b"")
    with pytest.raises(PhotoRefused, match="cannot be read"):
        use(run_async, opened(server), lambda backend: backend.test(photo))


@pytest.fixture
def desk(
    server: service.ImageIntelligence, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Desk]]:
    """Makes the whole queue with jobs of many photos."""
    hurry(monkeypatch)
    give_secrets(monkeypatch, KEYS)
    subject = next(subject for subject in SUBJECTS if subject.id == TYPE.name)
    made: list[Desk] = []

    def make(photos: int, **more: str) -> Desk:
        made.append(Desk(tmp_path, subject, server, photos, **{"batch_size": "64", "concurrency": "1"} | more))
        return made[-1]

    yield make
    for each in made:
        each.store.close()


def test_the_queue_keeps_to_the_budget_in_the_middle_of_a_job(run_async, server, desk):
    made = desk(10, price="0.1", daily_budget="0.35")
    summary = run_async(made.work())
    assert [len(request.json()["images"]) for request in jobs(server)] == [3]
    assert made.states() == {"done": 3, "queued": 7}
    assert "budget" in summary.problems[0]
    assert made.store.read(lambda db: sends.spent_on(db, "mine", sends.today())) == (300_000, 300_000)


def test_the_queue_halves_jobs_and_asks_for_each_by_its_own_handle(run_async, server, desk):
    server.most_bytes = 5_000
    made = desk(10, price="1")
    (made.pictures / "3.jpg").write_bytes(b"no picture")
    summary = run_async(made.work())
    assert (summary.photos, summary.failed, summary.problems) == (9, 1, ())
    assert len(server.jobs) > 1
    assert sum(len(job.images) for job in server.jobs.values()) == 9
    assert made.store.read(lambda db: sends.spent_on(db, "mine", "")) == (0, 9_000_000), "what was refused is free"
    assert made.labels() == {"unknown", "Ada Lovelace"}


def test_a_job_whose_answer_was_lost_is_unknown_for_all_its_photos_and_no_others(run_async, server, desk):
    made = desk(7, batch_size="4")
    server.faults = [resets]
    assert run_async(made.work()).photos == 3
    assert made.states() == {"unknown": 4, "done": 3}


def test_a_restart_asks_for_the_job_that_was_paid(run_async, server, desk):
    server.patience = 1_000_000
    made = desk(6)
    control = Control()

    async def until_asked() -> None:
        running = asyncio.create_task(made.work(control=control))
        await until(lambda: len(asked(server, "/recognize/")) > 1)
        control.cancel()
        with pytest.raises(Cancelled):
            await running

    run_async(until_asked())
    assert made.states() == {"queued": 6}
    server.patience = 1
    assert run_async(made.work()).photos == 6
    assert len(jobs(server)) == 1


def test_a_token_that_is_told_back_is_written_nowhere(run_async, server, desk, caplog):
    caplog.set_level(0)
    made = desk(2)
    server._create = lambda request, *_: service.problem(400, request.headers["authorization"])
    assert run_async(made.work()).failed == 2
    ((told,),) = made.rows("SELECT DISTINCT error FROM jobs")
    assert "Bearer [key]" in told
    assert server.issued[0] not in made.written().decode("latin-1") + caplog.text
