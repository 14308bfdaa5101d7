"""Indexing by a Dask cluster: a real scheduler and two workers, each a process of its own."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tagger.entities import PhotoReading
from tagger.errors import TaggerError
from tagger.imaging.thumbnails import ThumbnailCache
from tagger.library.executors import Hired
from tagger.library.index import index_folders
from tagger.library.read import read_photo
from tagger.store.store import Store

CHECKOUT = Path(__file__).resolve().parents[2]
_FACTS = "SELECT path, state, width, height, hex(phash), hex(image_hash), taken_at, camera FROM photos ORDER BY path"


@pytest.fixture
def folder(shared: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    folder.mkdir()
    for path in sorted((shared / "coco/images").glob("*.jpg"))[:40]:
        shutil.copy(path, folder)
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 cut")
    return folder


def start(*command: str) -> subprocess.Popen[str]:
    environment = os.environ | {"PYTHONPATH": str(CHECKOUT), "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "5"}
    return subprocess.Popen(
        [sys.executable, "-m", *command], text=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[str]]]]:
    pytest.importorskip("distributed", reason="the extra “cluster” is not installed")
    scheduler = start("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
    processes = [scheduler]
    try:
        assert scheduler.stderr is not None
        found = next(found for line in scheduler.stderr if (found := re.search(r"(tcp://[0-9.]+:\d+)", line)))
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(tmp_path))
        workers = [start("distributed.cli.dask_worker", found[1], *options) for _each in range(2)]
        processes += workers
        for worker in workers:
            assert worker.stderr is not None
            next(line for line in worker.stderr if "Registered to" in line)
        yield found[1], workers
    finally:
        for process in reversed(processes):
            process.kill()
            process.communicate()


def indexed(library: Path, folder: Path, *more: str) -> subprocess.Popen[str]:
    return start("tagger", "--library", str(library), "--config", str(library) + ".toml", "index", *more, str(folder))


def facts(library: Path) -> list[tuple[object, ...]]:
    with contextlib.closing(sqlite3.connect(library)) as db:
        return db.execute(_FACTS).fetchall()


def thumbnails(library: Path) -> list[bytes]:
    with contextlib.closing(sqlite3.connect(f"{library}.thumbnails")) as db:
        return sorted(jpeg for (jpeg,) in db.execute("SELECT jpeg FROM thumbnail"))


def test_it_gives_the_same_library_also_when_a_worker_is_killed(
    cluster: tuple[str, list[subprocess.Popen[str]]], folder: Path, tmp_path: Path
) -> None:
    address, workers = cluster
    here, there = tmp_path / "here.tagger", tmp_path / "there.tagger"
    by_cluster = indexed(there, folder, "--dask", address)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and by_cluster.poll() is None:
        with contextlib.suppress(sqlite3.Error):
            if facts(there):
                break
        time.sleep(0.01)
    workers[0].kill()
    _out, said = by_cluster.communicate(timeout=90)
    _out, said_here = indexed(here, folder).communicate(timeout=90)
    assert len(facts(here)) == 41, said_here
    assert facts(there) == facts(here), said
    assert thumbnails(there) == thumbnails(here)


def test_any_executor_will_do(folder: Path, tmp_path: Path) -> None:
    store, cache = Store.open(tmp_path / "any.tagger"), ThumbnailCache(tmp_path / "any.thumbnails")
    with ThreadPoolExecutor(1) as executor:
        summary = index_folders(store, cache, [str(folder)], hired=Hired(executor, 1))
    assert (summary.new, summary.unreadable) == (41, 1)
    assert cache.used()[0] == 40
    cache.close()
    store.close()


_ASKING = """
from tagger.errors import TaggerError
from tagger.library import executors
executors._CONNECT_S = 0.3
try:
    executors.dask_cluster("tcp://127.0.0.1:1").__enter__()
except TaggerError as error:
    print(error)
"""


def test_an_address_where_nobody_answers_is_said() -> None:
    pytest.importorskip("distributed", reason="the extra “cluster” is not installed")
    answer = subprocess.run([sys.executable, "-c", _ASKING], capture_output=True, text=True, timeout=60, cwd=CHECKOUT)
    assert "No Dask scheduler answers at tcp://127.0.0.1:1" in answer.stdout, answer.stderr


def test_machines_that_do_not_see_the_photos_are_no_fault_of_the_photos(folder: Path, tmp_path: Path) -> None:
    store, cache = Store.open(tmp_path / "blind.tagger"), ThumbnailCache(tmp_path / "blind.thumbnails")
    with ThreadPoolExecutor(1) as executor, pytest.raises(TaggerError, match="do not see"):
        index_folders(store, cache, [str(folder)], hired=Hired(executor, 1), read=blind)
    assert store.read(lambda db: db.execute("SELECT count(*) FROM photos").fetchone()) == (0,)
    cache.close()
    store.close()


def blind(path: str, sidecars: Sequence[str] = ()) -> PhotoReading:
    """As a machine reads that mounts the photos elsewhere."""
    return read_photo(f"/elsewhere{path}", sidecars)
