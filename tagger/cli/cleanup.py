"""``tagger cleanup``: the plan, and with ``--apply`` the cleanup of near-duplicates."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tagger.cli.arguments import Commands, positive
from tagger.cli.output import Output, count
from tagger.cli.session import Session, cancelled_by_signals
from tagger.errors import UsageError
from tagger.review.tagging import tag_path

if TYPE_CHECKING:
    from tagger.app import Tagger
    from tagger.duplicates.keeper import Policy
    from tagger.duplicates.plan import Plan

_EXAMPLES = """\
  tagger duplicates && tagger cleanup
  tagger cleanup --policy raw,original,pixels --reference ~/Pictures/Masters
  tagger cleanup --out plan.csv
  tagger cleanup --apply
  tagger undo
  tagger cleanup --apply --to ~/Duplicates
  tagger cleanup --apply --tag "To do|Duplicate"
  tagger cleanup --apply --stack
  tagger cleanup --empty --days 30
"""


def declare(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add(
        "cleanup", run, "the plan for the duplicates that were found; with --apply they move out of the way", _EXAMPLES
    )
    parser.add_argument(
        "--policy", metavar="RULES", help="what to keep, the most important first, as raw,original,pixels,bytes"
    )
    parser.add_argument(
        "--reference", metavar="FOLDER", action="append", default=[], help="nothing is taken from this folder"
    )
    parser.add_argument(
        "--unclear", action="store_true", help="also what the rules do not decide clearly, after you have looked at it"
    )
    parser.add_argument("--group", metavar="N", type=positive, action="append", help="only this group; may be repeated")
    parser.add_argument("--out", metavar="FILE", help="write the plan to a file, .csv or .json")
    parser.add_argument("--apply", action="store_true", help="do it; tagger undo brings everything back")
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument(
        "--to",
        metavar="FOLDER",
        help="move them to this folder of the same volume, in their tree; not to be emptied",
    )
    instead.add_argument("--tag", metavar="TAG", help="only tag them, and leave every file where it is")
    instead.add_argument(
        "--stack", action="store_true", help="only stack them behind the photos to keep; every file stays where it is"
    )
    parser.add_argument("--empty", action="store_true", help="put what was cleaned up into the system's trash")
    parser.add_argument(
        "--days", metavar="N", type=_days, default=0, help="with --empty: only what was cleaned up so many days ago"
    )


def run(session: Session) -> None:
    """Show the plan, or carry it out.

    Raises:
        UsageError: the policy makes no sense.
        Cancelled: what was moved until then can be undone.
    """
    from tagger.duplicates.plan_file import write_plan

    output, args = session.output, session.args
    with session.library() as app:
        if args.empty:
            if args.apply:
                raise UsageError("--apply and --empty are two things.", "Clean up first, and empty when you are sure.")
            _empty(app, session)
            return
        policy = _policy(app, session)
        if args.policy or args.reference:
            app.choose_keepers(policy)
        plan = app.cleanup_plan(_groups(app, args.group), only_clear=not args.unclear, policy=policy)
        if args.out:
            write_plan(Path(args.out), plan)
        if args.apply and args.tag:
            _tag(app, output, plan, args.tag)
        elif args.apply and args.stack:
            _stack(app, output, plan)
        elif args.apply:
            _apply(app, session, plan)
        else:
            _show(plan, output)


def _policy(app: Tagger, session: Session) -> Policy:
    from tagger.duplicates.keeper import rule_names

    policy = app.policy()
    if session.args.policy:
        policy = replace(policy, rules=rule_names(session.args.policy))
    references = tuple(str(Path(folder).expanduser().absolute()) for folder in session.args.reference)
    return replace(policy, references=(*policy.references, *references))


def _groups(app: Tagger, numbers: Sequence[int] | None) -> list[int] | None:
    """Ids of the groups with these numbers, counted as ``tagger duplicates`` does."""
    if numbers is None:
        return None
    ids = [group.id for group in app.duplicate_groups()]
    unknown = [number for number in numbers if number > len(ids)]
    if unknown:
        raise UsageError(f"There is no group {unknown[0]}.", "See the groups with: tagger duplicates --stored")
    return [ids[number - 1] for number in numbers]


def _show(plan: Plan, output: Output) -> None:
    from tagger.duplicates.plan import rows

    output.list(("Do", "Photo", "Instead keep", "Because", "Bytes"), rows(plan), _row)
    output.say(f"{count(len(plan.discards), 'photo')} would go, {count(plan.bytes, 'byte')} freed.")
    if plan.discards:
        output.note("Nothing was touched. Do it with: tagger cleanup --apply")
    elif not plan.numbers:
        output.note("No duplicates are known. Look for them with: tagger duplicates")


def _row(record: Mapping[str, object]) -> Sequence[object]:
    return tuple(record.get(name) for name in ("action", "path", "keeper", "reason", "bytes"))


def _apply(app: Tagger, session: Session, plan: Plan) -> None:
    output = session.output
    with cancelled_by_signals() as control, output.progress("Cleaning up") as progress:
        done = app.clean_up(plan, place=session.args.to, progress=progress, control=control)
    _name(output, done.problems)
    summary = {"discarded": len(done.photo_ids), "bytes": done.freed_bytes, "merged": len(done.merged)}
    if output.as_json:
        output.record({"summary": summary})
    where = "out of the way" if session.args.to is None else f"to {session.args.to}"
    output.say(
        f"{count(len(done.photo_ids), 'photo')} moved {where}, {count(done.freed_bytes, 'byte')};"
        f" {count(len(done.merged), 'keeper')} given what they lacked. Take it back with: tagger undo"
    )


def _tag(app: Tagger, output: Output, plan: Plan, tag: str) -> None:
    tagged = app.tag_duplicates(plan, tag_path(tag))
    if output.as_json:
        output.record({"summary": {"tagged": len(tagged)}})
    output.say(f"{count(len(tagged), 'photo')} tagged {tag}. Take it back with: tagger undo")


def _stack(app: Tagger, output: Output, plan: Plan) -> None:
    stacked = app.stack_duplicates(plan)
    if output.as_json:
        output.record({"summary": {"stacked": len(stacked)}})
    output.say(f"{count(len(stacked), 'photo')} stacked. Take it back with: tagger undo")


def _days(text: str) -> int:
    value = int(text)
    if value < 0:
        raise argparse.ArgumentTypeError(f"{text} is not a number of days")
    return value


def _empty(app: Tagger, session: Session) -> None:
    output = session.output
    with cancelled_by_signals() as control, output.progress("Emptying") as progress:
        done = app.empty_held(days=session.args.days, progress=progress, control=control)
    _name(output, done.problems)
    if output.as_json:
        output.record({"summary": {"trashed": len(done.photo_ids), "bytes": done.bytes}})
    output.say(f"{count(len(done.photo_ids), 'photo')} put into the trash, {count(done.bytes, 'byte')}.")


def _name(output: Output, problems: Sequence[str]) -> None:
    for problem in problems:
        output.fail(problem)
