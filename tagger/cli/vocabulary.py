"""``tagger vocabulary``: keyword lists of other programs, taken over as tags."""

from __future__ import annotations

from tagger.cli.arguments import Commands
from tagger.cli.output import count
from tagger.cli.session import Session
from tagger.exporting import keyword_list
from tagger.exporting.keyword_list import KeywordList
from tagger.vocabulary import importing
from tagger.vocabulary.importing import Added

_EXAMPLES = """\
  tagger vocabulary import Keywords.txt --dry-run
  tagger export --format keywords --out Keywords.txt

import adds the tags and synonyms of a keyword list of Lightroom or Capture One (tabs, {synonyms}, [categories]);
nothing is renamed or taken away, no photo is touched, and undo takes it back.
"""


def declare(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add("vocabulary", run, "take a keyword list over as tags", _EXAMPLES)
    parser.add_argument("action", choices=("import",))
    parser.add_argument("file", metavar="FILE", help="the keyword list")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be added")


def run(session: Session) -> None:
    """Import a list; lines that make no sense are failures, the rest is added."""
    args, output = session.args, session.output
    found = keyword_list.read(args.file)
    with session.library() as app:
        added = app.store.read(lambda db: importing.preview(db, found.keywords))
        if not args.dry_run:
            app.change_tree(lambda db: importing.add(db, found.keywords))
    if args.dry_run and not output.as_json:
        for tag in added.tags:
            output.say(f"+ {tag}")
        for tag, name in added.synonyms:
            output.say(f"+ {tag} {{{name}}}")
    for problem in found.problems:
        output.fail(problem)
    if output.as_json:
        output.record({"summary": _summary(added, found)})
    verb = "would be added" if args.dry_run else "added"
    output.say(f"{count(len(added.tags), 'tag')} and {count(len(added.synonyms), 'synonym')} {verb}.")


def _summary(added: Added, found: KeywordList) -> dict[str, int]:
    counts = {"tags": len(added.tags), "synonyms": len(added.synonyms), "categories": len(added.categories)}
    return {**counts, "known": added.known, "left_out": found.left_out}
