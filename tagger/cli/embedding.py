"""``tagger embed``: tags into the photos themselves, which is asked for each time."""

from __future__ import annotations

from tagger.cli import selection
from tagger.cli.arguments import Commands, add_where
from tagger.cli.output import count
from tagger.cli.session import Session, cancelled_by_signals
from tagger.errors import UsageError

_EXAMPLES = """\
  tagger embed --where 'folder:Holiday' --dry-run
  tagger embed --where 'folder:Holiday' --yes

writes tags, boxes, stars, label and caption into JPEG, PNG, TIFF and DNG files. The picture is proven to be the same,
all other metadata too, and undo brings each file back byte for byte. Sidecars are the better place for most people.
"""
_VERB = {"embedded": "written", "unchanged": "is up to date"}
_DRY_VERB = {"embedded": "could be written", "unchanged": "is up to date"}


def declare(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add("embed", run, "write tags into the photos themselves", _EXAMPLES)
    add_where(parser)
    parser.add_argument("--dry-run", action="store_true", help="only say what could be written")
    parser.add_argument("--yes", action="store_true", help="do not ask")


def run(session: Session) -> None:
    """Write into photos; those that cannot be written are failures.

    Raises:
        UsageError: nobody can be asked, or the answer is no.
        Cancelled: what was written so far is kept.
    """
    args, output = session.args, session.output
    wanted = selection.read(args.where)
    verbs = _DRY_VERB if args.dry_run else _VERB
    with session.library() as app, cancelled_by_signals() as control:
        ids = selection.photo_ids(app, wanted)
        question = f"Write into the files of {count(len(ids), 'photo')}?"
        if not args.dry_run and not args.yes and not output.ask(question):
            raise UsageError("Photos are only written into where that is agreed to.", "Give --yes, or --dry-run.")
        with output.progress("Writing into photos") as progress:
            for result in app.embed(ids, dry_run=args.dry_run, progress=progress, control=control):
                record = {"path": result.photo_path, "action": result.action, "error": result.error}
                if result.error is not None:
                    output.fail(f"{result.photo_path}: {result.error}", path=result.photo_path, action=result.action)
                elif output.as_json:
                    output.record(record)
                else:
                    output.say(f"{result.photo_path} {verbs[result.action]}")
