"""``tagger duplicates``: groups of near-duplicates."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tagger.cli.arguments import Commands, positive
from tagger.cli.output import count
from tagger.cli.session import Session, cancelled_by_signals
from tagger.errors import UsageError

if TYPE_CHECKING:
    from tagger.app import Tagger
    from tagger.entities import Group

_EXAMPLES = """\
  tagger duplicates
  tagger duplicates --distance 4 --json
  tagger duplicates --stored
  tagger duplicates --apart
"""


def declare(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add("duplicates", run, "groups of near-duplicates, each with the photo to keep", _EXAMPLES)
    parser.add_argument(
        "--distance", type=_distance, metavar="N", help="in how many of 64 bits hashes may differ, 0 to 16 (default 8)"
    )
    parser.add_argument("--no-turned", action="store_true", help="leave turned and mirrored copies out")
    parser.add_argument("--no-crops", action="store_true", help="do not look for crops, which takes longest")
    apart = parser.add_mutually_exclusive_group()
    apart.add_argument("--apart", action="store_true", help="list what was said to be no duplicates")
    apart.add_argument(
        "--together", metavar="N", type=positive, help="take back what the line N of that list says; undo restores it"
    )
    parser.add_argument("--stored", action="store_true", help="show what the last search found, without a new one")


def run(session: Session) -> None:
    """Look for duplicates in the whole library and list the groups.

    Raises:
        Cancelled: what was found by hashes is kept.
    """
    output, args = session.output, session.args
    with session.library() as app, cancelled_by_signals() as control:
        if args.together is not None:
            _let_together(app, session, args.together)
            return
        if args.apart:
            _list_apart(app, session)
            return
        if args.stored:
            groups = app.duplicate_groups()
        else:
            options = app.duplicate_options()
            options = replace(
                options,
                distance=options.distance if args.distance is None else args.distance,
                turned=options.turned and not args.no_turned,
                crops=options.crops and not args.no_crops,
            )
            with output.progress("Comparing photos") as progress:
                groups = app.find_duplicates(options, progress=progress, control=control)
        if output.as_json:
            for record in _records(app, groups):
                output.record(record)
        else:
            if not groups:
                output.say("No near-duplicates.")
                return
            output.table(("Group", "Kind", "Photo", "Found by", "Bits"), _rows(app, groups))
            photos = sum(len(group.photo_ids) for group in groups)
            output.say(f"{count(len(groups), 'group')} with {count(photos, 'photo')}.")


def _list_apart(app: Tagger, session: Session) -> None:
    lines = list(_apart(app))
    session.output.list(("Line", "Said", "Photo", "Is no duplicate of"), lines, _apart_row)
    session.output.say(f"{count(len(lines), 'line')}. Take one back with: tagger duplicates --together LINE")


def _apart_row(record: Mapping[str, object]) -> Sequence[object]:
    others = record["others"]
    assert isinstance(others, list)
    return record["line"], record["said_at"], record["path"], ", ".join(others)


def _apart(app: Tagger) -> Iterator[Mapping[str, object]]:
    parted = app.parted_duplicates()
    paths = app.paths([photo for said in parted for photo in said.photo_ids])
    for number, said in enumerate(parted, 1):
        first, *others = (paths.get(photo, "") for photo in said.photo_ids)
        yield {"line": number, "said_at": said.said_at, "path": first, "others": others, "alone": said.alone}


def _let_together(app: Tagger, session: Session, line: int) -> None:
    parted = app.parted_duplicates()
    if line > len(parted):
        raise UsageError(f"There is no line {line}.", "See the lines with: tagger duplicates --apart")
    said = parted[line - 1]
    app.duplicates_again(said)
    if session.output.as_json:
        session.output.record({"summary": {"together": len(said.photo_ids)}})
    session.output.say(f"{count(len(said.photo_ids), 'photo')} may be duplicates again. Take it back with: tagger undo")


def _records(app: Tagger, groups: Sequence[Group]) -> Iterator[Mapping[str, object]]:
    paths = app.paths([photo for group in groups for photo in group.photo_ids])
    reasons = app.keeper_reasons([group.id for group in groups])
    for number, group in enumerate(groups, 1):
        why = list(dict.fromkeys(reasons.get(link.photo_id, "") for link in group.links))
        keeper: dict[str, object] = {"path": paths[group.keeper], "distance": 0, "keeper": True, "reasons": why}
        others: list[dict[str, object]] = [
            {
                "path": paths[link.photo_id],
                "distance": link.bits,
                "keeper": False,
                "reasons": [reasons.get(link.photo_id, "")],
                "found_by": link.found_by,
                "certainty": link.certainty,
                "turn": link.turn,
            }
            for link in group.links
        ]
        yield {"group": number, "kind": group.kind, "reason": group.reason, "photos": [keeper, *others]}


def _rows(app: Tagger, groups: Sequence[Group]) -> Iterator[Sequence[object]]:
    for record in _records(app, groups):
        photos = record["photos"]
        assert isinstance(photos, list)
        for photo in photos:
            found_by = "keeper" if photo["keeper"] else photo["found_by"]
            yield record["group"], record["kind"], photo["path"], found_by, photo["distance"]


def _distance(text: str) -> int:
    value = int(text)
    if not 0 <= value <= 16:
        raise argparse.ArgumentTypeError(f"{text} is not a distance, which is a whole number from 0 to 16")
    return value
