"""``tagger sends`` and ``tagger never-upload``: what has left the machine, and what never may."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tagger.cli.arguments import Commands
from tagger.cli.session import Session
from tagger.entities import PhotoId
from tagger.errors import UsageError
from tagger.store import photos
from tagger.store.never_upload import Mark

if TYPE_CHECKING:
    from tagger.app import Tagger

_SENDS = """\
  tagger sends
  tagger sends --backend mine --json > sends.jsonl
"""
_NEVER = """\
  tagger never-upload
  tagger never-upload --folder ~/Pictures/Family
  tagger never-upload --tag 'People|Children' --remove
"""


def declare(commands: Commands) -> None:
    """Declare the commands."""
    parser = commands.add("sends", run_sends, "list every photo that was sent to a service", _SENDS)
    parser.add_argument("--backend", metavar="NAME", help="by this backend only")
    parser = commands.add("never-upload", run_never, "mark what no backend may send away, or list it", _NEVER)
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--folder", metavar="FOLDER", help="with all that is in it")
    group.add_argument("--tag", metavar="TAG", help="with all tags below it")
    group.add_argument("--photo", metavar="FILE", help="this one")
    parser.add_argument("--remove", action="store_true", help="take the mark away")


def run_sends(session: Session) -> None:
    """List what was sent: when, by which backend, how much, what came of it, what it may have cost."""
    columns = ("Time", "Backend", "Operation", "Photo", "Bytes", "Cost", "Status")
    with session.library() as app:
        session.output.list(columns, map(dataclasses.asdict, app.services.log(session.args.backend)), _row)


def run_never(session: Session) -> None:
    """Mark something, take a mark away, or list all marks."""
    args = session.args
    with session.library() as app:
        kind = next((kind for kind in Mark if getattr(args, kind) is not None), None)
        if kind is None:
            if args.remove:
                raise UsageError("It is not said what may be sent again.", "Give --folder, --tag or --photo.")
            _list(session, app)
            return
        value: str | int = getattr(args, kind)
        if kind != Mark.TAG:
            value = os.path.abspath(os.path.expanduser(str(value)))
        if kind == Mark.PHOTO:
            known = app.store.read(lambda db: photos.id_of(db, str(value)))
            if known is None:
                raise UsageError(f"{value} is not in the library.", "Add its folder first: tagger index FOLDER")
            value = known
        app.services.never_upload(kind, value, marked=not args.remove)
    session.output.say("It may be sent again." if args.remove else "It is never sent anywhere.")


def _list(session: Session, app: Tagger) -> None:
    marks = app.services.marks()
    ids = [int(value) for kind, value in marks if kind == Mark.PHOTO]
    paths = app.store.read(lambda db: photos.paths_of(db, ids))
    records = (
        {"kind": str(kind), "value": paths.get(PhotoId(int(value)), "") if kind == Mark.PHOTO else value}
        for kind, value in marks
    )
    session.output.list(("What", "Which"), records, lambda record: (record["kind"], record["value"]))


def _row(record: Mapping[str, object]) -> Sequence[object]:
    return [record[name] for name in ("at", "backend", "operation", "path", "bytes", "cost", "status")]
