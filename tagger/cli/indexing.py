"""``tagger index``: add folders and bring the library up to date with them."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tagger.cli import choosing, records, selection
from tagger.cli.arguments import Commands
from tagger.cli.output import Output, count
from tagger.cli.session import Session, cancelled_by_signals
from tagger.errors import Cancelled, LibraryError
from tagger.library.executors import Hired, dask_cluster
from tagger.library.index import IndexSummary
from tagger.library.walk import absent

if TYPE_CHECKING:
    from tagger.app import Tagger
    from tagger.progress import Control

_EXAMPLES = """\
  tagger index ~/Pictures /mnt/archive
  tagger index ~/Pictures --exclude '*.tif' --exclude /Exports/
  tagger index --json . | tail -n 1
  tagger index --dask tcp://10.0.0.5:8786 /mnt/archive

Patterns are those of .gitignore files, relative to FOLDER, and are remembered with it; see tagger folders --help.
"""


def declare(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add(
        "index", run, "add folders, find new, changed, moved and missing photos, and read them", _EXAMPLES
    )
    parser.add_argument("folders", nargs="+", metavar="FOLDER")
    parser.add_argument(
        "--dask",
        metavar="ADDRESS",
        help="have the machines of a Dask cluster read the photos, which they must see under the same paths",
    )
    choosing.add_patterns(parser)


def run(session: Session) -> None:
    """Index the folders; photos and folders that cannot be read are failures.

    Raises:
        Cancelled: after the summary of what was done until then.
    """
    output = session.output
    folders = [os.path.abspath(folder) for folder in session.args.folders]
    for folder in folders:
        if not os.path.isdir(folder):
            output.fail(absent(folder), path=folder)
    with session.library() as app, cancelled_by_signals() as control:
        choosing.choose_for(app, output, session.args, folders)
        try:
            with _hired(session.args.dask) as hired, output.progress("Reading photos") as progress:
                present = [folder for folder in folders if os.path.isdir(folder)]
                summary = app.index(present, progress=progress, control=control, hired=hired)
        except Cancelled as stop:
            if isinstance(stop.summary, IndexSummary):
                _conclude(app, output, stop.summary, folders)
            raise
        _conclude(app, output, summary, folders)
        _back_up(app, output, control)


def _hired(address: str | None) -> contextlib.AbstractContextManager[Hired | None]:
    return contextlib.nullcontext() if address is None else dask_cluster(address)


def _back_up(app: Tagger, output: Output, control: Control) -> None:
    """The automatic backup, where one is due; that it cannot be made is no failure of indexing."""
    from tagger.library.safety import back_up_if_due

    try:
        back_up_if_due(app.store, app.settings, control)
    except LibraryError as error:
        output.note(str(error))


def _conclude(app: Tagger, output: Output, summary: IndexSummary, folders: Sequence[str]) -> None:
    for problem in summary.problems:
        output.fail(problem)
    if summary.unreadable:
        _name_unreadable(app, output, folders)
    if output.as_json:
        output.record(records.summary(summary))
        return
    counts = {name: getattr(summary, name) for name in ("new", "changed", "moved", "missing", "unreadable")}
    told = ", ".join(f"{number:,} {name}" for name, number in counts.items() if number) or "nothing new"
    output.say(f"{count(summary.found, 'photo')} found in {summary.seconds:.1f} s: {told}.")
    if summary.videos:
        output.say(f"{count(summary.videos, 'video')} left alone: only photos are handled.")


def _name_unreadable(app: Tagger, output: Output, folders: Sequence[str]) -> None:
    roots = [folder.rstrip(os.sep) + os.sep for folder in folders]
    for photo in selection.photos_of(app, selection.photo_ids(app, selection.read(["is:unreadable"]))):
        if any(photo.path.startswith(root) for root in roots):
            output.fail(f"{photo.path} cannot be read: {photo.error}", path=photo.path)
