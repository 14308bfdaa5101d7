"""The bundled networks behind the Open Inference Protocol, run by onnxruntime in a server of its own thread."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tagger.backends.onnx import TYPE as EMBEDDED
from tagger.backends.onnx import sessions
from tagger.backends.open_inference import TYPE, OpenInference
from tagger.errors import BackendRefused
from tagger.recognition.backend import BackendConfig
from tests.backends.photos import PhotoFile, photo_with_everything
from tests.backends.servers import open_inference as service


@pytest.fixture
def server() -> Iterator[service.OpenInference]:
    with service.OpenInference() as running:
        yield running


def opened(server: service.OpenInference, place: str = "", **options: Any) -> OpenInference:
    given = {setting.name: setting.default for setting in TYPE.settings if not setting.secret} | options
    url = server.url + place
    return OpenInference(BackendConfig("mine", TYPE.name, url=url, options=given, secrets={"key": service.KEY}))


def ask(run_async: Any, backend: Any, photo: PhotoFile) -> Any:
    async def go() -> Any:
        try:
            return (await backend.recognise([photo], "recognise"))[0]
        finally:
            await backend.close()

    return run_async(go())


def test_the_server_finds_exactly_what_the_embedded_backend_finds(run_async, server, shared):
    server.sessions = {name: sessions.load(f"{name}.onnx").session for name in service.NAMES}
    photo = PhotoFile(min(path for path in (shared / "coco").rglob("*.jpg")))
    here = ask(run_async, EMBEDDED.open(BackendConfig("onnx", "onnx")), photo)
    there = ask(run_async, opened(server), photo)
    assert here.detections, "a photo in which nothing is found proves nothing"
    assert there == here
    assert len(server.requests) == 3


def test_nothing_of_the_photo_but_pixels_is_sent_and_logged_by_its_size(run_async, server, tmp_path):
    photo = photo_with_everything(tmp_path)
    ask(run_async, opened(server), photo)
    bodies = [request.body for request in server.requests]
    assert photo.sizes == [sum(map(len, bodies))]
    assert b"secret" not in b"".join(bodies).lower()


def test_an_unknown_model_stops_the_backend(run_async, server, tmp_path):
    with pytest.raises(BackendRefused, match="names of the models"):
        ask(run_async, opened(server, faces="gone"), photo_with_everything(tmp_path))


def test_readiness_is_asked_without_a_photo(run_async, server):
    async def go(backend: OpenInference) -> str:
        try:
            return await backend.test(None)
        finally:
            await backend.close()

    assert "ready" in run_async(go(opened(server)))
    assert "ready" in run_async(go(opened(server, place="v2/"))), "as the protocol's addresses are written elsewhere"
    with pytest.raises(BackendRefused, match="not found"):
        run_async(go(opened(server, detector="gone")))
