"""The client that all backends share, where a backend's own tests do not reach."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import shutil
import socket
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tagger.backends.answers import TooLarge, Unreadable, retry_after, unpacked
from tagger.backends.http import Client
from tagger.backends.outgoing import Parcel, before_sending, leaving
from tagger.errors import BackendRefused, BackendUnavailable, OutcomeUnknown, ServiceFault, ServiceUnreachable
from tests.backends.photos import PhotoFile, photo_with_everything
from tests.backends.servers.wire import Reply, Request, Server, drips, hangs, resets, says

SECRET = "hush-hush-0123456789"


class Echo(Server):
    """Answers with all it was told, as a hostile server would."""

    def answer(self, request: Request) -> Reply:
        return Reply(200, f'{{"told": "{SECRET}", "{SECRET}": ["{request.target}"]}}'.encode())


@pytest.fixture
def server() -> Iterator[Echo]:
    with Echo() as running:
        yield running


def call(run_async: Any, url: str, *, timeout_s: float = 5.0, **more: Any) -> Any:
    async def go() -> Any:
        client = Client("The service", secrets=[SECRET], timeout_s=timeout_s)
        try:
            return await client.call(more.pop("method", "POST"), url, **more)
        finally:
            await client.close()

    return run_async(go())


def test_a_call_that_is_cancelled_before_it_is_connected_has_sent_nothing(run_async, tmp_path):
    """Where nobody takes the connection, as behind a firewall that says nothing."""

    async def go(listener: socket.socket) -> PhotoFile:
        photo = photo_with_everything(tmp_path)
        client = Client("The service", timeout_s=30.0)
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/"

        async def send() -> None:
            async with leaving(photo, Parcel(b"jpeg", "x.jpg")):
                await client.call("POST", url, body=b"jpeg", costs=True)

        sending = asyncio.create_task(send())
        await asyncio.sleep(0.2)
        sending.cancel()
        with pytest.raises(asyncio.CancelledError):
            await sending
        await client.close()
        return photo

    with contextlib.ExitStack() as stack:
        listener = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=0))
        for _ in range(4):  # until the system takes no more for it
            full = stack.enter_context(socket.socket())
            full.setblocking(False)
            full.connect_ex(listener.getsockname())
        if sys.platform == "linux":
            assert run_async(go(listener)).statuses == [("not sent", False)]


def test_a_call_that_is_cancelled_on_its_way_may_have_been_charged(run_async, server, tmp_path):
    server.faults = [hangs]

    async def go() -> PhotoFile:
        photo = photo_with_everything(tmp_path)
        client = Client("The service", timeout_s=30.0)

        async def send() -> None:
            async with leaving(photo, Parcel(b"jpeg", "x.jpg")):
                with before_sending():
                    await asyncio.sleep(0)
                await client.call("POST", server.url, body=b"jpeg", costs=True)

        sending = asyncio.create_task(send())
        while not server.requests:
            await asyncio.sleep(0.01)
        sending.cancel()
        with pytest.raises(asyncio.CancelledError):
            await sending
        await client.close()
        return photo

    assert run_async(go()).statuses == [("stopped", True)]


def test_secrets_that_come_back_are_taken_out(run_async, server):
    answer = call(run_async, f"{server.url}?key={SECRET}")
    assert SECRET not in repr(answer.json()) + repr(answer) + answer.text()


def test_the_log_says_nothing_of_addresses(run_async, server):
    heard: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heard.append(record.getMessage())

    root, ear = logging.getLogger(), Ear(0)
    before = root.level
    root.addHandler(ear)
    root.setLevel(0)
    try:
        call(run_async, f"{server.url}?key={SECRET}", headers={"Authorization": SECRET})
    finally:
        root.removeHandler(ear)
        root.setLevel(before)
    assert not [line for line in heard if SECRET in line or "127.0.0.1" in line]


def test_calls_to_this_machine_pass_every_proxy_by(run_async, server, monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    assert call(run_async, server.url).status == 200


def test_a_proxy_that_is_none_is_told_without_its_password(run_async, monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", f"gopher://me:{SECRET}@x/")
    with pytest.raises(BackendUnavailable) as caught:
        Client("x")
    assert SECRET not in f"{caught.value!r}{caught.value}"


@pytest.mark.parametrize("url", ["http://service.example/", "ftp://127.0.0.1/", "http://127.0.0.1@evil.example/", "x"])
def test_places_that_are_not_safe_are_never_called(run_async, url):
    with pytest.raises(BackendRefused):
        call(run_async, url)


def test_a_get_follows_within_its_own_place_only(run_async, server):
    server.faults = [says(Reply(302, b"", {"Location": "/elsewhere?a=1"}))]
    assert call(run_async, server.url, method="GET").json()["[key]"] == ["/elsewhere?a=1"]
    for place in ("http://127.0.0.1:9/", "//evil.example/", "https://127.0.0.1/", "http://a:b@127.0.0.1/", "http://["):
        server.faults = [says(Reply(302, b"", {"Location": place}))]
        with pytest.raises(BackendRefused, match="another place"):
            call(run_async, server.url, method="GET")
    server.faults = [says(Reply(302, b"", {"Location": "/again"}))] * 9
    with pytest.raises(BackendRefused):
        call(run_async, server.url, method="GET")


@pytest.mark.parametrize("fault", [resets, hangs, drips])
def test_what_is_lost_counts_only_where_it_costs(run_async, server, fault):
    for costs, error in ((True, OutcomeUnknown), (False, ServiceFault)):
        server.faults = [fault]
        with pytest.raises(error):
            call(run_async, server.url, timeout_s=0.5, costs=costs)


def test_a_line_too_slow_for_what_is_sent_is_a_fault_with_advice(run_async):
    """Nothing can have been charged for half a request, however long it took."""
    with socket.create_server(("127.0.0.1", 0)) as listener:  # which takes the connection, and reads nothing
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        with pytest.raises(ServiceFault, match="no answer in time") as caught:
            call(run_async, url, timeout_s=0.3, body=b"x" * (32 << 20), costs=True)
    assert "batch_size" in caught.value.advice


def test_nobody_there_is_nothing_sent(run_async):
    with pytest.raises(ServiceUnreachable):
        call(run_async, "http://127.0.0.1:9/", costs=True)


def test_connections_are_used_again_and_cookies_are_not_kept(run_async, server, monkeypatch):
    monkeypatch.setattr(server, "answer", lambda _request: Reply(200, b"{}", {"Set-Cookie": "track=me; Path=/"}))

    async def go() -> None:
        client = Client("x")
        for _ in range(4):
            await client.call("GET", server.url)
        await client.close()

    run_async(go())
    assert server.connections == 1
    assert not [request for request in server.requests if "cookie" in request.headers]


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl to make a certificate")
def test_a_certificate_that_nobody_vouches_for_is_refused(run_async, tmp_path: Path):
    key, cert = tmp_path / "key.pem", tmp_path / "cert.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    subprocess.run([*command, "-keyout", key, "-out", cert], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        got: list[bytes] = []

        def serve() -> None:
            raw, _ = listening.accept()
            try:
                with context.wrap_socket(raw, server_side=True) as tls:
                    got.append(tls.recv(100))
            except OSError:
                raw.close()

        thread = threading.Thread(target=serve)
        thread.start()
        with pytest.raises(BackendRefused, match="certificate"):
            call(run_async, f"https://127.0.0.1:{listening.getsockname()[1]}/", costs=True)
        thread.join()
    assert not any(got)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after": "-1"}, 0.0),
        ({"retry-after": "1e300"}, 900.0),
        ({"retry-after": "nan"}, 15.0),
        ({"retry-after": "inf"}, 15.0),
        ({"retry-after": "soon"}, 15.0),
        ({}, 15.0),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:30 GMT", "date": "Wed, 21 Oct 2015 07:28:00 GMT"}, 30.0),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:30 GMT"}, 0.0),
        ({"retry-after": "Wed, 21 Oct 9999 07:28:30 GMT"}, 900.0),
    ],
)
def test_how_long_to_wait_is_read_in_both_forms_and_bounded(headers, seconds):
    assert retry_after(headers) == seconds


def test_what_is_packed_is_unpacked_within_bounds():
    import gzip
    import zlib

    assert unpacked(gzip.compress(b"a" * 100), {"content-encoding": "gzip"}, 100) == b"a" * 100
    assert unpacked(zlib.compress(b"ab"), {"content-encoding": "deflate"}, 100) == b"ab"
    with pytest.raises(TooLarge):
        unpacked(gzip.compress(b"a" * 101), {"content-encoding": "gzip"}, 100)
    with pytest.raises(Unreadable):
        unpacked(gzip.compress(b"a" * 50)[:-9], {"content-encoding": "gzip"}, 100)
