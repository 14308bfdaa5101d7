"""The way of all backends to their services: one HTTP client that trusts nothing it is told.

    Client      connections of one backend; maps every fault to the errors of the program
    Answer      what came back, bounded in size, for the backend to read

- TLS is verified; plain http is spoken with this machine only, and then never through a proxy.
- A call has a limit for connecting, for each read and write, and one for all of it, which a dripping server meets, too.
- Answers are read up to a size, and unpacked up to a size.
- No redirect is followed with a photo or to another place: keys go nowhere but where the user meant them to.
- Of what was sent it is known whether it left: not sent (`ServiceUnreachable`), not all of it (`ServiceFault`), or all
  of it without a readable answer, which may have cost money (`OutcomeUnknown`).
- No secret is in any text that leaves this module: errors and answers are searched for them, the log of httpx is off.
"""

from __future__ import annotations

import asyncio
import http.cookiejar
import logging
import ssl
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from dataclasses import dataclass

import httpx

from tagger import __version__
from tagger.addresses import check_url
from tagger.backends.answers import MAX_BYTES, Answer, TooLarge, Unreadable, retry_after, unpacked, without_secrets
from tagger.backends.outgoing import NOT_SENT
from tagger.errors import (
    BackendError,
    BackendRefused,
    BackendUnavailable,
    OutcomeUnknown,
    RetryLater,
    ServiceFault,
    ServiceUnreachable,
    UsageError,
)

CONNECT_S, READ_S, WRITE_S = 10.0, 60.0, 60.0
FAULT_AFTER_S = 2.0
"""Rest after a fault, where the service does not say how long."""
CHUNK = 1 << 16
MOST_CONNECTIONS = 80
"""More than the queue ever makes calls at once, of which it sees to the number."""
MAX_REDIRECTS = 3
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_SLOW = "Send less at once (longest_side_px, batch_size), or raise timeout_s."
_FORBIDDEN = ("Check the URL of the backend.", "Check its URL, and the certificates of this machine.")

