"""Patterns on the command line: which photos of a folder count."""

from __future__ import annotations

import os
from argparse import ArgumentParser
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tagger.cli.arguments import Arguments
from tagger.cli.output import Output, count
from tagger.errors import UsageError

if TYPE_CHECKING:
    from tagger.app import Tagger
    from tagger.cli.session import Session
    from tagger.library.choosing import Chosen


def add_patterns(parser: ArgumentParser) -> None:
    """Declare ``--include`` and ``--exclude``."""
    for name, help in (("--exclude", "leave out what matches"), ("--include", "only what matches counts")):
        parser.add_argument(name, metavar="PATTERN", action="append", default=[], help=f"{help}; may be repeated")


def choose_for(app: Tagger, output: Output, args: Arguments, paths: Sequence[str]) -> None:
    """Set the patterns of folders that are about to be indexed, where some are given.

    Raises:
        UsageError: a pattern cannot be read, or a folder is part of another one of the library.
    """
    if not (args.include or args.exclude):
        return
    from tagger.library.patterns import read_patterns
    from tagger.store import folders

    read_patterns([*args.include, *args.exclude])  # before anything is added
    for path in paths:
        if os.path.isdir(path):
            app.store.write(lambda db, path=path: folders.add_folder(db, path)).result()  # type: ignore[misc]
            _tell(output, app.choose_photos(path, args.include, args.exclude), dry_run=False)


def run(session: Session) -> None:
    """``tagger folders --choose``: set the patterns of one folder, or say what they would do."""
    from tagger.library import choosing

    args, output = session.args, session.output
    if args.remove:
        raise UsageError("--choose and --remove do not go together.", "Do one after the other.")
    path = os.path.abspath(os.path.expanduser(args.choose))
    with session.library() as app:
        if args.dry_run:
            done = app.store.read(lambda db: choosing.preview(db, path, args.include, args.exclude))
        else:
            done = app.choose_photos(path, args.include, args.exclude)
    _tell(output, done, dry_run=args.dry_run)
    if output.as_json:
        output.record({"path": done.path, "photos": done.total, "left_out": len(done.left_out)})


def _tell(output: Output, done: Chosen, *, dry_run: bool) -> None:
    verb = "would leave" if dry_run else "left"
    output.say(f"{count(len(done.left_out), 'photo')} of {done.total:,} {verb} the library ({done.path}).")
