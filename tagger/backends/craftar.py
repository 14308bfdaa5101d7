"""CraftAR (Catchoom), version 1 of its API: finds the items of the user's own collection of reference images.

A backend of this type searches one collection, named by its token; several may be configured beside each other.
"""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tagger.backends.online import key, sending, whole
from tagger.backends.reading import box, items, mapping, number, objects, text
from tagger.entities import Box, Detection, LabelKind
from tagger.errors import BackendError, BackendRefused, PhotoError, PhotoRefused, ServiceFault
from tagger.recognition.backend import (
    Answer,
    Backend,
    BackendConfig,
    BackendType,
    Capabilities,
    Failure,
    PhotoInput,
    Recognition,
    Setting,
)

if TYPE_CHECKING:
    from tagger.backends import answers

URL = "https://search.craftar.net/v1/"
TITLE = "CraftAR"
MAX_CUSTOM, MAX_CUSTOM_BYTES, MAX_KEPT = 4000, 1 << 20, 500
THUMB_BYTES = 64 << 10
_CONCURRENCY = 4
# "An appropriate HTTP status code … parse only the code": what each code asks the user to do.
_REFUSED: Mapping[str, tuple[str, str]] = {
    "TOKEN_MISSING": (f"{TITLE} got no token.", "Set the TOKEN of the collection again."),
    "TOKEN_WRONG": (f"{TITLE} finds the token malformed: it has 16 letters and digits.", "Copy the TOKEN again."),
    "TOKEN_INVALID": (f"{TITLE} does not know the token.", "Copy the TOKEN of the collection from its page."),
    "SCAN_QUOTA_EXCEEDED": (
        f"{TITLE} has no scans left: the quota is spent.",
        "Buy more, or wait until it is renewed.",
    ),
}
_PHOTO_REFUSED: Mapping[str, str] = {
    "IMAGE_MISSING": f"{TITLE} got no picture.",
    "IMAGE_TOO_LARGE": f"{TITLE} finds the picture too large; lower the option longest_side_px.",
    "IMAGE_TOO_SMALL": f"{TITLE} finds the picture too small; raise the option longest_side_px.",
    "IMAGE_TRANSPARENCY": f"{TITLE} takes no transparent pictures.",
    "IMAGE_NO_DETAILS": f"{TITLE} finds too few details in the picture to compare it.",
    "IMAGE_NOT_LOADED": f"{TITLE} cannot decode the picture that was sent.",
}


