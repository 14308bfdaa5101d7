"""All services with their secrets, from the command line: calls that work, calls that fail, a crash; then every byte
that the program wrote, and all that it said, is searched for the secrets in every form they could take."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from PIL import Image

from tagger.recognition.registry import variable_of
from tests.backends.contract import SUBJECTS, Subject
from tests.backends.servers import imagerecognize, wire
from tests.backends.servers.wire import Reply, Request, Writer

# One process for many commands: starting is most of what a command takes.
RUN = """
import json, sys
from tagger.backends import http
from tagger.backends.imageintelligence import backend
from tagger.cli import main
from tagger.recognition import outcomes, pace
backend.SEARCH_S = http.FAULT_AFTER_S = outcomes.BETWEEN_FAULTS_S = pace.FIRST_REST_S = 0.05
for words in json.load(sys.stdin):
    print("#", words, main(words), flush=True)
"""
KEEP = """
import json, sys
from tagger.recognition.secrets import Kept, Secrets
for name, field, value in json.load(sys.stdin):
    assert Secrets().keep(name, field, value) is Kept.KEYRING
"""
KEYRING_FILE = "keyring_pass.cfg"


def forms(secret: str) -> set[bytes]:
    """What a secret may look like: as it is, in addresses, in hexadecimal, and in base64 wherever it begins there."""
    plain = secret.encode()
    found = {plain, quote(secret, safe="").encode(), plain.hex().encode(), secret.encode("utf-16-le")}
    for before in range(3):
        whole = base64.b64encode(b"\0" * before + plain)
        inner = whole[(before * 8 + 5) // 6 : len(plain) * 8 // 6 + before]
        found |= {inner, inner.replace(b"+", b"-").replace(b"/", b"_")}
    return {form for form in found if len(form) >= 8}


def found_in(content: bytes, secrets: set[str]) -> list[str]:
    return [secret for secret in secrets if any(form in content for form in forms(secret))]


def echo(secrets: set[str], code: int) -> wire.Fault:
    """Answer with every secret, as a service does that quotes what it was asked."""

    async def fault(_request: Request, writer: Writer) -> None:
        told = json.dumps({"detail": " ".join(secrets), "message": " ".join(secrets)}).encode()
        writer.write(Reply(code, told, {"Content-Type": "application/json", "Connection": "close"}).wire())

    return fault


class Town:
    """All services, with the program's home; backends are named after the subjects."""

    def __init__(self, home: Path, folder: Path, servers: dict[str, Any]) -> None:
        self.home, self.servers = home, servers
        self.subjects = {_name(subject): subject for subject in SUBJECTS}
        self.secrets = {value for subject in SUBJECTS for value in _secrets(subject).values()}
        self.said = b""
        self.pictures = folder / "pictures"
        self.pictures.mkdir()
        for number in range(3):
            Image.new("RGB", (96, 80), (number * 90, 90, 160)).save(self.pictures / f"{number}.jpg")
        # Half of them are in the environment, half in a keyring.
        self.environment = os.environ | {"PYTHON_KEYRING_BACKEND": "keyrings.alt.file.PlaintextKeyring"}
        kept = []
        for number, (name, subject) in enumerate(self.subjects.items()):
            for field, value in _secrets(subject).items():
                if number % 2:
                    self.environment[variable_of(name, field)] = value
                else:
                    kept.append((name, field, value))
        self.python(KEEP, kept)

    def python(self, code: str, given: Any) -> str:
        done = subprocess.run(
            [sys.executable, "-c", code],
            input=json.dumps(given).encode(),
            capture_output=True,
            env=self.environment,
            timeout=120,
        )
        self.said += done.stdout + done.stderr
        assert done.returncode == 0, (done.stdout + done.stderr).decode()[-3000:]
        return done.stdout.decode()

    def run(self, *commands: list[str]) -> str:
        return self.python(RUN, [["-vv", *words] for words in commands])

    def add(self) -> list[list[str]]:
        found = []
        for name, subject in self.subjects.items():
            options = {"timeout_s": "1", **subject.options, "batch_size": "1"}
            if subject.type not in ("google_vision", "imageintelligence"):
                del options["batch_size"]
            given = [word for key, value in options.items() for word in ("--set", f"{key}={value}")]
            url = self.servers[name].url
            found.append(["backends", "add", name, "--type", subject.type, "--url", url, *given])
        return found

    def written(self) -> dict[Path, bytes]:
        """Every file in the home but the keyring's own."""
        files = (path for path in self.home.rglob("*") if path.is_file() and path.name != KEYRING_FILE)
        return {path: path.read_bytes() for path in files}

    def search(self) -> None:
        assert found_in(self.said, self.secrets) == []
        leaks = {
            path.name: found for path, content in self.written().items() if (found := found_in(content, self.secrets))
        }
        assert leaks == {}

    def crash(self) -> None:
        """Kill the program while a photo is on its way."""
        server = self.servers["imagerecognize"]
        server.faults, before = [wire.hangs], len(server.requests)
        words = [sys.executable, "-m", "tagger", "-vv", "recognize", "--backend", "imagerecognize", "--yes", "--again"]
        with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=self.environment) as process:
            until = time.monotonic() + 60
            while len(server.requests) == before and process.poll() is None and time.monotonic() < until:
                time.sleep(0.02)
            process.kill()
            self.said += process.communicate()[0]
        assert len(server.requests) > before


