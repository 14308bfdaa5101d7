"""The cases that every backend over HTTP is put through: real sockets, the real client, the real queue."""

from __future__ import annotations

import asyncio
import gzip
import threading
import time
from collections.abc import Callable, Iterator
from email.utils import formatdate
from pathlib import Path
from typing import Any

import pytest

from tagger.errors import Cancelled
from tagger.imaging import decode
from tagger.progress import Control
from tagger.recognition import photo_input
from tagger.store import never_upload, sends
from tagger.store.never_upload import Mark
from tests.backends.contract import LONGEST_PATIENCE_S, SUBJECTS, Desk, Subject, give_secrets, hurry, hurry_calls, until
from tests.backends.servers import wire
from tests.backends.servers.wire import Reply, says, status

Make = Callable[..., Desk]


@pytest.fixture(params=SUBJECTS, ids=lambda subject: subject.id)
def subject(request: pytest.FixtureRequest) -> Subject:
    if request.param.needs:
        pytest.importorskip(request.param.needs, reason="its extra is not installed")
    return request.param


@pytest.fixture
def make(subject: Subject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    hurry(monkeypatch)
    give_secrets(monkeypatch, subject.secrets)
    desks: list[Desk] = []
    with subject.server() as server:

        def made(photos: int = 3, **options: str) -> Desk:
            desks.append(Desk(tmp_path, subject, server, photos, **options))
            return desks[-1]

        yield made
        for desk in desks:
            desk.store.close()


def test_every_photo_is_sent_once_logged_and_answered(make, run_async, subject):
    desk = make(5)
    summary = run_async(desk.work())
    assert (summary.photos, summary.failed, summary.unknown, summary.problems) == (5, 0, 0, ())
    assert desk.labels() == subject.labels
    assert len(desk.carried) == 5
    log = desk.store.read(lambda db: list(sends.sends(db)))
    assert sorted(send.photo_id for send in log) == desk.ids
    assert {send.status for send in log} == {"answered"}
    if subject.names is not None:
        assert {send.name for send in log} == {name for request in desk.carried for name in subject.names(request)}
    bodies = b"".join(request.body for request in desk.carried)
    assert b"SECRET" not in bodies
    assert b"pictures" not in bodies


def test_no_secret_is_in_anything_the_program_wrote(make, run_async, subject, caplog):
    caplog.set_level(0)
    desk = make(3)
    desk.server.faults = [status(401, str(subject.secrets).encode()), wire.resets]
    summary = run_async(desk.work())
    run_async(desk.work())
    told = desk.written().decode("latin-1") + caplog.text + repr(summary) + repr(desk.registry.config("mine"))
    assert not [secret for secret in subject.secrets.values() if secret in told]


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff", b"no picture at all"])
def test_an_empty_photo_is_never_sent_and_hurts_no_other(make, run_async, content):
    desk = make(3)
    (desk.pictures / "1.jpg").write_bytes(content)
    summary = run_async(desk.work())
    assert (summary.photos, summary.failed) == (2, 1)
    assert len(desk.carried) == 2
    assert len(desk.statuses()) == 2


def test_a_photo_that_is_cancelled_on_its_way_is_unknown_at_once(make, run_async):
    desk = make(1, timeout_s="60")
    desk.server.faults = [wire.hangs]
    control = Control()

    async def go() -> float:
        running = asyncio.create_task(desk.work(control=control))
        await until(lambda: len(desk.carried) == 1)
        started = time.monotonic()
        control.cancel()
        with pytest.raises(Cancelled):
            await running
        return time.monotonic() - started

    assert run_async(go()) < 2.0
    assert desk.states() == {"unknown": 1}
    assert desk.statuses() == ["stopped"]


def test_a_photo_that_is_cancelled_while_it_is_packed_has_not_left(make, run_async, monkeypatch):
    packing, go_on = threading.Event(), threading.Event()

    def slow(path: str, side: int | None = None) -> Any:
        packing.set()
        go_on.wait(10)
        return decode.decode(path, side)

    monkeypatch.setattr(photo_input, "decode", slow)
    desk = make(1)
    control = Control()

    async def go() -> None:
        running = asyncio.create_task(desk.work(control=control))
        await until(packing.is_set)
        control.cancel()
        with pytest.raises(Cancelled):
            await running
        go_on.set()

    run_async(go())
    assert desk.states() == {"queued": 1}
    assert desk.statuses() == []
    assert desk.carried == []


def test_a_wrong_key_stops_the_backend_with_one_message_and_keeps_its_work(make, run_async, subject, monkeypatch):
    wrong = {name: f"wrong-{name}-1234567" for name in subject.secrets}
    give_secrets(monkeypatch, wrong)
    desk = make(8)
    summary = run_async(desk.work())
    (problem,) = summary.problems
    assert not [secret for secret in wrong.values() if secret in problem]
    assert desk.states() == {"queued": 8}
    give_secrets(monkeypatch, subject.secrets)
    assert run_async(desk.work()).photos == 8


@pytest.mark.parametrize("form", ["none", "seconds", "date", "past", "garbage", "negative", "huge number", "empty"])
def test_patience_is_had_in_every_form(make, run_async, form):
    told = {
        "none": {},
        "seconds": {"Retry-After": "1"},
        "date": {"Retry-After": formatdate(1_000_001, usegmt=True), "Date": formatdate(1_000_000, usegmt=True)},
        "past": {"Retry-After": formatdate(0, usegmt=True)},
        "garbage": {"Retry-After": "soon \xe9"},
        "negative": {"Retry-After": "-5"},
        "huge number": {"Retry-After": "9" * 400},
        "empty": {"Retry-After": ""},
    }[form]
    desk = make(2, concurrency="1")
    desk.server.faults = [says(Reply(429, b'{"detail":"Request was throttled."}', told))]
    started = time.monotonic()
    assert run_async(desk.work()).photos == 2
    assert len(desk.carried) == 3
    if form in ("seconds", "date", "huge number"):
        assert time.monotonic() - started >= LONGEST_PATIENCE_S
    assert sorted(desk.statuses()) == ["answered", "answered", "turned away (429)"]


def test_a_busy_service_is_asked_again(make, run_async):
    desk = make(3)
    desk.server.faults = [status(503, b"<html>busy</html>"), status(503)]
    assert run_async(desk.work()).photos == 3
    assert len(desk.carried) == 5


@pytest.mark.parametrize("code", [500, 502, 504, 599])
def test_a_fault_of_the_service_is_borne_three_times(make, run_async, code):
    desk = make(1)
    desk.server.faults = [status(code, b"<html>oops</html>")] * 3
    assert run_async(desk.work()).photos == 1
    assert len(desk.carried) == 4
    desk.queue(again=True)
    desk.server.faults = [status(code)] * 4
    assert run_async(desk.work()).failed == 1
    assert len(desk.carried) == 8


LOST = {
    "malformed": says(Reply(200, b'{"status": 200, "data": {', {"Content-Type": "application/json"})),
    "another form": says(Reply(200, b"[1, 2, 3]")),
    "nested too deep": says(Reply(200, b"[" * 100_000)),
    "a huge number": says(Reply(200, b'{"status": ' + b"9" * 100_000 + b"}")),
    "no text": says(Reply(200, b"\xff\xfe\x00\x01" * 50)),
    "HTML": says(Reply(200, b"<!DOCTYPE html><html>Welcome to Hotel WLAN</html>", {"Content-Type": "text/html"})),
    "empty": says(Reply(200, b"")),
    "truncated": wire.truncates,
    "reset": wire.resets,
    "hangs": wire.hangs,
    "drips": wire.drips,
    "huge": wire.floods,
    "a bomb": says(Reply(200, gzip.compress(b" " * (200 << 20)), {"Content-Encoding": "gzip"})),
    "damaged packing": says(Reply(200, b"\x1f\x8b\x08 no", {"Content-Encoding": "gzip"})),
    "unknown packing": says(Reply(200, b"{}", {"Content-Encoding": "br"})),
    "no HTTP": wire.speaks_no_http,
}


@pytest.mark.parametrize("how", LOST)
def test_a_lost_answer_is_unknown_and_sent_again_only_when_told_to(make, run_async, how, monkeypatch):
    desk = make(2, concurrency="1")
    desk.server.faults = [LOST[how]]
    if LOST[how] in (wire.hangs, wire.drips):
        hurry_calls(monkeypatch)
    started = time.monotonic()
    summary = run_async(desk.work())
    assert time.monotonic() - started < 6.0
    assert (summary.photos, summary.unknown) == (1, 1)
    assert len(desk.carried) == 2
    ((reason,),) = desk.rows("SELECT error FROM jobs WHERE state = 'unknown'")
    assert "charged" in reason
    assert any(entry.startswith("unknown") for entry in desk.statuses())
    assert desk.queue() == desk.queue(again=False) == 0
    assert run_async(desk.work()).photos == 0
    assert desk.queue(retry=True) == 1
    assert run_async(desk.work()).photos == 1
    assert len(desk.carried) == 3


def test_a_server_that_hangs_up_before_it_listens_gets_no_photo_often(make, run_async):
    desk = make(1)
    desk.server.deaf = True
    run_async(desk.work())
    statuses = desk.statuses()
    # Where the reset is faster than the head of the request, or met a request for a token, no photo has left.
    waits = {"queued"} if not statuses or "not sent" in statuses else set()
    assert desk.states().keys() <= {"unknown", "failed"} | waits
    assert len([status for status in statuses if status != "not sent"]) <= 4


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_a_redirect_carries_neither_photos_nor_keys_anywhere(make, run_async, subject, code):
    with subject.server() as other:
        desk = make(3, concurrency="1")
        desk.server.faults = [status(code, Location=other.url)] * 20
        desk.server.faulty = lambda _request: True
        summary = run_async(desk.work())
        assert len(summary.problems) == 1
        assert desk.states() == {"queued": 3}
        assert other.connections == 0


def test_an_absent_service_is_waited_for_and_the_work_goes_on_by_itself(make, run_async, subject):
    desk = make(3)
    desk.registry.remove("mine")
    desk.registry.add("mine", subject.type, "http://127.0.0.1:9/", desk.subject.options)
    (problem,) = run_async(desk.work(patience_s=0.1)).problems
    assert "cannot be reached" in problem
    assert desk.states() == {"queued": 3}
    assert set(desk.statuses()) <= {"not sent"}
    desk.registry.remove("mine")
    desk.registry.add("mine", subject.type, desk.server.url, desk.subject.options)
    assert run_async(desk.work()).photos == 3


def test_results_that_are_paid_are_asked_for_until_they_are_readable(make, run_async, subject):
    if subject.asks is None:
        pytest.skip("it answers at once")
    desk = make(1)
    desk.server.faulty = subject.asks
    html = says(Reply(200, b"<html>"))
    desk.server.faults = [status(429), status(503), status(500), html, wire.resets]
    assert run_async(desk.work()).photos == 1
    assert len(desk.carried) == 1
    assert desk.statuses() == ["answered"]


def test_hostile_names_and_boxes_are_kept_sane_or_not_at_all(make, run_async, subject):
    desk = make(1)
    subject.hostile(desk.server)
    assert run_async(desk.work()).photos == 1
    for label in desk.labels():
        assert label.strip() == label != ""
        assert len(label) <= 200
        assert label.isprintable()
    for confidence, *sides in desk.rows("SELECT confidence, x, y, w, h FROM suggestions"):
        assert 0 <= confidence <= 1
        assert sides == [None] * 4 or all(0 <= side <= 1 for side in sides)
    tags = [tag for (tag,) in desk.rows("SELECT tag FROM labels")]
    assert all(tag and "" not in tag.split("|") for tag in tags)


def test_the_budget_is_never_exceeded(make, run_async):
    desk = make(10, price="0.1", daily_budget="0.35", concurrency="4")
    summary = run_async(desk.work())
    (problem,) = summary.problems
    assert "budget" in problem
    assert summary.photos == len(desk.carried) == 3
    assert desk.states() == {"done": 3, "queued": 7}
    assert desk.store.read(lambda db: sends.spent_on(db, "mine", sends.today())) == (300_000, 300_000)
    run_async(desk.work())
    assert len(desk.carried) == 3


def test_what_a_service_refused_costs_nothing_and_what_it_lost_may_have(make, run_async):
    desk = make(2, price="1", concurrency="1")
    desk.server.faults = [status(429), wire.resets]
    run_async(desk.work())
    assert desk.store.read(lambda db: sends.spent_on(db, "mine", "")) == (0, 2_000_000)


@pytest.mark.parametrize("kind", list(Mark))
def test_what_is_marked_never_leaves(make, run_async, kind):
    desk = make(3)
    value: Any = {Mark.FOLDER: str(desk.pictures), Mark.PHOTO: desk.ids[1], Mark.TAG: "Private"}[kind]
    if kind == Mark.TAG:
        desk.store.write(lambda db: db.conn.execute("INSERT INTO tags (id, path, folded) VALUES (1, 'Private|Family', 'private|family')")).result()  # fmt: skip  # noqa: E501
        desk.store.write(lambda db: db.conn.execute("INSERT INTO photo_tags VALUES (?, 1, 'user', 0)", [desk.ids[1]])).result()  # fmt: skip  # noqa: E501
    desk.store.write(lambda db: never_upload.mark(db, kind, value)).result()
    summary = run_async(desk.work())
    assert summary.failed == (3 if kind == Mark.FOLDER else 1)
    assert len(desk.carried) == summary.photos == 3 - summary.failed
    desk.store.write(lambda db: never_upload.unmark(db, kind, value)).result()
    desk.queue(retry=True)
    assert run_async(desk.work()).failed == 0


def test_calls_run_side_by_side_as_many_as_allowed(make, run_async):
    desk = make(12, concurrency="3")
    desk.server.seconds = 0.03
    assert run_async(desk.work()).photos == 12
    assert desk.server.most_under_way == 3


def test_calls_keep_the_rate_that_was_set(make, run_async):
    desk = make(4, calls_per_minute="1200")
    started = time.monotonic()
    assert run_async(desk.work()).photos == 4
    assert time.monotonic() - started >= 0.15
