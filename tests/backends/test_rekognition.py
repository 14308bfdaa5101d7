"""Amazon Rekognition over a real socket; a stand-in that checks every signature."""

from __future__ import annotations

import base64
import io
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

pytest.importorskip("botocore", reason="the extra 'aws' is not installed")

from botocore.session import get_session
from botocore.validate import ParamValidator

from tagger.backends.rekognition import CALLS, TYPE
from tagger.entities import Box, LabelKind
from tagger.errors import BackendRefused, BackendUnavailable, PhotoRefused, RetryLater, ServiceFault, UsageError
from tagger.recognition.backend import BackendConfig, Failure
from tests.backends.photos import PhotoFile, photo_with_everything
from tests.backends.servers import rekognition as service

SECRETS = {"access_key_id": service.KEY_ID, "secret_access_key": service.SECRET}


@pytest.fixture
def server() -> Iterator[service.Rekognition]:
    with service.Rekognition() as running:
        yield running


def opened(server: service.Rekognition, secrets: dict[str, str] = SECRETS, **options: Any) -> Any:
    given = {setting.name: setting.default for setting in TYPE.settings if not setting.secret}
    given |= {"region": service.REGION} | options
    return TYPE.open(BackendConfig("mine", TYPE.name, url=server.url, options=given, secrets=secrets))


def ask(run_async: Any, backend: Any, photo: PhotoFile, operation: str = "labels") -> Any:
    async def go() -> Any:
        try:
            return (await backend.recognise([photo], operation))[0]
        finally:
            await backend.close()

    return run_async(go())


@pytest.mark.parametrize("operation", CALLS)
def test_requests_are_what_the_vendors_own_model_of_the_service_takes(run_async, server, tmp_path, operation):
    ask(run_async, opened(server), photo_with_everything(tmp_path), operation)
    (request,) = server.requests
    shape = get_session().get_service_model("rekognition").operation_model(CALLS[operation]).input_shape
    content = request.json()
    content["Image"]["Bytes"] = base64.b64decode(content["Image"]["Bytes"], validate=True)
    assert ParamValidator().validate(content, shape).generate_report() == ""
    assert request.headers["content-type"] == "application/x-amz-json-1.1"
    assert b"SECRET" not in content["Image"]["Bytes"]
    assert "secret-name" not in str(request)


def test_labels_have_boxes_and_the_line_of_their_parents(run_async, server, tmp_path):
    answer = ask(run_async, opened(server), photo_with_everything(tmp_path))
    found = [(d.label, d.confidence, d.box, d.parents) for d in answer.detections]
    assert found == [
        ("Dog", 0.88, Box(0.1, 0.2, 0.25, 0.5), ("Animal", "Mammal")),
        ("Dog", 0.8, Box(0.0, 0.5, 0.25, 0.5), ("Animal", "Mammal")),  # cut at the edges of the photo
        ("Mammal", 0.9, None, ("Animal",)),
        ("Animal", 0.9, None, ()),
    ]
    assert answer.model == "Amazon Rekognition labels 3.0"


def test_each_other_kind_is_read(run_async, server, tmp_path):
    middle = Box(0.25, 0.25, 0.5, 0.5)
    photo = photo_with_everything(tmp_path)
    told = {
        name: ask(run_async, opened(server), photo, name) for name in ("faces", "text", "moderation", "celebrities")
    }
    found = {name: [(d.label, d.kind, d.box, d.parents) for d in told[name].detections] for name in told}
    assert found["faces"] == [("Face", LabelKind.FACE, middle, ())]
    assert found["text"] == [("but keep", LabelKind.TEXT, middle, ())]
    assert found["moderation"] == [
        ("Weapons", LabelKind.MODERATION, None, ("Violence",)),
        ("Violence", LabelKind.MODERATION, None, ()),
    ]
    assert told["moderation"].facts == {"moderation": "Weapons 0.71; Violence 0.71"}
    assert found["celebrities"] == [
        ("Ada Lovelace", LabelKind.CELEBRITY, middle, ()),
        ("Face", LabelKind.FACE, middle, ()),
    ]
    assert told["celebrities"].facts == {"celebrity.Ada Lovelace": "www.example.org/ada"}


