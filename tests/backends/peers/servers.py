"""Starts the servers of others as processes of their own on 127.0.0.1, and ends them with all that they started."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parents[2]
PEERS = Path(os.environ.get("TAGGER_TEST_PEERS") or CHECKOUT / ".peers")
START_S, END_S = 90.0, 10.0


@dataclass(frozen=True)
class Peer:
    """A server that runs; ``log`` is what it says."""

    url: str
    log: Path


def python_of(name: str) -> Path:
    """The interpreter of a peer's environment."""
    return PEERS / name / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextlib.contextmanager
def running(command: list[str], port: int, folder: Path, path: str = "", **environment: str) -> Iterator[Peer]:
    """Start a server and wait until it listens.

    Args:
        command: What to start.
        port: Where it will listen.
        folder: Where it runs, and its log is.
        path: Of the base address, behind the slash.
        environment: Beside this process's own.
    """
    log = folder / "peer.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            env={**os.environ, "PYTHONPATH": "", **environment},
            start_new_session=True,
        )
    try:
        _wait_until_it_listens(process, port, log)
        yield Peer(f"http://127.0.0.1:{port}/{path}", log)
    finally:
        _end(process)


def _wait_until_it_listens(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    until = time.monotonic() + START_S
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    raise AssertionError(f"the peer does not listen:\n{log.read_text(errors='replace')[-3000:]}")


def _end(process: subprocess.Popen[bytes]) -> None:
    """End it and its workers, which are of its session."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, sign)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(END_S)