# httpx logs every URL with its query, httpcore every header: keys.
for _name in ("httpx", "httpcore"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class File:
    """A part of a form that is a file."""

    field: str
    name: str
    content: bytes
    type: str = "image/jpeg"


class Client:
    """HTTP for one backend. Every method may be called from several tasks of one loop at a time."""

    def __init__(self, service: str, *, secrets: Collection[str] = (), timeout_s: float = 120.0) -> None:
        """Connect nowhere yet; takes some 20 ms.

        Args:
            service: What the user calls it, for messages.
            secrets: What must appear in no text.
            timeout_s: Longest time of one call.

        Raises:
            BackendUnavailable: the proxy of the environment makes no sense.
        """
        self.service = service
        self._secrets = tuple(secrets)
        self._timeout_s = timeout_s
        within = [min(limit, timeout_s) for limit in (CONNECT_S, READ_S, WRITE_S)]
        try:
            self._client = httpx.AsyncClient(
                timeout=httpx.Timeout(None, connect=within[0], read=within[1], write=within[2]),
                limits=httpx.Limits(max_connections=MOST_CONNECTIONS, max_keepalive_connections=MOST_CONNECTIONS),
                follow_redirects=False,
                mounts={"http://": None},
                headers={"User-Agent": f"Tagger/{__version__}", "Accept-Encoding": "gzip"},
                cookies=http.cookiejar.CookieJar(http.cookiejar.DefaultCookiePolicy(allowed_domains=[])),
            )
        except (ValueError, ImportError, httpx.InvalidURL, OSError):
            raise BackendUnavailable(
                "The proxy or the certificates of the environment cannot be used.",
                "Check HTTPS_PROXY, ALL_PROXY, SSL_CERT_FILE and SSL_CERT_DIR.",
            ) from None

    def hide(self, secret: str) -> None:
        """Have one more text appear nowhere, as one that a service gave for a while."""
        self._secrets += (secret,)

    def hidden(self, told: str) -> str:
        """A text of a service without secrets, and without what no text holds."""
        return str(without_secrets(told.replace("\x00", ""), self._secrets))

    async def close(self) -> None:
        """Close all connections."""
        await self._client.aclose()

    async def call(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        form: Mapping[str, str] | None = None,
        file: File | None = None,
        body: bytes | None = None,
        costs: bool = False,
        max_bytes: int = MAX_BYTES,
        first: Callable[[Answer], None] | None = None,
    ) -> Answer:
        """Make one call and read its answer; statuses that mean the same everywhere become errors.

        Args:
            method: ``GET``, ``POST``, ``DELETE``.
            url: The whole of it.
            headers: Beside those of the client.
            form: Fields, sent as ``multipart/form-data``.
            file: Sent with them.
            body: Instead of a form.
            costs: The service may charge for it, or change something: an answer that was lost makes the outcome
                unknown, where otherwise asking again harms nobody.
            max_bytes: Of the answer, packed and unpacked.
            first: Looks at what is asked to be repeated, and raises what the body says is no use to repeat: some tell
                that the quota is spent as they tell that they are busy.

        Raises:
            ServiceUnreachable: nothing was sent.
            RetryLater: 408, 429, 503, with the time to wait.
            ServiceFault: another 5xx, or the connection broke before all was sent.
            OutcomeUnknown: it ``costs``, and the answer was lost.
            BackendRefused: a redirect, or no trust in the certificate.
        """
        parts = None if form is None and file is None else _parts(form or {}, file)
        request = self._request(method, url, headers, parts, body)
        for _ in range(MAX_REDIRECTS + 1):
            answer = await self._once(request, costs, max_bytes)
            place = answer.headers.get("location")
            if answer.status not in _REDIRECTS or place is None:
                if first is not None and answer.status in (408, 429, 503):
                    first(answer)
                return self._judged(answer)
            request = self._redirected(request, place)
        raise self._refused_redirect()

    def _request(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str] | None,
        parts: list[tuple[str, tuple[str | None, bytes, str | None]]] | None,
        body: bytes | None,
    ) -> httpx.Request:
        try:
            check_url(url.partition("?")[0])
            request = self._client.build_request(method, url, headers=headers, files=parts, content=body)
        except (UsageError, httpx.InvalidURL, UnicodeError):
            raise BackendRefused(f"{self.service} has no usable URL.", _FORBIDDEN[0]) from None
        return request

    async def _once(self, request: httpx.Request, costs: bool, max_bytes: int) -> Answer:
        sending = _Body(request.read())
        request.stream = sending
        try:
            async with asyncio.timeout(self._timeout_s):
                return await self._answer(request, costs, max_bytes)
        except httpx.LocalProtocolError:
            raise BackendRefused(
                f"{self.service} cannot be asked in this way.", "Check its keys and its URL."
            ) from None
        except (httpx.TransportError, TimeoutError, OSError) as error:
            raise self._lost(error, sending, costs) from None
        except asyncio.CancelledError:
            if sending.begun:
                raise
            raise asyncio.CancelledError(NOT_SENT) from None

    async def _answer(self, request: httpx.Request, costs: bool, max_bytes: int) -> Answer:
        response = await self._client.send(request, stream=True)
        try:
            body, flaw = await _read(response, max_bytes)
        finally:
            await response.aclose()
        return Answer(self.service, response.status_code, response.headers, body, costs, self._secrets, flaw)

    def _judged(self, answer: Answer) -> Answer:
        status = answer.status
        if status in (408, 429, 503):
            busy = "is busy" if status == 503 else "asks for patience"
            raise answer.fault(RetryLater(f"{self.service} {busy}.", after_s=retry_after(answer.headers)))
        if status >= 500:
            raise answer.fault(
                ServiceFault(f"{self.service} failed.", after_s=retry_after(answer.headers, FAULT_AFTER_S))
            )
        if status < 300 and answer.flaw:
            raise answer.unreadable(answer.flaw)
        return answer

    def _redirected(self, request: httpx.Request, place: str) -> httpx.Request:
        """The next call, if it brings nothing anywhere: a GET to the same scheme, host and port."""
        try:
            url = request.url.join(place)
        except (httpx.InvalidURL, UnicodeError, ValueError):
            raise self._refused_redirect() from None
        here = request.url
        same = (url.scheme, url.host, url.port) == (here.scheme, here.host, here.port) and not url.userinfo
        if request.method != "GET" or not same:
            raise self._refused_redirect()
        return httpx.Request("GET", url, headers=request.headers)

    def _refused_redirect(self) -> BackendRefused:
        return BackendRefused(
            f"{self.service} sends its callers to another place, where neither photos nor keys shall go.",
            "Check the URL of the backend.",
        )

    def _lost(self, error: Exception, sending: _Body, costs: bool) -> BackendError:
        why = _why(error)
        if not sending.begun:
            if _distrust(error):
                return BackendRefused(f"{self.service} is not who it should be: {why}.", _FORBIDDEN[1])
            return ServiceUnreachable(f"{self.service} cannot be reached ({why}).", "Check the network and its URL.")
        if not sending.ended:
            told = f"The connection to {self.service} broke while it was being asked ({why})."
            slow = isinstance(error, TimeoutError | httpx.TimeoutException)
            return ServiceFault(told, _SLOW if slow else "", after_s=FAULT_AFTER_S)
        if costs:
            return OutcomeUnknown(f"The answer of {self.service} was lost ({why}).", "It may have been charged.")
        return ServiceFault(f"The answer of {self.service} was lost ({why}).", after_s=FAULT_AFTER_S)