class Craftar:
    """Implements `Recogniser` and `Tester`."""

    def __init__(self, config: BackendConfig) -> None:
        """Check the settings; connect nowhere yet.

        Raises:
            BackendUnavailable: a setting or the token makes no sense.
        """
        from tagger.backends.http import Client  # only here: listing backends must not load httpx

        options = config.options
        self._token = key(config.secrets, "token")
        self._side = whole(options, "longest_side_px", 240, 10_000)
        self._quality = whole(options, "quality", 1, 95)
        self._least = whole(options, "min_score", 0, 100) / 100
        self._embedded = bool(options["embed_custom"])
        self._form = {
            "token": self._token,
            "bboxes": _word(bool(options["bboxes"])),
            "embed_custom": _word(self._embedded),
        }
        self._url = (config.url or URL).rstrip("/") + "/"
        self._hosts = {_host(self._url), *str(options["custom_hosts"]).casefold().replace(",", " ").split()}
        timeout_s = whole(options, "timeout_s", 1, 3600)
        self._client = Client(TITLE, secrets=[self._token], timeout_s=timeout_s)
        self._kept: dict[str, asyncio.Task[bytes]] = {}

    async def recognise(self, photos: Sequence[PhotoInput], operation: str) -> Sequence[Answer]:
        """Search the collection for what each photo shows; each search is a scan that counts.

        Raises:
            BackendError: as the protocol has it.
        """
        return [await self._recognise(photo) for photo in photos]

    async def test(self, photo: PhotoInput | None) -> str:
        """Try the token: with a photo by one scan, without one by asking for the time, which costs nothing.

        Raises:
            BackendError, PhotoError: it does not work.
        """
        if photo is None:
            answer = await self._client.call("POST", self._url + "timestamp", form={"token": self._token})
            if number(_content(answer).get("timestamp")) is None:
                raise answer.unreadable("it is not the time that was asked for")
            return f"{TITLE} takes the token."
        found = await self._recognise(photo)
        if isinstance(found, Failure):
            raise found.error
        names = ", ".join(dict.fromkeys(detection.label for detection in found.detections)) or "nothing"
        return f"{TITLE} finds {names}."

    async def close(self) -> None:
        """Close the connections."""
        for task in self._kept.values():
            task.cancel()
        await asyncio.gather(*self._kept.values(), return_exceptions=True)
        await self._client.close()

    async def _recognise(self, photo: PhotoInput) -> Answer:
        from tagger.backends.http import File
        from tagger.backends.outgoing import leaving, pack

        try:
            parcel = await asyncio.to_thread(pack, photo, self._side, self._quality)
            async with leaving(photo, parcel):
                file = File("image", parcel.name, parcel.jpeg)
                url = self._url + "search"
                answer = await self._client.call(
                    "POST", url, form=self._form, file=file, costs=True, first=_refuse_account
                )
                content = _content(answer)
                if not isinstance(content.get("results"), list):
                    raise answer.unreadable("it names no results, not even none")
        except (PhotoRefused, PhotoError) as error:
            return Failure(photo.id, error)
        return await self._recognition(photo, list(objects(content["results"])))

    async def _recognition(self, photo: PhotoInput, results: list[dict[str, Any]]) -> Recognition:
        full = _full_score(results)
        detections: list[Detection] = []
        facts: dict[str, str] = {}
        for result in results[:100]:
            item = mapping(result.get("item"))
            label, score = text(item.get("name")) or text(item.get("uuid")), number(result.get("score"))
            if not label or score is None or score / full < self._least:
                continue
            corners = _corners(result.get("bbox"))
            confidence = min(max(score / full, 0.0), 1.0)
            detections.append(Detection(label, confidence, LabelKind.ITEM, _around(corners)))
            about = await self._about(item, mapping(result.get("image")), corners)
            facts |= {f"{len(detections)} {label}: {name}": value for name, value in about}
        return Recognition(photo.id, tuple(detections), f"{TITLE} v1", facts)

    async def _about(
        self, item: Mapping[str, Any], image: Mapping[str, Any], corners: list[tuple[float, float]]
    ) -> list[tuple[str, str]]:
        """What is kept of an item beside its name."""
        found = [("uuid", text(item.get("uuid"))), ("url", text(item.get("url")))]
        found += [(name, _told(item.get(name))) for name in ("tracking", "content")]
        found.append(("custom", await self._custom(item.get("custom"))))
        found.append(("reference", text(image.get("uuid"))))
        found.append(("thumb", await self._thumb(text(image.get("thumb_120")))))
        found.append(("corners", " ".join(f"{x:.4g},{y:.4g}" for x, y in corners)))
        return [(name, value) for name, value in found if value]

    async def _custom(self, custom: Any) -> str:
        """The custom data, fetched where it is an address that may be asked; else the address."""
        told = _told(custom)
        if self._embedded or not isinstance(custom, str) or not self._may_ask(custom):
            return told
        content = await self._fetched(custom, MAX_CUSTOM_BYTES)
        return told if content is None else self._client.hidden(content.decode("utf-8", "replace"))[:MAX_CUSTOM]

    async def _thumb(self, address: str) -> str:
        """The reference image as a ``data:`` address, so that it is shown without asking anybody again."""
        content = await self._fetched(address, THUMB_BYTES) if self._may_ask(address) else None
        kind = _picture_type(content or b"")
        return f"data:{kind};base64,{base64.b64encode(content).decode()}" if content and kind else address

    def _may_ask(self, address: str) -> bool:
        return _host(address) in self._hosts

    async def _fetched(self, address: str, most: int) -> bytes | None:
        """What is at an address, asked for once as long as the backend is open, and without the token; None if nothing.

        Tasks, since several photos that show the same item arrive side by side.
        """
        if address not in self._kept:
            if len(self._kept) >= MAX_KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[address] = asyncio.ensure_future(self._fetch(address, most))
        # Shielded: a photo that is cancelled must not take the data from the others that wait for it.
        return await asyncio.shield(self._kept[address]) or None

    async def _fetch(self, address: str, most: int) -> bytes:
        try:
            answer = await self._client.call("GET", address, max_bytes=most)
        except BackendError:
            return b""  # what is recognised is worth keeping without it
        return answer.body if answer.status == 200 and not answer.flaw else b""


