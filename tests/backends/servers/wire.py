"""A real HTTP/1.1 server on 127.0.0.1 that does what a service does, and what it should not do when told so."""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
import struct
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True)
class Request:
    """One request as it came over the wire; header names in lower case."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes = field(repr=False)
    target: str = ""

    @property
    def parts(self) -> dict[str, tuple[str | None, bytes]]:
        """The parts of a multipart form: name -> file name (None for a field), content."""
        kind, _, boundary = self.headers.get("content-type", "").partition("; boundary=")
        if kind != "multipart/form-data":
            return {}
        found = {}
        for part in self.body.split(b"--" + boundary.encode())[1:-1]:
            head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
            fields = dict(
                piece.strip().split("=", 1) for piece in head.split(b"\r\n")[0].decode().split(";") if "=" in piece
            )
            names = {name: value.strip('"') for name, value in fields.items()}
            found[names["name"]] = (names.get("filename"), content.removesuffix(b"\r\n"))
        return found

    @property
    def form(self) -> dict[str, str]:
        """The fields of a multipart form that are no files."""
        return {name: content.decode() for name, (file, content) in self.parts.items() if file is None}

    def json(self) -> Any:
        return json.loads(self.body or b"null")


@dataclass(frozen=True)
class Reply:
    """An answer."""

    status: int
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)

    def json(self) -> Any:
        return json.loads(self.body)

    def wire(self) -> bytes:
        headers = {"Content-Length": str(len(self.body)), **self.headers}
        lines = [f"HTTP/1.1 {self.status} Whatever", *(f"{name}: {value}" for name, value in headers.items())]
        return "\r\n".join(lines).encode("utf-8") + b"\r\n\r\n" + self.body


def as_json(status: int, value: object, **headers: str) -> Reply:
    return Reply(status, json.dumps(value).encode(), {"Content-Type": "application/json"} | headers)


Writer = asyncio.StreamWriter
Fault = Callable[[Request, Writer], Awaitable[None]]
"""What is done instead of an answer; the connection is closed afterwards."""


class Server:
    """Runs in a thread of its own. Override `answer`.

    Attributes:
        requests: Everything that arrived whole, in order.
        faults: What to do instead of answering: taken one by one by the requests that ``faulty`` picks.
        seconds: How long each answer takes.
    """

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.faults: list[Fault] = []
        self.faulty: Callable[[Request], bool] = lambda _request: True
        self.seconds = 0.0
        self.deaf = False
        self.under_way = self.most_under_way = self.connections = 0
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="fake service")
        self._ready = threading.Event()

    def __enter__(self) -> Any:
        self._thread.start()
        self._ready.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def answer(self, request: Request) -> Reply:
        raise NotImplementedError

    def _run(self) -> None:
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        self._stop = asyncio.Event()
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0, limit=1 << 26)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stop.wait()
        server.close()
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: Writer) -> None:
        self.connections += 1
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            if self.deaf:  # it hangs up before it has read anything
                reset(writer)
                return
            while await self._exchange(reader, writer):
                pass
        writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: Writer) -> bool:
        request = await _read(reader)
        self.requests.append(request)
        if self.faults and self.faulty(request):
            await self.faults.pop(0)(request, writer)
            await writer.drain()
            return False
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)
        try:
            await asyncio.sleep(self.seconds)
            writer.write(self.answer(request).wire())
            await writer.drain()
        finally:
            self.under_way -= 1
        return True


async def _read(reader: asyncio.StreamReader) -> Request:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    method, target, _ = head[0].split(" ")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    parts = urlsplit(target)
    return Request(method, parts.path, dict(parse_qsl(parts.query)), headers, body, target)


def reset(writer: Writer) -> None:
    """Hang up so that the other side sees a reset, not an end."""
    raw = writer.get_extra_info("socket")
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


def says(reply: Reply) -> Fault:
    """Answer with this."""

    async def fault(_request: Request, writer: Writer) -> None:
        writer.write(Reply(reply.status, reply.body, {"Connection": "close"} | reply.headers).wire())

    return fault


def status(code: int, body: bytes = b"", **headers: str) -> Fault:
    return says(Reply(code, body, {name.replace("_", "-"): value for name, value in headers.items()}))


def does(server: Server, fault: Fault) -> Fault:
    """Do what was asked, and lose the answer in this way."""

    async def lost(request: Request, writer: Writer) -> None:
        server.answer(request)
        await fault(request, writer)

    return lost


async def resets(_request: Request, writer: Writer) -> None:
    """Read all, then reset the connection."""
    reset(writer)


async def hangs(_request: Request, _writer: Writer) -> None:
    """Read all and say nothing."""
    await asyncio.sleep(60)


async def drips(_request: Request, writer: Writer) -> None:
    """A byte now and then, within every limit for one read."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{")
    for _ in range(600):
        await writer.drain()
        await asyncio.sleep(0.1)
        writer.write(b" ")


async def truncates(_request: Request, writer: Writer) -> None:
    """Promise more than comes."""
    writer.write(
        b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{"status": 200, "da'
    )


async def floods(_request: Request, writer: Writer) -> None:
    """Send on and on, valid as far as it goes."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
    for _ in range(1000):
        writer.write(b"100000\r\n" + b" " * (1 << 20) + b"\r\n")
        await writer.drain()


async def speaks_no_http(_request: Request, writer: Writer) -> None:
    writer.write(b"SSH-2.0-OpenSSH_9.6\r\n")
