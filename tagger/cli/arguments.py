"""What can be written after ``tagger``, read with argparse; each group of commands declares its own."""

from __future__ import annotations

import argparse
import importlib
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NoReturn

import tagger
from tagger.errors import UsageError

if TYPE_CHECKING:
    from tagger.cli.session import Session

Arguments = argparse.Namespace
Run = Callable[["Session"], None]

_DESCRIPTION = "Recognises what is in your photos, offline, and writes what you accept into XMP sidecars."
_EXAMPLES = """\
without a command, the window opens, with the folders given added to the library:
  tagger ~/Pictures

from new photos to sidecars:
  tagger index ~/Pictures
  tagger recognize
  tagger accept --min-confidence 0.8
  tagger export
"""
_SEARCH_HELP = (
    "search as in the window: words, tag:dog, label:dog, state:suggested, confidence>0.6, rating>=3, "
    "taken:2024-05..2024-06, folder:Holiday, is:untagged, has:box, AND OR NOT ( )"
)
_GROUPS: Mapping[str, Sequence[str]] = {
    "indexing": ("index",),
    "folders": ("folders",),
    "listing": ("photos", "suggestions"),
    "moved": ("moved",),
    "backends": ("backends",),
    "recognizing": ("recognize",),
    "sending": ("sends", "never-upload"),
    "reviewing": ("accept", "reject", "defer", "tag"),
    "duplicates": ("duplicates",),
    "cleanup": ("cleanup",),
    "exporting": ("export",),
    "embedding": ("embed",),
    "vocabulary": ("vocabulary",),
    "undoing": ("undo",),
    "checking": ("check",),
}
"""The modules of this package that declare commands, and which: one command does not wait for what others need."""
_WITH_VALUE = ("--library", "--config")


class Parser(argparse.ArgumentParser):
    """A parser that raises instead of ending the process, and knows options only by their whole name."""

    def __init__(self, *args: object, examples: str = "", **kwargs: object) -> None:
        kwargs.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        kwargs.setdefault("allow_abbrev", False)
        if examples:
            kwargs["epilog"] = f"examples:\n{examples}" if not examples.startswith("without") else examples
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def error(self, message: str) -> NoReturn:
        """Refuse the arguments.

        Raises:
            UsageError: always.
        """
        raise UsageError(f"{message[:1].upper()}{message[1:]}.", f"See: {self.prog} --help")


class Commands:
    """Collects the commands that the groups declare."""

    def __init__(self, parser: Parser, dest: str = "command") -> None:
        self._subparsers = parser.add_subparsers(
            dest=dest, metavar="COMMAND", title="commands", prog=parser.prog, parser_class=Parser
        )

    def add(self, name: str, run: Run, help: str, examples: str) -> Parser:
        """A new command; ``help`` is one line that begins in lower case."""
        description = f"{help[:1].upper()}{help[1:]}."
        parser: Parser = self._subparsers.add_parser(
            name, help=help, description=description, examples=examples, parents=[_global_options()]
        )
        parser.set_defaults(run=run)
        return parser


def parse(words: Sequence[str]) -> Arguments:
    """Read the arguments; ``command`` is None where the window is meant, with ``folders``.

    Raises:
        UsageError: they make no sense.
        SystemExit: the help or the version was asked for and has been printed.
    """
    given = Arguments(library=None, config=None, json=False, quiet=False, verbose=0, command=None, folders=[])
    first = _first_positional(words)
    wants_help = first is None and any(word in ("-h", "--help", "--version") for word in words)
    wanted = [group for group, names in _GROUPS.items() if wants_help or first in names]
    if wanted:
        return _parser(wanted).parse_args(words, given)
    window = Parser(prog="tagger", parents=[_global_options()], add_help=False)
    window.add_argument("folders", nargs="*", metavar="FOLDER")
    return window.parse_args(words, given)


def add_where(parser: argparse.ArgumentParser, help: str = "only these photos") -> None:
    """Declare ``--where``; given more than once, all must hold."""
    parser.add_argument("--where", metavar="QUERY", action="append", default=[], help=f"{help}; {_SEARCH_HELP}")


def confidence(text: str) -> float:
    """A number 0..1, for argparse."""
    value = float(text)
    if not (math.isfinite(value) and 0 <= value <= 1):
        raise argparse.ArgumentTypeError(f"{text} is not a confidence, which is a number from 0 to 1")
    return value


def positive(text: str) -> int:
    """A whole number from 1, for argparse."""
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a whole number from 1")
    return value


def _parser(groups: Iterable[str]) -> Parser:
    parser = Parser(
        prog="tagger",
        usage="tagger [options] [FOLDER ...]\n       tagger COMMAND [options] ...",
        description=_DESCRIPTION,
        examples=_EXAMPLES,
        parents=[_global_options()],
    )
    parser.add_argument("--version", action="version", version=f"tagger {tagger.__version__}")
    commands = Commands(parser)
    for group in groups:
        importlib.import_module(f"tagger.cli.{group}").declare(commands)
    return parser


def _global_options() -> Parser:
    """Options that may stand before and after the command; absent ones must not hide those given before it."""
    parser = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    group = parser.add_argument_group("options for every command")
    group.add_argument("--library", metavar="FILE", help="the library (or TAGGER_LIBRARY)")
    group.add_argument("--config", metavar="FILE", help="the settings (or TAGGER_CONFIG)")
    group.add_argument("--json", action="store_true", help="one JSON object a line on standard output, nothing else")
    group.add_argument("-q", "--quiet", action="store_true", help="no progress and no remarks")
    group.add_argument("-v", "--verbose", action="count", help="say more on standard error; -vv says yet more")
    return parser


def _first_positional(words: Sequence[str]) -> str | None:
    """The first word that is neither an option nor its value: a command or a folder."""
    rest = iter(words)
    for word in rest:
        if word == "--":
            return None
        if word in _WITH_VALUE:
            next(rest, None)
        elif not word.startswith("-") or word == "-":
            return word
    return None