def _name(subject: Subject) -> str:
    return subject.id.replace("_", "-").replace(".", "")


def _secrets(subject: Subject) -> dict[str, str]:
    return {"apikey": imagerecognize.KEY} if subject.id == "imagerecognize" else subject.secrets


@pytest.fixture
def town(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Town]:
    pytest.importorskip("keyrings.alt", reason="there is no keyring to try it with")
    pytest.importorskip("botocore", reason="the extra 'aws' is not installed")
    monkeypatch.setattr(imagerecognize, "KEY", "key/with+all=that&addresses%change")
    with contextlib.ExitStack() as stack:
        servers = {_name(subject): stack.enter_context(subject.server()) for subject in SUBJECTS}
        yield Town(home, tmp_path, servers)


def test_no_secret_is_in_any_byte_that_was_written_or_said(town):
    names = [word for name in town.subjects for word in ("--backend", name)]
    every = ["recognize", *names, "--yes"]
    wrong = ["backends", "add", "typed", "--type", "imagerecognize", "--set", "min_confidence=1"]
    told = town.run(["index", str(town.pictures)], *town.add(), wrong, ["backends", "list", "--json"], every)
    assert told.count("] 0\n") == len(town.subjects) + 4
    for name, server in town.servers.items():
        carried = [request for request in server.requests if town.subjects[name].carries(request)]
        assert len(carried) == 3, f"{name} was not asked"
    for name, server in town.servers.items():
        server.faulty = town.subjects[name].carries
        own = {*_secrets(town.subjects[name]).values()}
        server.faults = [echo(own, 200), echo(own, 500), wire.resets, echo(own, 403)]
    told = town.run(
        [*every, "--again"], [*every, "--retry", "--json"], *(["backends", "test", n] for n in town.subjects)
    )
    assert "] 1\n" in told
    town.search()
    town.crash()
    town.search()  # the log that SQLite would have taken in is still there
    town.run(["sends", "--json"], ["photos", "--json"], ["suggestions", "--json"], ["backends"])
    town.search()
    library = b"".join(town.written().values())
    assert b"Home Decor" in library, "the search looks at what the program wrote"
    keyring = next(town.home.rglob(KEYRING_FILE)).read_bytes().replace(b"\n", b"").replace(b"\t", b"")
    assert found_in(keyring, town.secrets), "the search finds what is hidden in base64"
