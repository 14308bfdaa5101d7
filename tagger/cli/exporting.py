"""``tagger export``: tags into sidecars, or all that is known into one JSON or CSV file."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tagger.cli import documents, records, selection
from tagger.cli.arguments import Arguments, Commands, add_where
from tagger.cli.output import Output, count
from tagger.cli.session import Session, cancelled_by_signals
from tagger.errors import UsageError
from tagger.imaging.formats import is_photo_name
from tagger.metadata.sidecars import SidecarResult
from tagger.progress import Control
from tagger.review import sidecars
from tagger.store import photos, tags
from tagger.store.query import Query

if TYPE_CHECKING:
    from tagger.app import Tagger

_EXAMPLES = """\
  tagger export --dry-run
  tagger export --where 'folder:Holiday'
  tagger export --format csv --out tags.csv

xmp writes the sidecars of photos whose tags changed since; with --where, of all photos found that have tags.
json is an array of photos with their suggestions (one object a line with --json, or into a .jsonl file).
csv has one row a photo, its tags joined by "; "; a text that a spreadsheet would run as a formula begins with '.
"""
_VERB = {"created": "created", "updated": "updated", "unchanged": "is up to date"}
_DRY_VERB = {"created": "would be created", "updated": "would be updated", "unchanged": "is up to date"}


def declare(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add("export", run, "write tags into sidecars, or what is known into a file", _EXAMPLES)
    parser.add_argument("--format", choices=("xmp", "json", "csv"), default="xmp", help="xmp unless given")
    add_where(parser)
    parser.add_argument("--dry-run", action="store_true", help="only say what would be written")
    parser.add_argument("--out", metavar="PATH", help="the file for json and csv; standard output unless given")


def run(session: Session) -> None:
    """Export; files that cannot be written are failures.

    Raises:
        Cancelled: what was written so far is kept.
    """
    args, output = session.args, session.output
    _check(args)
    wanted = selection.read(args.where)
    with session.library() as app, cancelled_by_signals() as control:
        if args.format == "xmp":
            _sidecars(app, output, args, wanted, control)
        elif args.out is None:
            documents.to_stdout(app, output, args.format, selection.photo_ids(app, wanted), control)
        else:
            _document(app, output, args, wanted, control)


def _check(args: Arguments) -> None:
    if args.format == "xmp" and args.out is not None:
        raise UsageError("Sidecars lie beside their photos.", "Leave out --out, or choose --format json or csv.")
    if args.format == "csv" and args.json and args.out is None:
        raise UsageError("--json and csv cannot both be on standard output.", "Give --out PATH.")
    if args.out is not None and is_photo_name(args.out):
        raise UsageError(f"{args.out} has the name of a photo.", "Choose another name; photos are never written.")


def _sidecars(app: Tagger, output: Output, args: Arguments, wanted: Query, control: Control) -> None:
    ids = None if wanted.node is None else _with_tags(app, selection.photo_ids(app, wanted))
    done: dict[str, int] = {}
    try:
        with output.progress("Writing sidecars") as progress:
            for result in app.export_sidecars(ids, dry_run=args.dry_run, progress=progress, control=control):
                done[result.action] = done.get(result.action, 0) + 1
                _tell(output, result, dry_run=args.dry_run)
    finally:
        _sum_up(output, done, dry_run=args.dry_run)


def _sum_up(output: Output, done: Mapping[str, int], *, dry_run: bool) -> None:
    verbs = _DRY_VERB if dry_run else _VERB
    told = [f"{count(done[action], 'sidecar')} {verbs[action]}" for action in ("created", "updated") if action in done]
    output.say(", ".join(told) + "." if told else "No sidecar had to be written.")


def _tell(output: Output, result: SidecarResult, *, dry_run: bool) -> None:
    if result.error is not None:
        output.fail(f"{result.photo_path}: {result.error}", **records.sidecar(result))
    elif output.as_json:
        output.record(records.sidecar(result, with_changes=dry_run))
    elif result.action != "unchanged":
        output.say(f"{result.sidecar} {(_DRY_VERB if dry_run else _VERB)[result.action]}")


def _with_tags(app: Tagger, ids: Sequence[int]) -> list[int]:
    """Of these photos, those that have tags or whose sidecar is due since the last was removed."""
    found = set(app.store.read(sidecars.due))
    for chunk in photos.chunks(ids):
        found |= app.store.read(lambda db, chunk=chunk: tags.tags_of(db, chunk)).keys()  # type: ignore[misc]
    return [photo_id for photo_id in ids if photo_id in found]


def _document(app: Tagger, output: Output, args: Arguments, wanted: Query, control: Control) -> None:
    path = os.path.realpath(args.out)
    if path == os.path.realpath(app.store.path):
        raise UsageError(f"{args.out} is the library itself.", "Choose another name.")
    lines = documents.lines(app, args.format, selection.photo_ids(app, wanted), control, as_lines=_wants_lines(path))
    action = "updated" if os.path.exists(path) else "created"
    if not args.dry_run:
        documents.write(path, lines)
    if output.as_json:
        output.record({"path": path, "sidecar": None, "action": action, "error": None})
    output.say(f"{path} {(_DRY_VERB if args.dry_run else _VERB)[action]}")


def _wants_lines(path: str) -> bool:
    return path.casefold().endswith((".jsonl", ".ndjson"))
