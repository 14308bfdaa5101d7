"""The calls to Image Intelligence: its token, its jobs, its identities."""

from __future__ import annotations

import asyncio
import json
import math
import re
import time
import uuid
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from tagger.addresses import check_url
from tagger.backends.answers import Answer
from tagger.backends.http import Client
from tagger.backends.imageintelligence import STYLES, TITLE, classes_of
from tagger.backends.online import choice, key, whole
from tagger.backends.outgoing import before_sending
from tagger.backends.reading import mapping, number, objects, text
from tagger.errors import BackendRefused, BackendUnavailable, OutcomeUnknown, PhotoRefused, UsageError
from tagger.recognition.backend import BackendConfig

URL = "https://api.imageintelligence.com/v2/"
TOKEN_S = 3600.0
"""How long a token is believed in that does not say when it ends."""
EARLY_S = 60.0
"""A token is renewed so long before it ends, so that it does not end on its way."""
_ID = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._:~-]{0,127}")
_KEYS = "Check CLIENT_ID and CLIENT_SECRET, or set another ACCESS_TOKEN."

_MAYBE = "It may have been charged."


class StaleToken(BackendRefused):
    """The token is not taken any more, and another one was fetched: the call may be made once more."""


class TooMuch(PhotoRefused):
    """The service finds the job too large; fewer photos may do."""


class Service:
    """Knows how to call, not what for."""

    def __init__(self, config: BackendConfig) -> None:
        """Check where and as whom to call; either pair of secrets will do, the access token is tried first.

        Raises:
            BackendUnavailable: a setting or a secret makes no sense.
        """
        options, secrets = config.options, config.secrets
        if not secrets.get("access_token") and not (secrets.get("client_id") and secrets.get("client_secret")):
            raise BackendUnavailable(
                f"{TITLE} needs a client ID and its secret, or an access token.",
                "Set CLIENT_ID and CLIENT_SECRET, or ACCESS_TOKEN.",
            )
        self._base = _base(config.url or URL)
        self._namespace = quote(str(options["namespace"]), safe="")
        self._style = choice(options, "path_style", STYLES)
        self._classes = classes_of(options)
        self._more = {"feedId": str(options["feed_id"]), "webhookUrl": str(options["webhook_url"])}
        self._token = key(secrets, "access_token") if secrets.get("access_token") else ""
        self._until = math.inf if self._token else 0.0
        self._client_id = self._client_secret = ""
        if not self._token or secrets.get("client_secret"):
            self._client_id, self._client_secret = key(secrets, "client_id"), key(secrets, "client_secret")
        hidden = [secret for secret in (self._token, self._client_secret, self._client_id) if secret]
        self._client = Client(TITLE, secrets=hidden, timeout_s=whole(options, "timeout_s", 1, 3600))
        self._renewing = asyncio.Lock()

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()

    async def enter(self) -> None:
        """Have a token before anything is sent.

        Raises:
            BackendError: none is to be had.
        """
        await self._bearer()

    async def create(
        self, operation: str, custom_id: str, images: list[dict[str, str]], *, renew: bool
    ) -> dict[str, Any]:
        """Send a job, once; what the service says of it, its id among it.

        Args:
            operation: What for.
            custom_id: "to reference this job"; random.
            images: As the service wants them.
            renew: Have another token if this one is not taken.

        Raises:
            StaleToken, TooMuch: it was not taken as it is.
            BackendError: as `Client.call`.
        """
        content: dict[str, Any] = {"images": images, "customId": custom_id}
        content |= {name: value for name, value in self._more.items() if value}
        if operation == "detect":
            # NEVER: the default of the service has people look at photos it is not sure of.
            content["classes"] = [{"class": name, "verify": "NEVER"} for name in self._classes]
        with before_sending():
            token = await self._bearer()
            body = await asyncio.to_thread(lambda: json.dumps(content).encode())
        answer = await self._call("POST", self._place(operation), token, body)
        if answer.status == 401 and renew and await self._renew(token):
            raise answer.fault(StaleToken(f"{TITLE} wanted another token.", _KEYS))
        if answer.status == 413:
            raise answer.fault(TooMuch(f"{TITLE} finds the photo too large.", "Lower longest_side_px."))
        told = _content(answer)
        if not is_id(told.get("id")):
            raise answer.unreadable("it does not say what the job is called")
        return told

    async def job(self, operation: str, job_id: str) -> dict[str, Any]:
        """What became of a job.

        Raises:
            OutcomeUnknown: the service does not know it.
            BackendError: as `Client.call`.
        """
        answer = await self._ask("GET", self._place(operation, job_id))
        if answer.status == 404:
            raise answer.fault(OutcomeUnknown(f"{TITLE} does not know the job any more.", _MAYBE))
        return _content(answer)

    async def search(self, operation: str, custom_id: str) -> dict[str, Any] | None:
        """The job that was sent under this id; None where the service does not know it, or not yet.

        The documentation of /recognize shows no search; both are those of the vendor's OpenAPI source:
        ``POST recognition/recognize/{namespace}/search``, and for the other kind ``GET detect?customId=``.

        Raises:
            OutcomeUnknown: it cannot be asked in this way.
            BackendError: as `Client.call`.
        """
        if operation == "detect":
            answer = await self._ask("GET", f"detect?customId={quote(custom_id, safe='')}")
        else:
            body = json.dumps({"customIds": [custom_id], "limit": 1, "offset": 0}).encode()
            answer = await self._ask("POST", f"recognition/recognize/{self._namespace}/search", body, costs=False)
        if 300 <= answer.status < 500 and answer.status not in (401, 403):
            raise answer.fault(OutcomeUnknown(f"{TITLE} cannot be asked for a job by its name.", _MAYBE))
        jobs = (job for job in _jobs(answer) if job.get("customId") == custom_id and is_id(job.get("id")))
        return next(jobs, None)

    async def identity(self, identity_id: str) -> str | None:
        """The name of an identity, empty where it has none; None where there is no such identity."""
        answer = await self._ask("GET", f"recognition/identities/{self._namespace}/{quote(identity_id, safe='')}")
        return None if answer.status == 404 else text(_content(answer).get("customId"))

    async def create_identity(self, name: str, image_id: str) -> str:
        """Give what is on an image a name; the id of the identity.

        Raises:
            BackendError: as `Client.call`.
        """
        body = json.dumps({"customId": name, "imageIds": [image_id]}).encode()
        answer = await self._ask("POST", f"recognition/identities/{self._namespace}", body)
        told = _content(answer)
        found = [value for value in (told.get("identityId"), told.get("id")) if is_id(value)]
        if not found:
            raise answer.unreadable("it does not say what the identity is called")
        return str(found[0])

    async def knock(self) -> None:
        """Ask for a job that cannot be there, which costs nothing and tells whether the token is taken.

        Raises:
            BackendError: it is not.
        """
        answer = await self._ask("GET", self._place("recognise" if self._namespace else "detect", str(uuid.uuid4())))
        if answer.status != 404:
            _content(answer)

    def _place(self, operation: str, job_id: str = "") -> str:
        """Of a kind of job, or one of them: three forms of its address are public."""
        tail = f"/{quote(job_id, safe='')}" if job_id else ""
        if operation == "detect":
            return f"detect{tail}"
        if self._style == "recognition":
            return f"recognition/recognize/{self._namespace}{tail}"
        if tail or self._style == "query":
            return f"recognize{tail}?namespace={self._namespace}"
        return f"recognize/{self._namespace}"

    async def _ask(self, method: str, place: str, body: bytes | None = None, *, costs: bool = True) -> Answer:
        """Make a call that carries no photo, and once more if the token had ended."""
        token = await self._bearer()
        answer = await self._call(method, place, token, body, costs=costs)
        if answer.status == 401 and await self._renew(token):
            answer = await self._call(method, place, await self._bearer(), body, costs=costs)
        return answer

    async def _call(self, method: str, place: str, token: str, body: bytes | None, *, costs: bool = True) -> Answer:
        headers = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        url = self._base + place
        return await self._client.call(method, url, headers=headers, body=body, costs=costs and method == "POST")

    async def _bearer(self) -> str:
        """The token, fetched where there is none that still holds; several calls wait for one."""
        async with self._renewing:
            if time.monotonic() >= self._until:
                await self._fetch_token()
            return self._token

    async def _renew(self, refused: str) -> bool:
        """Have another token than the one that was refused; False where there is nothing to have it for."""
        async with self._renewing:
            if not self._client_secret:
                return False
            if self._token == refused:
                await self._fetch_token()
            return True

    async def _fetch_token(self) -> None:
        body = json.dumps({"clientId": self._client_id, "clientSecret": self._client_secret}).encode()
        headers = {"Accept": "application/json", "Content-Type": "application/json"}
        answer = await self._client.call("POST", f"{self._base}oauth/token", headers=headers, body=body)
        if answer.status in (400, 401, 403):
            raise answer.fault(
                BackendRefused(f"{TITLE} does not take CLIENT_ID and CLIENT_SECRET.", "Copy them again.")
            )
        told = _content(answer)
        try:
            token = key({"token": str(told.get("accessToken") or "")[:8192]}, "token")
        except BackendUnavailable:
            raise answer.unreadable("there is no token in it") from None
        self._client.hide(token)
        self._token, self._until = token, time.monotonic() + _lifetime(told)


