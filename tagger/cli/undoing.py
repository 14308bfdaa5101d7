"""``tagger undo``: take the last change back, files included; the window shares the journal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tagger.cli.arguments import Commands
from tagger.cli.session import Session

_EXAMPLES = """\
  tagger undo --list
  tagger undo
"""


def declare(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add("undo", run, "take the last change back, sidecars included", _EXAMPLES)
    parser.add_argument("--list", action="store_true", help="only list what can be taken back, newest first")


def run(session: Session) -> None:
    """Take one change back, or list the journal; sidecars that others changed since are left, and named."""
    output = session.output
    with session.library() as app:
        if session.args.list:
            entries = ({"id": entry, "at": at, "title": title} for entry, at, title in app.journal())
            output.list(("When", "What"), entries, _row)
            return
        undone = app.undo()
    if undone is None:
        output.say("There is nothing to undo.")
    else:
        for problem in undone.problems:
            output.fail(problem)
        output.say(f"Undone: {undone.title}")
    if output.as_json:
        title, photos = (None, 0) if undone is None else (undone.title, len(undone.photo_ids))
        output.record({"undone": title, "photos": photos})


def _row(record: Mapping[str, object]) -> Sequence[object]:
    return str(record["at"])[:19].replace("T", " "), record["title"]