def target(url: str) -> str:
    """The part of an address that a request names: path and query, as they are sent."""
    return httpx.URL(url).raw_path.decode("ascii")


class _Body(httpx.AsyncByteStream):
    """A request's body that knows how much of it was taken.

    Attributes:
        begun: The connection stands, and the head of the request was sent.
        ended: The last piece was taken: from here on, the service may have all of it.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        self.begun = self.ended = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        self.begun = True
        last = max(0, len(self._content) - 1) // CHUNK * CHUNK
        for start in range(0, last, CHUNK):
            yield self._content[start : start + CHUNK]
        self.ended = True
        yield self._content[last:]


def _parts(form: Mapping[str, str], file: File | None) -> list[tuple[str, tuple[str | None, bytes, str | None]]]:
    """All parts as httpx takes them: a form without a file must be multipart, too."""
    parts: list[tuple[str, tuple[str | None, bytes, str | None]]] = [
        (name, (None, value.encode(), None)) for name, value in form.items()
    ]
    return parts if file is None else [*parts, (file.field, (file.name, file.content, file.type))]


async def _read(response: httpx.Response, max_bytes: int) -> tuple[bytes, str]:
    """The body and what is wrong with it. Of an answer that refuses, what arrived will do."""
    body = bytearray()
    try:
        async for piece in response.aiter_raw():
            body += piece
            if len(body) > max_bytes:
                return b"", f"it is larger than {max_bytes:,} bytes"
        return unpacked(bytes(body), response.headers, max_bytes), ""
    except (TooLarge, Unreadable) as error:
        return b"", str(error)
    except httpx.TransportError as error:
        return b"", _why(error)


def _why(error: BaseException) -> str:
    """An error of the network in words without addresses, keys or anything a server can choose."""
    match error:
        case httpx.ConnectTimeout() | httpx.PoolTimeout():
            return "no connection in time"
        case httpx.TimeoutException() | TimeoutError():
            return "no answer in time"
        case httpx.ProxyError():
            return "the proxy refuses"
        case httpx.ConnectError():
            return "the certificate is not trusted" if _distrust(error) else "no connection"
        case httpx.RemoteProtocolError():
            return "the answer was cut off or is no HTTP"
    return "the connection broke"


def _distrust(error: BaseException) -> bool:
    """Whether TLS is behind an error of connecting."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, ssl.SSLError):
            return True
        seen = seen.__cause__ or seen.__context__
    return False