@pytest.mark.parametrize(
    ("code", "message", "error", "why"),
    [
        ("ThrottlingException", "Rate exceeded", RetryLater, "patience"),
        ("ProvisionedThroughputExceededException", "", RetryLater, "patience"),
        ("InternalServerError", "", ServiceFault, "failed"),
        ("AccessDeniedException", "not authorized to perform", BackendRefused, "IAM"),
        ("UnrecognizedClientException", "The security token is invalid", BackendRefused, "ACCESS_KEY_ID"),
        ("InvalidSignatureException", "Signature expired: 2020", BackendRefused, "clock"),
        ("ExpiredTokenException", "The token has expired", BackendRefused, "ended"),
        ("ImageTooLargeException", "", PhotoRefused, "longest_side_px"),
        ("InvalidImageFormatException", "", PhotoRefused, "format"),
        ("InvalidParameterException", "Request has invalid parameters", PhotoRefused, "invalid parameters"),
        ("SomethingNew", "<b>no\x00</b>", PhotoRefused, "SomethingNew|no"),
    ],
)
def test_error_codes_say_what_to_do(run_async, server, tmp_path, code, message, error, why):
    server.refuse = (code, message)
    try:
        answer = ask(run_async, opened(server), photo_with_everything(tmp_path))
    except error as raised:
        found = raised
    else:
        assert isinstance(answer, Failure)
        found = answer.error
    assert type(found) is error
    assert any(part in str(found) for part in why.split("|"))
    assert len(server.requests) == 1, "it was repeated, although it may be charged"


def test_what_is_too_small_is_enlarged_and_what_is_too_large_never_sent(run_async, server, tmp_path):
    path = tmp_path / "small.png"
    Image.new("RGB", (20, 60)).save(path)
    assert not isinstance(ask(run_async, opened(server), PhotoFile(path)), Failure)
    content = base64.b64decode(server.requests[0].json()["Image"]["Bytes"])
    assert Image.open(io.BytesIO(content)).size == (80, 240)
    Image.effect_noise((4000, 4000), 200).convert("RGB").save(path)
    answer = ask(run_async, opened(server, longest_side_px=4000, quality=95), PhotoFile(path))
    assert "too large" in str(answer.error)
    assert len(server.requests) == 1


def test_trying_without_a_photo_costs_nothing(run_async, server):
    async def go(backend: Any) -> str:
        try:
            return await backend.test(None)
        finally:
            await backend.close()

    assert "takes the keys" in run_async(go(opened(server)))
    server.refuse = ("AccessDeniedException", "User is not authorized to perform: rekognition:ListCollections")
    assert "takes the keys" in run_async(go(opened(server)))
    with pytest.raises(BackendRefused, match="does not take the keys"):
        run_async(go(opened(server, SECRETS | {"secret_access_key": "another-secret"})))
    assert {request.headers["x-amz-target"] for request in server.requests} == {"RekognitionService.ListCollections"}


def test_keys_of_this_machine_are_used_only_if_the_user_chose_it(run_async, server, tmp_path, monkeypatch, caplog):
    caplog.set_level(logging.DEBUG)
    folder = tmp_path / "aws"
    folder.mkdir()
    (folder / "credentials").write_text(
        f"[photos]\naws_access_key_id = {service.KEY_ID}\naws_secret_access_key = {service.SECRET}\n"
        "aws_session_token = token-0123456789\n"
    )
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(folder / "credentials"))
    monkeypatch.setenv("AWS_CONFIG_FILE", str(folder / "config"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://192.0.2.1/")  # not where photos are to go
    with pytest.raises(BackendUnavailable, match="ACCESS_KEY_ID"):
        opened(server, {})
    photo = photo_with_everything(tmp_path)
    assert ask(run_async, opened(server, {}, credentials="chain", profile="photos"), photo).detections
    assert server.requests[0].headers["x-amz-security-token"] == "token-0123456789"
    with pytest.raises(BackendUnavailable, match="ProfileNotFound"):
        opened(server, {}, credentials="chain", profile="nobody")
    with pytest.raises(BackendUnavailable, match="no keys on this machine"):
        opened(server, {}, credentials="chain")
    assert "token-0123456789" not in caplog.text
    assert service.SECRET not in caplog.text


@pytest.mark.parametrize(
    "options",
    [{"types": "cats"}, {"types": ""}, {"credentials": "any"}, {"region": "eu.evil.example/"}, {"region": "x"}],
)
def test_options_that_make_no_sense_are_refused_when_they_are_set(options):
    assert TYPE.operations_for is not None
    given = {setting.name: setting.default for setting in TYPE.settings}
    with pytest.raises(UsageError):
        TYPE.operations_for(given | options)
    assert TYPE.operations_for(given | {"types": "text, labels"}) == ("text", "labels")


def test_without_its_extra_it_is_listed_disabled_with_the_advice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    import importlib.util

    from tagger.recognition.registry import Registry
    from tagger.settings import Settings

    registry = Registry(Settings.load(tmp_path / "config.toml"))
    registry.add("mine", "rekognition", options={"region": service.REGION})
    assert registry.list()[-1].enabled
    there = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *more: None if name == "boto3" else there(name, *more)
    )
    info = registry.list()[-1]
    assert (info.name, info.enabled) == ("mine", False)
    assert "pip install 'tagger[aws]'" in str(info.problem)
    for act in (lambda: registry.open("mine"), lambda: registry.add("other", "rekognition")):
        with pytest.raises(BackendUnavailable, match=r"tagger\[aws\]"):
            act()
