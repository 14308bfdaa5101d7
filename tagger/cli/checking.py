"""``tagger check``: whether the library is sound and says what is on the disk."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from tagger.cli.arguments import Commands
from tagger.cli.output import Output, count
from tagger.cli.session import Session, cancelled_by_signals
from tagger.errors import LibraryError

if TYPE_CHECKING:
    from tagger.app import Tagger
    from tagger.progress import Control

_EXAMPLES = """\
  tagger check
  tagger check --repair
  tagger check --json | tail -n 1

Missing photos, and folders that cannot be listed, are failures. Sidecars that others changed are named; index their
folder to read them. --repair puts the last sound automatic backup in the place of a damaged library and keeps the
damaged file beside it; close all other windows of Tagger before.
"""


def declare(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add(
        "check", run, "look whether the library is sound, for missing photos and sidecars changed by others", _EXAMPLES
    )
    parser.add_argument("--repair", action="store_true", help="restore a damaged library from its last backup")


def run(session: Session) -> None:
    """Check the file first, then what it says of the disk.

    Raises:
        LibraryError: it is not there, or damaged and cannot be restored.
        Cancelled: by a signal.
    """
    from tagger import settings

    args, output = session.args, session.output
    path = settings.default_library_path() if args.library is None else Path(args.library)
    if not path.is_file():
        raise LibraryError(f"There is no library {path}.", "Make one with: tagger index FOLDER.")
    if args.repair:
        _repair(path, output)
    elif not _is_sound(path, output):
        return
    with session.library() as app, cancelled_by_signals() as control:
        _compare(app, output, control)


def _is_sound(path: Path, output: Output) -> bool:
    from tagger.store import automatic, repair

    wrong = automatic.fault(path, thorough=True)
    if wrong is None:
        return True
    last = repair.last_sound(path)
    advice = (
        "There is no automatic backup of it."
        if last is None
        else f"Restore the backup of {last.at:%Y-%m-%d %H:%M} with: tagger check --repair"
    )
    output.fail(f"The library {path} is damaged: {wrong}. {advice}", kind="damaged", path=str(path))
    return False


def _repair(path: Path, output: Output) -> None:
    from tagger.store import repair

    done = repair.repair(path)
    if done is None:
        output.say("The library is sound; nothing had to be restored.")
        return
    output.say(
        f"Restored the backup of {done.backup.at:%Y-%m-%d %H:%M}; the damaged file is {done.damaged}. Index your"
        " folders again: what changed since comes back from files and sidecars."
    )
    if output.as_json:
        output.record({"restored": str(done.backup.path), "damaged": str(done.damaged), "fault": done.fault})


def _compare(app: Tagger, output: Output, control: Control) -> None:
    from tagger.library import checking

    app.look_for_folders()
    found: Counter[str] = Counter()
    with output.progress("Checking photos") as progress:
        for finding in checking.compare(app.store, control, progress):
            found[finding.kind] += 1
            if finding.kind in ("missing", "folder"):
                output.fail(finding.text, kind=finding.kind, path=finding.path)
            elif output.as_json:
                output.record({"kind": finding.kind, "path": finding.path})
            else:
                output.say(finding.text)
    if output.as_json:
        kinds = ("missing", "sidecar", "away", "folder")
        output.record({"summary": {"damaged": False, **{kind: found[kind] for kind in kinds}}})
    elif not found:
        output.say("The library is sound, and every photo is where it should be.")
    else:
        output.say(
            f"{count(found['missing'], 'photo')} missing, {count(found['sidecar'], 'sidecar')} changed by others."
        )