def _refuse_account(answer: answers.Answer) -> None:
    """Raise BackendRefused where the code is about the account, whatever status it comes with."""
    code = _code(answer)
    if code in _REFUSED:
        what, advice = _REFUSED[code]
        raise answer.fault(BackendRefused(what, advice))


def _code(answer: answers.Answer) -> str:
    return text(mapping(mapping(answer.json()).get("error")).get("code")).upper()


def _content(answer: answers.Answer) -> dict[str, Any]:
    """A successful answer. Of an error only its code is parsed, as the documentation asks."""
    _refuse_account(answer)
    content, code = mapping(answer.json()), _code(answer)
    if code in _PHOTO_REFUSED:
        raise answer.fault(PhotoRefused(_PHOTO_REFUSED[code]))
    if code == "SERVER_ERROR":
        raise answer.fault(ServiceFault(f"{TITLE} failed."))
    if answer.status in (401, 403):
        raise answer.fault(BackendRefused(f"{TITLE} does not take the token.", "Copy the TOKEN again."))
    if answer.status == 404:
        raise answer.fault(BackendRefused(f"{TITLE} is not at this address.", "Check the URL of the backend."))
    if code or answer.status != 200:
        told = code or answer.text()
        raise answer.fault(PhotoRefused(f"{TITLE} refuses with {answer.status}{f': {told}' if told else ''}."))
    if not content:
        raise answer.unreadable("it is not the JSON that was expected")
    return content


def _full_score(results: Sequence[Mapping[str, Any]]) -> float:
    """What a full score is: the sample has 100, and where any score is above 1 they are all percent."""
    scores = [score for result in results if (score := number(result.get("score"))) is not None]
    return 100.0 if any(score > 1 for score in scores) else 1.0


def _corners(value: Any) -> list[tuple[float, float]]:
    """The corners of a quadrilateral as fractions of the photo, in the order in which they are walked around.

    The service gives them as top left, top right, bottom left, bottom right; they may lie outside the photo.
    """
    pairs = [[number(part) for part in items(pair)] for pair in items(value)]
    found = [(x, y) for pair in pairs if len(pair) == 2 for x, y in [pair] if x is not None and y is not None]
    if len(found) != 4 or len(pairs) != 4 or max(abs(part) for pair in found for part in pair) > 1e6:
        return []
    return [found[0], found[1], found[3], found[2]]


def _around(corners: Sequence[tuple[float, float]]) -> Box | None:
    if not corners:
        return None
    left, top = (min(values) for values in zip(*corners, strict=True))
    right, bottom = (max(values) for values in zip(*corners, strict=True))
    return box(left, top, right - left, bottom - top)


def _told(value: Any) -> str:
    """Data of the user's own, whatever it is made of, as text."""
    if value is None or isinstance(value, str):
        return (value or "").strip().replace("\x00", "").encode("utf-8", "replace").decode()[:MAX_CUSTOM]
    return json.dumps(value, ensure_ascii=True)[:MAX_CUSTOM]


def _picture_type(content: bytes) -> str:
    for start, kind in ((b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG\r\n\x1a\n", "image/png"), (b"GIF8", "image/gif")):
        if content.startswith(start):
            return kind
    return ""


def _host(address: str) -> str:
    """The host of a web address with its port, if it names one; empty for anything else."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return parts.netloc.casefold() if parts.scheme in ("http", "https") and "@" not in parts.netloc else ""


def _word(on: bool) -> str:
    return "true" if on else "false"


def _settings() -> Iterator[Setting]:
    yield Setting("token", "Token", secret=True, required=True, help="Of the collection to search: 16 characters.")
    yield Setting("bboxes", "Boxes", True, help="Ask where in the photo the item is.")
    yield Setting("embed_custom", "Embed custom data", False, help="Have the data in the answer, which takes longer.")
    yield Setting("min_score", "Score from", 0, help="Lowest score of an item that is suggested, 0 to 100.")
    yield Setting(
        "custom_hosts",
        "Hosts of custom data",
        "",
        help="Further hosts that custom data and thumbnails are fetched from, parted by commas; never with the token.",
    )
    yield from sending(1024)


def _open(config: BackendConfig) -> Backend:
    return Craftar(config)


TYPE = BackendType(
    name="craftar",
    title="CraftAR (Catchoom)",
    capabilities=Capabilities(
        offline=False, boxes=True, longest_side_px=1024, formats=("JPEG",), concurrency=_CONCURRENCY
    ),
    open=_open,
    settings=tuple(_settings()),
)
