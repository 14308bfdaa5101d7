"""``tagger export``: tags into sidecars, or what is known into a file or folder for another use."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tagger.cli import records, selection
from tagger.cli.arguments import Arguments, Commands, add_where
from tagger.cli.output import Output, count
from tagger.cli.session import Session, cancelled_by_signals
from tagger.errors import UsageError
from tagger.exporting import coco, json_lines, keyword_list, table
from tagger.exporting.coco import Told
from tagger.exporting.contents import known
from tagger.exporting.export import FORMATS, Request, check, export
from tagger.exporting.report import Words
from tagger.metadata.sidecars import SidecarResult
from tagger.progress import Control
from tagger.review import sidecars
from tagger.store import photos, tags
from tagger.store.query import Query
from tagger.vocabulary import importing

if TYPE_CHECKING:
    from tagger.app import Tagger

_EXAMPLES = """\
  tagger export --dry-run
  tagger export --where 'folder:Holiday'
  tagger export --format csv --out tags.csv

xmp writes the sidecars of photos whose tags changed since; with --where, of all photos found that have tags.
json is an array of photos with their suggestions (one object a line with --json, or into a .jsonl file).
csv has one row a photo, its tags joined by "; "; a text that a spreadsheet would run as a formula begins with '.
coco and yolo hold the accepted boxes; photos without any count as photos that show nothing, so choose them with --where
has:box if they are not. yolo fills a folder, in which classes keep their numbers; --with-photos copies the photos too.
keywords is the list of all tags that Lightroom and Capture One read; vocabulary import reads theirs.
report is a page for a client: one file if --out ends in .html, else a folder.
"""
_VERB = {"created": "created", "updated": "updated", "unchanged": "is up to date"}
_DRY_VERB = {"created": "would be created", "updated": "would be updated", "unchanged": "is up to date"}


def declare(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add("export", run, "write tags into sidecars, or what is known into a file", _EXAMPLES)
    parser.add_argument("--format", choices=("xmp", *FORMATS), default="xmp", help="xmp unless given")
    add_where(parser)
    parser.add_argument("--dry-run", action="store_true", help="only say what would be written")
    parser.add_argument("--out", metavar="PATH", help="the file or folder; standard output unless given")
    parser.add_argument("--with-photos", action="store_true", help="yolo: copy the photos too")
    parser.add_argument("--title", metavar="TEXT", help="report: its title")


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
            _to_stdout(app, output, args.format, selection.photo_ids(app, wanted), control)
        else:
            _document(app, output, args, wanted, control)


def _check(args: Arguments) -> None:
    if args.format == "xmp" and args.out is not None:
        raise UsageError("Sidecars lie beside their photos.", "Leave out --out, or choose --format json or csv.")
    if args.format not in ("xmp", "json") and args.json and args.out is None:
        raise UsageError(f"--json and {args.format} cannot both be on standard output.", "Give --out PATH.")
    if args.format in ("yolo", "report") and args.out is None:
        raise UsageError(f"{args.format} cannot be on standard output.", "Give --out PATH.")
    if args.with_photos and args.format != "yolo":
        raise UsageError("--with-photos is for yolo.", "Leave it out, or choose --format yolo.")
    if args.title is not None and args.format != "report":
        raise UsageError("--title is for report.", "Leave it out, or choose --format report.")


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
    ids = selection.photo_ids(app, wanted)
    words = Words() if args.title is None else Words(title=args.title)
    request = Request(args.format, path, ids, args.with_photos, words, (str(app.store.path),))
    check(request)
    action = "updated" if os.path.exists(path) else "created"
    told = Told()
    if not args.dry_run:
        vocabulary = app.store.read(importing.keywords)
        with output.progress("Exporting") as progress:
            told = export(
                app.store,
                request,
                thumbnail=app.thumbnail,
                vocabulary=vocabulary,
                progress=progress,
                control=control,
            )
    if output.as_json:
        output.record({"path": path, "sidecar": None, "action": action, "error": None, **_counts(args, told)})
    output.say(f"{path} {(_DRY_VERB if args.dry_run else _VERB)[action]}")
    if told.left_out:
        output.note(f"{count(told.left_out, 'photo')} of unknown size left out.")


def _counts(args: Arguments, told: Told) -> Mapping[str, int]:
    """How much is in files of boxes."""
    if args.format not in ("coco", "yolo") or args.dry_run:
        return {}
    return {"photos": told.photos, "boxes": told.boxes, "left_out": told.left_out}


def _to_stdout(app: Tagger, output: Output, format: str, ids: Sequence[int], control: Control) -> None:
    """Print a document; with ``--json``, one object a line."""
    encoding = sys.stdout.encoding or "utf-8"
    for line in _lines(app, format, ids, control, as_lines=output.as_json, encoding=encoding):
        sys.stdout.write(line.encode(encoding, "backslashreplace").decode(encoding))


def _lines(
    app: Tagger, format: str, ids: Sequence[int], control: Control, *, as_lines: bool, encoding: str
) -> Iterator[str]:
    if format == "keywords":
        return keyword_list.lines(*app.store.read(importing.keywords))
    found = known(app.store, ids, control=control)
    if format == "csv":
        return table.lines(found)
    if format == "coco":
        return coco.lines(found, app.store.read(coco.tag_ids), Told())
    return json_lines.lines(found, as_lines=as_lines, encoding=encoding)
