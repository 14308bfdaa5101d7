"""``tagger recognize``: have backends look at photos, and ask first where photos would leave the machine."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tagger.cli import records, selection
from tagger.cli.arguments import Commands, add_where, positive
from tagger.cli.output import Output, count
from tagger.cli.session import Session, cancelled_by_signals
from tagger.errors import BackendUnavailable, Cancelled, TaggerError
from tagger.recognition.dispatcher import RecognitionSummary
from tagger.store import jobs

if TYPE_CHECKING:
    from tagger.app import Tagger

PATIENCE_S = 60.0
"""How long a service may do nothing but refuse or not be there; what is queued then stays so."""

_EXAMPLES = """\
  tagger recognize
  tagger recognize --where 'folder:Holiday is:untagged' --limit 100
  tagger recognize --backend careful --again
"""


@dataclass(frozen=True, slots=True)
class _Plan:
    """What there is to do: the photos of each backend, and how many were passed over since they were done before."""

    photo_ids: dict[str, list[int]]
    skipped: int

    @property
    def all_ids(self) -> set[int]:
        return {photo_id for ids in self.photo_ids.values() for photo_id in ids}


def declare(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add("recognize", run, "recognise what is in photos; without --backend, offline", _EXAMPLES)
    parser.add_argument("--backend", action="append", metavar="NAME", help="with this backend; may be repeated")
    add_where(parser)
    parser.add_argument("--limit", type=positive, metavar="N", help="at most so many photos; done ones do not count")
    parser.add_argument("--again", action="store_true", help="photos already done, too")
    parser.add_argument("--retry", action="store_true", help="photos that failed and those of unknown outcome, too")
    parser.add_argument("--earlier", action="store_true", help="first take results the services already have, unpaid")
    parser.add_argument("--yes", action="store_true", help="send photos to online services without asking")


def run(session: Session) -> None:
    """Recognise; photos that failed and backends that stopped are failures.

    Raises:
        Cancelled: after the summary of what was done until then.
    """
    args, output = session.args, session.output
    wanted = selection.read(args.where, selection.USABLE)
    with session.library() as app, cancelled_by_signals() as control:
        names = _backends(app, args.backend)
        ids = selection.photo_ids(app, wanted)
        if args.earlier:
            _take_earlier(app, output, names, ids)
        plan = _plan(app, names, ids, limit=args.limit, again=args.again, retry=args.retry)
        _consent(app, output, plan, yes=args.yes)
        for name, mine in plan.photo_ids.items():
            app.enqueue([name], mine, again=args.again, retry=args.retry)
        try:
            with output.progress("Recognising") as progress:
                work = app.recognise(
                    names, only=sorted(plan.all_ids), progress=progress, control=control, patience_s=PATIENCE_S
                )
                summary = asyncio.run(work)
        except Cancelled as stop:
            if isinstance(stop.summary, RecognitionSummary):
                _conclude(app, output, stop.summary, plan)
            raise
        _conclude(app, output, summary, plan)


def _backends(app: Tagger, asked: Sequence[str] | None) -> list[str]:
    """The backends to use, each of them ready."""
    if not asked:
        names = app.default_backends()
        if not names:
            raise BackendUnavailable(
                "No backend that works offline is enabled.", "See: tagger backends; then name one with --backend."
            )
        return names
    infos = {info.name: info for info in app.registry.list()}
    for name in asked:
        app.registry.config(name)  # refuses a name there is not
        info = infos[name]
        if not info.enabled:
            raise BackendUnavailable(f"The backend {name} is disabled.", f"Enable it: tagger backends enable {name}")
        if info.needs:
            raise BackendUnavailable(
                f"The backend {name} lacks a secret.", f"Set in the environment: {', '.join(info.needs)}"
            )
        if info.problem:
            raise BackendUnavailable(f"The backend {name} cannot be used: {info.problem}")
    return list(dict.fromkeys(asked))


def _plan(
    app: Tagger, names: Sequence[str], ids: Sequence[int], *, limit: int | None, again: bool, retry: bool
) -> _Plan:
    settled: dict[str, set[int]] = {}
    for name in names:
        operations = app.registry.operations(name)
        settled[name] = app.store.read(
            lambda db, name=name, operations=operations: jobs.settled(  # type: ignore[misc]
                db, name, operations, again=again, retry=retry
            )
        )
    done = set.intersection(*settled.values())
    photo_ids: dict[str, list[int]] = {name: [] for name in names}
    taken = skipped = 0
    for photo_id in ids:
        if taken == limit:
            break
        if photo_id in done:
            skipped += 1
            continue
        taken += 1
        for name in names:
            if photo_id not in settled[name]:
                photo_ids[name].append(photo_id)
    return _Plan(photo_ids, skipped)


def _take_earlier(app: Tagger, output: Output, names: Sequence[str], ids: Sequence[int]) -> None:
    """Keep what services know of photos that were sent before; nothing is sent for it."""
    for name in names:
        found = asyncio.run(app.services.take_earlier(name, ids))
        output.note(f"{count(found, 'earlier result')} of {name} taken over.")


def _consent(app: Tagger, output: Output, plan: _Plan, *, yes: bool) -> None:
    """Let photos leave the machine only if the user agrees, each service by itself."""
    infos = {info.name: info for info in app.registry.list()}
    for name, ids in plan.photo_ids.items():
        if infos[name].offline or not ids:
            continue
        if infos[name].here:
            output.note(f"{app.services.estimate(name, ids).words(name)}.".replace("would be", "are", 1))
            continue
        private = app.services.private(ids)
        if private:
            output.note(f"{count(len(private), 'photo')} marked never to be uploaded stay here.")
            ids[:] = [photo_id for photo_id in ids if photo_id not in private]
        what = app.services.estimate(name, ids).words(name)
        if not ids:
            continue
        if yes:
            output.note(f"{what}.".replace("would be", "are", 1))
            continue
        answer = output.ask(f"{what}. Send them?")
        if not answer:
            reason = "and there is no terminal to ask on" if answer is None else "and you said no"
            raise TaggerError(f"{what}, {reason}; nothing was sent.", "Agree with --yes.")


def _conclude(app: Tagger, output: Output, summary: RecognitionSummary, plan: _Plan) -> None:
    """Name what failed, then sum up."""
    mine = plan.all_ids
    failed = [entry for entry in app.store.read(jobs.failures) if entry[0] in plan.photo_ids and entry[1] in mine]
    paths = {photo.id: photo.path for photo in selection.photos_of(app, [entry[1] for entry in failed])}
    for backend, photo_id, state, reason in failed:
        path = paths.get(photo_id, "")
        verb = "failed" if state == "failed" else "has an unknown outcome"
        output.fail(f"{path} {verb} with {backend}: {reason}", path=path, backend=backend, state=state)
    for problem in summary.problems:
        output.fail(problem)
    if output.as_json:
        record = records.summary(summary)
        record["summary"]["skipped"] = plan.skipped
        output.record(record)
        return
    counts = {"failed": summary.failed, "unknown": summary.unknown, "done before": plan.skipped}
    told = "".join(f", {number:,} {name}" for name, number in counts.items() if number)
    recognised = f"{count(summary.photos, 'photo')} recognised, {count(summary.detections, 'detection')}"
    output.say(f"{recognised}{told} in {summary.seconds:.1f} s.")
