"""``tagger accept``, ``reject``, ``defer`` and ``tag``: decisions on suggestions, and tags by hand."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tagger.cli import selection
from tagger.cli.arguments import Arguments, Commands, add_where, confidence
from tagger.cli.output import count
from tagger.cli.session import Session
from tagger.entities import Decision, PhotoId
from tagger.errors import UsageError
from tagger.review.tagging import tag_path
from tagger.store import photos, suggestions
from tagger.store.query import Query
from tagger.store.query.nodes import Node

if TYPE_CHECKING:
    from tagger.app import Tagger

_DECISIONS = {"accept": Decision.ACCEPTED, "reject": Decision.REJECTED, "defer": Decision.DEFERRED}
_SAID = {Decision.ACCEPTED: "Accepted", Decision.REJECTED: "Rejected", Decision.DEFERRED: "Deferred"}
_HELP = {
    "accept": "accept suggestions, which tags their photos",
    "reject": "reject suggestions; they stay rejected, whatever is recognised later",
    "defer": "put suggestions off",
}
_SCOPE = """
filters combine with AND; several --label mean any of them. Only suggestions that wait or were
deferred change, unless --where names a state. Hidden labels change only where --label names them
or --where says so (label:chair, is:hidden).
"""
_TAG_EXAMPLES = """\
  tagger tag holiday/*.jpg --add 'Places|Greece|Athens' --remove Places
"""


def declare(commands: Commands) -> None:
    """Declare the commands."""
    for name, help in _HELP.items():
        examples = f"  tagger {name} --label dog --min-confidence 0.8\n  tagger {name} --where 'folder:Holiday'\n"
        parser = commands.add(name, run_decide, help, examples + _SCOPE)
        add_where(parser, "only suggestions that are found so")
        parser.add_argument("--label", action="append", metavar="L", help="only suggestions of this label")
        parser.add_argument("--min-confidence", type=confidence, metavar="C", help="only from this confidence, 0 to 1")
        parser.add_argument("--max-confidence", type=confidence, metavar="C", help="only up to this confidence, 0 to 1")
        parser.add_argument("--all", action="store_true", help="all of them, where no filter is given")
    parser = commands.add("tag", run_tag, "add tags to photos of the library, and remove them", _TAG_EXAMPLES)
    parser.add_argument("photos", nargs="+", metavar="PHOTO", help="the file of a photo that is in the library")
    parser.add_argument("--add", action="append", default=[], metavar="TAG", help="such as Animal|Dog or Animal/Dog")
    parser.add_argument("--remove", action="append", default=[], metavar="TAG")


def run_decide(session: Session) -> None:
    """Give the suggestions that the filters name a decision, as one step of the journal."""
    args, output = session.args, session.output
    decision = _DECISIONS[args.command]
    texts = [text for text in args.where if text.strip()]
    if not (texts or args.label or args.all) and args.min_confidence is None and args.max_confidence is None:
        raise UsageError(
            f"Say which suggestions to {args.command}.",
            "Give --where, --label, --min-confidence or --max-confidence; or --all, which means every one.",
        )
    asked = selection.read(texts)
    with session.library() as app:
        decided = app.decide(app.suggestion_ids(_wanted(app, args, asked)), decision)
    photos = len(decided.photo_ids)
    if output.as_json:
        output.record({"summary": {"suggestions": decided.suggestions, "photos": photos}})
    output.say(f"{_SAID[decision]} {count(decided.suggestions, 'suggestion')} on {count(photos, 'photo')}.")


def run_tag(session: Session) -> None:
    """Add and remove tags; photos that the library does not know are failures, the others are tagged."""
    args, output = session.args, session.output
    if not (args.add or args.remove):
        raise UsageError("Say what to do with the photos.", "Give --add TAG or --remove TAG.")
    add, remove = [tag_path(text) for text in args.add], [tag_path(text) for text in args.remove]
    with session.library() as app:
        ids: list[PhotoId] = []
        for path in args.photos:
            photo_id = _known(app, path)
            if photo_id is None:
                shown = os.path.abspath(path)
                output.fail(f"{shown} is not in the library. Add its folder with: tagger index FOLDER", path=shown)
            else:
                ids.append(photo_id)
        changed = app.tag(ids, add=add, remove=remove) if ids else frozenset()
    if output.as_json:
        output.record({"summary": {"photos": len(changed)}})
    output.say(f"Changed the tags of {count(len(changed), 'photo')}.")


def _wanted(app: Tagger, args: Arguments, asked: Query) -> Query:
    """The suggestions that are asked for."""
    nodes: list[Node] = [] if asked.node is None else [asked.node]
    if args.label:
        nodes.append(selection.labels(app.store.read(lambda db: suggestions.label_ids(db, args.label))))
    if args.min_confidence is not None:
        nodes.append(selection.confidence(">=", args.min_confidence))
    if args.max_confidence is not None:
        nodes.append(selection.confidence("<=", args.max_confidence))
    if not selection.names_state(asked):
        nodes.append(selection.UNDECIDED)
    return selection.read([], *nodes)


def _known(app: Tagger, path: str) -> PhotoId | None:
    """The photo behind a path as it was given; the library may know it by another one that leads to the same file."""
    for known in (os.path.abspath(path), os.path.realpath(path)):
        photo_id = app.store.read(lambda db, known=known: photos.id_of(db, known))  # type: ignore[misc]
        if photo_id is not None:
            return photo_id
    return None
