"""The bundled networks on a server that speaks the Open Inference Protocol, version 2, over HTTP.

Triton, KServe, MLServer and OpenVINO do. The photo is prepared here as for the embedded backend, and what the networks
say is read here, so that both find the same. Tensors travel as JSON: the binary extension is not part of the protocol.
"""

from __future__ import annotations

import asyncio
import json
import uuid
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

from tagger.backends.online import json_headers, key, whole
from tagger.backends.onnx.settings import SETTINGS, read_options
from tagger.backends.onnx.vocabulary import hidden_labels, tag_for
from tagger.backends.reading import mapping, objects, text
from tagger.errors import BackendRefused, PhotoError, PhotoRefused
from tagger.recognition.backend import (
    Answer,
    Backend,
    BackendConfig,
    BackendType,
    Capabilities,
    Failure,
    PhotoInput,
    Setting,
)

if TYPE_CHECKING:
    from tagger.backends import answers
    from tagger.backends.onnx.images import Floats

URL = "http://127.0.0.1:8000/"
TITLE = "The inference server"
MAX_BYTES = 64 << 20
MODELS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "detector": ("nanodet_g_416", ("boxes", "scores")),
    "faces": ("centerface", ("heatmap", "scale", "offset")),
    "classifier": ("efficientnet_lite0", ("probabilities", "embedding")),
}
"""Each network's usual name on a server and its outputs, by the option that renames it."""
_SHARED = tuple(setting for setting in SETTINGS if setting.name != "workers")


class OpenInference:
    """Implements `Recogniser` and `Tester`."""

    def __init__(self, config: BackendConfig) -> None:
        """Check the settings; connect nowhere yet.

        Raises:
            BackendUnavailable: a setting or the key makes no sense.
        """
        from tagger.backends.http import Client  # only here: listing backends must not load httpx
        from tagger.backends.open_inference_tensors import Networks

        options = config.options
        self._key = key(config.secrets, "key") if config.secrets.get("key") else ""
        self._names = {name: str(options[name]).strip() or usual for name, (usual, _) in MODELS.items()}
        self._networks = Networks(read_options({setting.name: options[setting.name] for setting in _SHARED}))
        self._url = (config.url or URL).rstrip("/").removesuffix("/v2") + "/v2/"
        secrets = [self._key] if self._key else []
        self._client = Client(TITLE, secrets=secrets, timeout_s=whole(options, "timeout_s", 1, 3600))

    async def recognise(self, photos: Sequence[PhotoInput], operation: str) -> Sequence[Answer]:
        """Have the three networks look at each photo.

        Raises:
            BackendError: as the protocol has it.
        """
        return [await self._recognise(photo) for photo in photos]

    async def test(self, photo: PhotoInput | None) -> str:
        """Ask whether the networks are ready, then have them look at a photo, if there is one.

        Raises:
            BackendError, PhotoError: it does not work.
        """
        for name in self._names.values():
            url = f"{self._url}models/{quote(name, safe='')}/ready"
            answer = await self._client.call("GET", url, headers=json_headers(self._key))
            if answer.status >= 300:
                raise _refusal(answer)
        if photo is None:
            return f"{TITLE} has {', '.join(self._names.values())} ready."
        found = await self._recognise(photo)
        if isinstance(found, Failure):
            raise found.error
        return f"{TITLE} works; {len(found.detections)} suggestions for the photo tried."

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()

    async def _recognise(self, photo: PhotoInput) -> Answer:
        from tagger.backends.outgoing import Parcel, leaving

        try:
            view = await asyncio.to_thread(self._networks.prepare, photo)
            bodies = {name: await asyncio.to_thread(_request, array, name) for name, array in view.inputs.items()}
            async with leaving(photo, Parcel(b"".join(bodies.values()), uuid.uuid4().hex)):
                outputs: dict[str, list[Floats]] = {}
                for name, body in bodies.items():
                    outputs[name] = await self._run(name, body)
        except (PhotoRefused, PhotoError) as error:
            return Failure(photo.id, error)
        return await asyncio.to_thread(self._networks.read, photo.id, view, outputs)

    async def _run(self, name: str, body: bytes) -> list[Floats]:
        url = f"{self._url}models/{quote(self._names[name], safe='')}/infer"
        headers = json_headers(self._key)
        answer = await self._client.call("POST", url, headers=headers, body=body, costs=True, max_bytes=MAX_BYTES)
        if answer.status >= 300:
            raise _refusal(answer)
        return await asyncio.to_thread(_outputs, answer, name)


def _request(array: Floats, name: str) -> bytes:
    """The request for one network: pixels are whole numbers, which JSON has shorter than fractions."""
    from tagger.backends.open_inference_tensors import numbers

    tensor = {"name": "image", "shape": list(array.shape), "datatype": "FP32", "data": []}
    outputs = [{"name": output} for output in MODELS[name][1]]
    start, end = json.dumps({"inputs": [tensor], "outputs": outputs}).encode().split(b"[]", 1)
    return b"".join((start, b"[", numbers(array), b"]", end))


def _outputs(answer: answers.Answer, name: str) -> list[Floats]:
    """The outputs of a network in the order they are declared, whatever order the server has."""
    from tagger.backends.open_inference_tensors import tensor

    given = {text(output.get("name")): output for output in objects(answer.object().get("outputs"))}
    found = [tensor(mapping(given.get(output)), output) for output in MODELS[name][1]]
    read = [array for array in found if array is not None]
    if len(read) < len(found):
        raise answer.unreadable("it lacks an output of the network, or its shape is another")
    return read


def _refusal(answer: answers.Answer) -> BackendRefused:
    """What no other photo would meet differently: all are asked about in the same form."""
    told = text(mapping(answer.json()).get("error"))
    why = f": {told}" if told else "."
    if answer.status in (401, 403):
        return answer.fault(BackendRefused(f"{TITLE} does not take the key{why}", "Set another KEY."))
    return answer.fault(
        BackendRefused(f"{TITLE} refuses with {answer.status}{why}", "Check its URL and the names of the models there.")
    )


def _open(config: BackendConfig) -> Backend:
    return OpenInference(config)


TYPE = BackendType(
    name="open_inference",
    title="Inference server (Triton, KServe, MLServer, OpenVINO)",
    capabilities=Capabilities(offline=False, boxes=True, longest_side_px=640, concurrency=4),
    open=_open,
    own_server=URL,
    tag_for=tag_for,
    hidden_labels=hidden_labels(),
    settings=(
        Setting("key", "Key", secret=True, help="Only where the server or what stands before it asks for one."),
        *(Setting(name, f"Name of the {name}", usual, help="On the server.") for name, (usual, _) in MODELS.items()),
        *_SHARED,
        Setting("timeout_s", "Longest wait", 120, help="Seconds until a call is given up, however it drips."),
    ),
)