def _jobs(answer: Answer) -> Iterator[dict[str, Any]]:
    """The jobs of a search, a list by itself or inside an object; what it is called there, no description says."""
    content = answer.json()
    if isinstance(content, list):
        return objects(content)
    return (job for value in answer.object().values() for job in objects(value))


def is_id(value: object) -> bool:
    """Whether it is an id that may become part of an address."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None and set(value) != {"."}


def _lifetime(told: Mapping[str, Any]) -> float:
    """Seconds that a token is used, by the service's own clock where it tells it: times are in milliseconds."""
    ends, issued = number(told.get("expiresAt")), number(told.get("issuedAt"))
    if ends is None:
        return TOKEN_S
    lasts = (ends - (time.time() * 1000 if issued is None else issued)) / 1000
    return max(0.0, lasts - min(EARLY_S, lasts / 2))


def _content(answer: Answer) -> dict[str, Any]:
    if answer.status < 300:
        return answer.object()
    told = text(mapping(answer.json()).get("message")) or answer.text()
    said = f": {told}" if told else "."
    match answer.status:
        case 401 | 403:
            raise answer.fault(BackendRefused(f"{TITLE} does not let this application in{said}", _KEYS))
        case 402:
            raise answer.fault(BackendRefused(f"{TITLE} does no more{said}", "Check the plan of your account."))
        case 404 | 405:
            advice = "Check the URL, the namespace and path_style."
            raise answer.fault(BackendRefused(f"{TITLE} has nothing at this address{said}", advice))
    raise answer.fault(PhotoRefused(f"{TITLE} refuses with {answer.status}{said}"))


def _base(url: str) -> str:
    try:
        check_url(url)
    except UsageError as error:
        raise BackendUnavailable(error.message, error.advice) from None
    return url.rstrip("/") + "/"
