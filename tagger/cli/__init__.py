"""The command line: the program without a window, for scripts and servers, over the same core."""

from __future__ import annotations

import contextlib
import gc
import logging
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import tagger
from tagger.cli import arguments
from tagger.cli.output import Output
from tagger.cli.session import Session
from tagger.errors import Cancelled, TaggerError, UsageError

ALL_DONE, SOMETHING_FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


def main(argv: list[str] | None = None) -> int:
    """Do what the arguments say (the process's own unless given); returns the exit status.

    The status is 0 where all was done, 1 where something failed, 2 for wrong usage, 130 when interrupted.
    """
    words = sys.argv[1:] if argv is None else argv
    output = Output(as_json="--json" in words, quiet=False)
    try:
        status = _run(words, output)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has gone; the interpreter would complain when it flushes at exit.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return SOMETHING_FAILED
    return status


def _run(words: Sequence[str], output: Output) -> int:
    try:
        if list(words) == ["--version"]:  # at once, without all that the commands need
            print(f"tagger {tagger.__version__}")
            return ALL_DONE
        args = arguments.parse(words)
        if args.command is None:
            return _window(args)
        output.quiet = args.quiet
        with _logging(args.verbose, quiet=args.quiet):
            args.run(Session(args, output))
    except SystemExit as end:  # argparse has printed the help or the version
        return ALL_DONE if end.code is None else int(end.code)
    except (Cancelled, KeyboardInterrupt):
        return INTERRUPTED
    except TaggerError as error:
        output.error(error)
        return WRONG_USAGE if isinstance(error, UsageError) else SOMETHING_FAILED
    return SOMETHING_FAILED if output.failures else ALL_DONE


def _window(args: arguments.Arguments) -> int:
    """Open the window: the only place here that knows of it, so that no other command needs a display."""
    for folder in args.folders:
        if not os.path.isdir(folder):
            raise UsageError(
                f"There is neither a command nor a folder {folder!r}.", "See the commands with: tagger --help"
            )
    gc.disable()  # the window collects by itself (see tagger.gui.garbage), and nothing of what is loaded now is garbage
    from tagger.gui.application import run

    library, config = (None if path is None else Path(path) for path in (args.library, args.config))
    return run([os.path.abspath(folder) for folder in args.folders], library, config)


@contextlib.contextmanager
def _logging(verbose: int, *, quiet: bool) -> Iterator[None]:
    """Show this program's log on standard error while a command runs."""
    logger = logging.getLogger("tagger")
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    level = logging.ERROR if quiet else (logging.WARNING, logging.INFO, logging.DEBUG)[min(verbose, 2)]
    before = logger.level
    logger.addHandler(handler)
    logger.setLevel(level)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(before)
