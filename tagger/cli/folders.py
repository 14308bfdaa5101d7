"""``tagger folders``: the folders of the library; one can be taken out of it, no file is touched."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from tagger.cli import choosing
from tagger.cli.arguments import Commands
from tagger.cli.session import Session
from tagger.errors import UsageError
from tagger.store import folders, removed
from tagger.store.database import Database

_EXAMPLES = """\
  tagger folders
  tagger folders --remove ~/Pictures/Scans
  tagger folders --remove ~/Pictures/Scans --keep-tags
  tagger folders --choose ~/Pictures --exclude '*.tif' --exclude /Exports/ --dry-run
  tagger folders --choose ~/Pictures

Patterns are those of .gitignore files, relative to the folder: *.tif, /Exports/, **/cache/, !keep.tif. --choose without
patterns lets all photos count again. Photos that no longer count leave the library; what is known of them is kept for
when they count again, and undo brings them back. No file is touched.
"""


def declare(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add("folders", run, "list the folders of the library, or remove one from it", _EXAMPLES)
    parser.add_argument("--remove", metavar="FOLDER", help="take it out of the library; its files stay where they are")
    parser.add_argument(
        "--keep-tags", action="store_true", help="keep tags and decisions for when the folder is added again"
    )
    parser.add_argument("--choose", metavar="FOLDER", help="set by --include and --exclude which of its photos count")
    choosing.add_patterns(parser)
    parser.add_argument("--dry-run", action="store_true", help="with --choose: only say how many photos would leave")


def run(session: Session) -> None:
    """List the folders with how many photos each has, or remove one; ``tagger undo`` brings it back."""
    args, output = session.args, session.output
    if args.choose:
        choosing.run(session)
        return
    if args.keep_tags and not args.remove:
        raise UsageError("--keep-tags belongs to --remove.", "Name the folder with --remove FOLDER.")
    with session.library() as app:
        if not args.remove:
            output.list(("Folder", "Photos", "Left out", "Only", ""), app.store.read(_counted), _row)
            return
        path = os.path.abspath(os.path.expanduser(args.remove))
        done = app.remove_folder(path, keep=args.keep_tags)
    number = len(done.photo_ids)
    photos = "1 photo" if number == 1 else f"{number:,} photos"
    output.say(f"Removed {path} with {photos} from the library.")
    if output.as_json:
        output.record({"removed": path, "photos": number})


def _counted(db: Database) -> list[Mapping[str, object]]:
    return [
        {
            "path": root.path,
            "photos": removed.photos_of(db, root.path),
            "include": list(root.include),
            "exclude": list(root.exclude),
            "away": root.away,
            "network": root.network,
        }
        for root in folders.roots(db)
    ]


def _row(record: Mapping[str, object]) -> Sequence[object]:
    include, exclude = record["include"], record["exclude"]
    assert isinstance(include, list)
    assert isinstance(exclude, list)
    state = "not connected" if record["away"] else "network" if record["network"] else ""
    return record["path"], record["photos"], " ".join(exclude), " ".join(include), state
