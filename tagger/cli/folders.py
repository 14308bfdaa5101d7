"""``tagger folders``: the folders of the library; one can be taken out of it, no file is touched."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from sqlite_utils import Database

from tagger.cli.arguments import Commands
from tagger.cli.session import Session
from tagger.errors import UsageError
from tagger.store import folders, removed

_EXAMPLES = """\
  tagger folders
  tagger folders --remove ~/Pictures/Scans
  tagger folders --remove ~/Pictures/Scans --keep-tags
"""


def declare(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add("folders", run, "list the folders of the library, or remove one from it", _EXAMPLES)
    parser.add_argument("--remove", metavar="FOLDER", help="take it out of the library; its files stay where they are")
    parser.add_argument(
        "--keep-tags", action="store_true", help="keep tags and decisions for when the folder is added again"
    )


def run(session: Session) -> None:
    """List the folders with how many photos each has, or remove one; ``tagger undo`` brings it back."""
    args, output = session.args, session.output
    if args.keep_tags and not args.remove:
        raise UsageError("--keep-tags belongs to --remove.", "Name the folder with --remove FOLDER.")
    with session.library() as app:
        if not args.remove:
            output.list(("Folder", "Photos"), app.store.read(_counted), _row)
            return
        path = os.path.abspath(os.path.expanduser(args.remove))
        done = app.remove_folder(path, keep=args.keep_tags)
    number = len(done.photo_ids)
    photos = "1 photo" if number == 1 else f"{number:,} photos"
    output.say(f"Removed {path} with {photos} from the library.")
    if output.as_json:
        output.record({"removed": path, "photos": number})


def _counted(db: Database) -> list[Mapping[str, object]]:
    return [{"path": path, "photos": removed.photos_of(db, path)} for path in folders.folders(db)]


def _row(record: Mapping[str, object]) -> Sequence[object]:
    return record["path"], record["photos"]
