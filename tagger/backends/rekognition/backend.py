"""Amazon Rekognition at work."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Mapping, Sequence
from typing import Any

from PIL import Image

from tagger.addresses import check_url
from tagger.backends.answers import Answer as Response
from tagger.backends.http import Client
from tagger.backends.online import choice, whole
from tagger.backends.outgoing import Parcel, before_sending, leaving, wrap
from tagger.backends.rekognition import CALLS, SOURCES, TITLE, chosen_types, signing
from tagger.backends.rekognition.faults import code_of, refusal
from tagger.backends.rekognition.results import PARTS, recognition
from tagger.errors import BackendRefused, BackendUnavailable, PhotoError, PhotoRefused, UsageError
from tagger.recognition.backend import Answer, BackendConfig, Failure, PhotoInput

SMALLEST_SIDE_PX = 80
MOST_BYTES = 5 << 20
"""Limits of a picture that comes with the call: developer guide, "Guidelines and quotas in Amazon Rekognition"."""


class Rekognition:
    """Implements `Recogniser` and `Tester`; each operation is one of the service's calls."""

    def __init__(self, config: BackendConfig) -> None:
        """Check the settings and find the keys; connect to the service not yet. Blocking.

        Raises:
            BackendUnavailable: a setting makes no sense, or there are no keys.
        """
        options = config.options
        try:
            self._operations = chosen_types(options)
            check_url(config.url)
        except UsageError as error:
            raise BackendUnavailable(error.message, error.advice) from None
        region = str(options["region"])
        if choice(options, "credentials", SOURCES) == "chain":
            self._signer = signing.with_chain(str(options["profile"]), region)
        else:
            self._signer = signing.with_keys(config.secrets, region)
        self._side = whole(options, "longest_side_px", SMALLEST_SIDE_PX, 10_000)
        self._quality = whole(options, "quality", 1, 95)
        least = whole(options, "min_confidence", 0, 100)
        self._parameters: Mapping[str, dict[str, Any]] = {
            "labels": {"MaxLabels": whole(options, "max_labels", 1, 1000), "MinConfidence": least},
            "moderation": {"MinConfidence": least},
        }
        self._url = (config.url or f"https://rekognition.{region}.amazonaws.com").rstrip("/") + "/"
        self._client = Client(TITLE, secrets=self._signer.secrets(), timeout_s=whole(options, "timeout_s", 1, 3600))

    async def recognise(self, photos: Sequence[PhotoInput], operation: str) -> Sequence[Answer]:
        """Pay for one kind of recognition of each photo.

        Raises:
            BackendError: as the protocol has it.
        """
        return [await self._recognise(photo, operation) for photo in photos]

    async def test(self, photo: PhotoInput | None) -> str:
        """Try the keys: with a photo by one paid call, without one by asking for collections, which costs nothing.

        Raises:
            BackendError, PhotoError: they do not work.
        """
        if photo is None:
            answer = await self._call("ListCollections", {"MaxResults": 1})
            # A user that may recognise and no more is known all the same.
            if answer.status >= 300 and "AccessDenied" not in code_of(answer):
                raise refusal(answer)
            return f"{TITLE} takes the keys."
        found = await self._recognise(photo, self._operations[0])
        if isinstance(found, Failure):
            raise found.error
        labels = ", ".join(sorted({detection.label for detection in found.detections})[:8]) or "nothing"
        return f"{TITLE} sees {labels}."

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()

    async def _recognise(self, photo: PhotoInput, operation: str) -> Answer:
        if operation not in CALLS:
            raise BackendRefused(f"{TITLE} cannot {operation!r}.", f"It can {', '.join(CALLS)}.")
        try:
            parcel = await asyncio.to_thread(self._packed, photo)
            async with leaving(photo, parcel):
                content = {"Image": {"Bytes": base64.b64encode(parcel.jpeg).decode()}}
                answer = await self._call(CALLS[operation], content | self._parameters.get(operation, {}), costs=True)
                if answer.status >= 300:
                    raise refusal(answer)
                told = answer.object()
                if not isinstance(told.get(PARTS[operation]), list):
                    raise answer.unreadable(f"there are no {PARTS[operation]} in it, not even none")
                return recognition(photo.id, operation, told)
        except (PhotoRefused, PhotoError) as error:
            return Failure(photo.id, error)

    def _packed(self, photo: PhotoInput) -> Parcel:
        """Blocking. A picture that is too small for the service is enlarged: it would be refused."""
        image = photo.image(self._side)
        growth = SMALLEST_SIDE_PX / min(image.size)
        if growth > 1:
            larger = tuple(min(max(round(side * growth), SMALLEST_SIDE_PX), self._side) for side in image.size)
            image = image.resize((larger[0], larger[1]), Image.Resampling.BICUBIC)
        parcel = wrap(image, self._quality)
        if len(parcel.jpeg) > MOST_BYTES:
            raise PhotoRefused(f"The picture is too large for {TITLE}.", "Lower the option longest_side_px.")
        return parcel

    async def _call(self, name: str, content: Mapping[str, Any], *, costs: bool = False) -> Response:
        target = f"RekognitionService.{name}"
        with before_sending():
            body = await asyncio.to_thread(lambda: json.dumps(content).encode())
            headers = await asyncio.to_thread(self._signer.headers, self._url, target, body)
        return await self._client.call("POST", self._url, headers=headers, body=body, costs=costs)
