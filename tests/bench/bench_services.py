"""How near to ideal the queue keeps a service busy, and what memory it takes: a server with a latency of 200 ms.

Usage: python tests/bench/bench_services.py [PHOTOS] [CONCURRENCY]

The ideal is PHOTOS / CONCURRENCY * latency. The server runs in the same process, so its work counts as ours.
"""

from __future__ import annotations

import asyncio
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.backends.contract import NAME, SUBJECTS, Desk
from tests.backends.servers.wire import Request

LATENCY_S = 0.2


class Forgetful(list[Request]):
    """Keeps nothing of what was sent, so that the memory measured is the program's."""

    def append(self, item: Request) -> None:
        pass


def main() -> None:
    count, concurrency = (int(word) for word in [*sys.argv[1:], "400", "8"][:2])
    subject = SUBJECTS[[each.id for each in SUBJECTS].index("imagerecognize")]
    for name, value in subject.secrets.items():
        os.environ[f"TAGGER_{NAME}_{name}".upper()] = value
    with tempfile.TemporaryDirectory() as folder, subject.server() as server:
        server.seconds, server.requests = LATENCY_S, Forgetful()
        server.quota = count * 2
        desk = Desk(Path(folder), subject, server, count, concurrency=str(concurrency), timeout_s="60")
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        started = time.perf_counter()
        summary = asyncio.run(desk.work())
        seconds = time.perf_counter() - started
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        desk.store.close()
    ideal = count / concurrency * LATENCY_S
    print(f"{summary.photos} photos in {seconds:.2f} s, ideal {ideal:.2f} s: {ideal / seconds:.1%} of the ideal")
    print(f"peak memory {before / 1024:.0f} MB before, {after / 1024:.0f} MB after")


if __name__ == "__main__":
    main()
