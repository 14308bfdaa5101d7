"""``tagger moved``: photos that may have moved, where only the user can tell which file is which."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from tagger.cli.arguments import Commands
from tagger.cli.session import Session
from tagger.entities import PhotoId
from tagger.errors import UsageError
from tagger.store import identity, photos
from tagger.store.database import Database

_EXAMPLES = """\
  tagger moved
  tagger moved --same ~/Pictures/old/a.jpg ~/Pictures/new/b.jpg
  tagger moved --new ~/Pictures/new/c.jpg
"""


def declare(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add("moved", run, "list photos that may have moved, or say which file is which", _EXAMPLES)
    answers = parser.add_mutually_exclusive_group()
    answers.add_argument("--same", nargs=2, metavar=("OLD", "NEW"), help="the missing photo OLD is the file NEW now")
    answers.add_argument("--new", nargs="+", metavar="FILE", help="these files are photos of their own")


def run(session: Session) -> None:
    """List what only the user can tell, or take an answer; ``tagger undo`` takes it back."""
    args, output = session.args, session.output
    with session.library() as app:
        if args.same:
            old, new = app.store.read(lambda db: [_known(db, path) for path in args.same])
            app.same_photo([(old, new)])
            output.say(f"{args.same[0]} is {args.same[1]} now.")
        elif args.new:
            ids = app.store.read(lambda db: [_known(db, path) for path in args.new])
            app.not_the_same(ids)
            output.say(f"{len(ids):,} files are photos of their own.")
        else:
            output.list(("Missing", "May be"), app.store.read(_questions), _row)


def _questions(db: Database) -> list[Mapping[str, object]]:
    asked = identity.questions(db)
    paths = photos.paths_of(db, [each for old, new in asked for each in (*old, *new)])
    return [{"missing": sorted(paths[i] for i in old), "found": sorted(paths[i] for i in new)} for old, new in asked]


def _row(record: Mapping[str, object]) -> Sequence[object]:
    missing, found = record["missing"], record["found"]
    assert isinstance(missing, list)
    assert isinstance(found, list)
    return ", ".join(missing), ", ".join(found)


def _known(db: Database, path: str) -> PhotoId:
    found = photos.id_of(db, os.path.abspath(os.path.expanduser(path)))
    if found is None:
        raise UsageError(f"{path} is not a photo of this library.", "See: tagger moved")
    return found
