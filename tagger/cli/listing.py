"""``tagger photos`` and ``tagger suggestions``: what the library knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tagger.cli import records, selection
from tagger.cli.arguments import Commands, add_where
from tagger.cli.session import Session
from tagger.entities import SuggestionId
from tagger.store import suggestions

_PHOTOS_EXAMPLES = """\
  tagger photos --where 'tag:dog rating>=3'
  tagger photos --json --where is:unreadable
"""
_SUGGESTIONS_EXAMPLES = """\
  tagger suggestions --where 'state:suggested confidence>0.8'
  tagger suggestions --json --where 'label:dog has:box'
"""


def declare(commands: Commands) -> None:
    """Declare the commands."""
    add_where(commands.add("photos", run_photos, "list what is known of each photo", _PHOTOS_EXAMPLES))
    parser = commands.add("suggestions", run_suggestions, "list every suggestion with its state", _SUGGESTIONS_EXAMPLES)
    add_where(parser, "only these; with it, hidden labels appear only where they are named or is:hidden is")


def run_photos(session: Session) -> None:
    """List photos."""
    wanted = selection.read(session.args.where)
    with session.library() as app:
        found = selection.photos_of(app, selection.photo_ids(app, wanted))
        columns = ("Photo", "State", "Size", "Taken", "Rating", "Tags")
        session.output.list(columns, map(records.photo, found), _photo_row)


def run_suggestions(session: Session) -> None:
    """List suggestions: all of them, or those a search finds."""
    wanted = selection.read(session.args.where)
    with session.library() as app:
        ids: list[SuggestionId]
        if wanted.node is None:
            ids = app.store.read(lambda db: suggestions.ids_where(db, "1", ()))
        else:
            ids = app.suggestion_ids(wanted)
        found = (records.suggestion(path, suggestion) for path, suggestion in app.suggestions(ids))
        columns = ("Photo", "Label", "Tag", "Confidence", "Kind", "Backend", "State")
        session.output.list(columns, found, _suggestion_row)


def _photo_row(record: Mapping[str, object]) -> Sequence[object]:
    size = f"{record['width']} × {record['height']}" if record["width"] else None
    tags = record["tags"]
    named = "; ".join(map(str, tags)) if isinstance(tags, list) else ""
    return record["path"], record["state"], size, record["taken_at"], record["rating"], named


def _suggestion_row(record: Mapping[str, object]) -> Sequence[object]:
    return tuple(record[key] for key in ("path", "label", "tag", "confidence", "kind", "backend", "state"))
